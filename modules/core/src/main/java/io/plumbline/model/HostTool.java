package io.plumbline.model;

/**
 * Something that runs on hosts beside driver and CUDA, and of which Plumbline knows packages, files
 * and services. Each is pinned.
 */
public sealed interface HostTool {

  /** Its version, as the package manager writes it. */
  String version();

  /** Tells Prometheus of a machine. */
  record NodeExporter(String version, int port) implements Exporter {}

  /**
   * Tells Prometheus of GPUs.
   *
   * @param dcgm version of NVIDIA's Data Center GPU Manager, with which it was released
   */
  record GpuExporter(String version, String dcgm, int port) implements Exporter {}

  /**
   * Docker's engine.
   *
   * @param containerd version of what runs its containers
   */
  record Docker(String version, String containerd) implements HostTool {}

  /** Lets containers have GPUs. */
  record ContainerToolkit(String version) implements HostTool {}

  /** What Prometheus asks, at a TCP port of each machine. */
  sealed interface Exporter extends HostTool {
    int port();
  }
}
