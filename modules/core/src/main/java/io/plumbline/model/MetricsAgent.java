package io.plumbline.model;

import java.util.List;

/**
 * A program that measures a pool's nodes from inside and sends what it finds, averaged over the
 * scaling group, to the provider. Plumbline does not install it: the image or the boot script does.
 */
public sealed interface MetricsAgent {

  /**
   * The provider's own agent (Amazon's CloudWatch agent), set up to read the GPUs and the memory.
   *
   * @param also what it sends beyond those
   */
  record OfProvider(List<String> also) implements MetricsAgent {
    public OfProvider {
      also = List.copyOf(also);
    }
  }

  /**
   * NVIDIA's DCGM exporter, whose counters something carries on to the provider.
   *
   * @param namespace where they arrive
   * @param also counters that are on beyond the exporter's defaults
   */
  record DcgmExporter(String namespace, List<String> also) implements MetricsAgent {
    public DcgmExporter {
      also = List.copyOf(also);
    }
  }

  /** Anything else that sends these metrics: the inference server itself, say. */
  record Own(String namespace, List<String> metrics) implements MetricsAgent {
    public Own {
      metrics = List.copyOf(metrics);
    }
  }
}
