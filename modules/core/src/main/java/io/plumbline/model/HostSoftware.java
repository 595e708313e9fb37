package io.plumbline.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What runs on hosts, pinned as one release that was tested as a whole.
 *
 * @param release its name: {@code "2026.11"}
 * @param kernel the running kernel, as {@code uname -r} says it; null where nobody minds
 * @param driver version of NVIDIA's driver: {@code "570.124.06"}; null for hosts without GPUs
 * @param cuda version of the CUDA toolkit: {@code "12.8.1"}; null where there is none
 * @param packages versions by name of package, as the package manager writes them
 * @param services units that are enabled and run, by name without {@code .service}
 * @param tools what else runs on them that Plumbline knows how to set up
 * @param nccl settings of NVIDIA's communication library, by the names of its variables
 */
public record HostSoftware(
    String release,
    @Nullable String kernel,
    @Nullable String driver,
    @Nullable String cuda,
    Map<String, String> packages,
    List<String> services,
    List<HostTool> tools,
    Map<String, String> nccl) {
  public HostSoftware {
    packages = Collections.unmodifiableMap(new LinkedHashMap<>(packages));
    services = List.copyOf(services);
    tools = List.copyOf(tools);
    nccl = Collections.unmodifiableMap(new LinkedHashMap<>(nccl));
  }

  /** What Prometheus may ask. */
  public List<HostTool.Exporter> exporters() {
    return tools.stream()
        .filter(HostTool.Exporter.class::isInstance)
        .map(HostTool.Exporter.class::cast)
        .toList();
  }
}
