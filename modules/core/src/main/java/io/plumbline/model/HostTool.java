package io.plumbline.model;

import java.util.Set;

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

  /**
   * Python with a set of packages, in a folder of its own, as frameworks want it.
   *
   * @param path the folder: {@code "/opt/torch"}
   * @param version of Python, as its program is called: {@code "3.12"}
   * @param requirements in the form of pip, each package at one version and with its hashes
   */
  record PythonEnvironment(String path, String version, String requirements) implements HostTool {}

  /**
   * An image of Docker's that is there before the first job asks for it.
   *
   * @param repository without a tag: {@code "nvcr.io/nvidia/pytorch"}
   * @param version its digest: {@code "sha256:…"}
   */
  record ContainerImage(String repository, String version) implements HostTool {}

  /**
   * What machines need to mount storage of one sort.
   *
   * @param version of its packages
   */
  record StorageClient(Storage storage, String version) implements HostTool {}

  /** Storage over the network that machines need packages for. */
  enum Storage {
    NFS,
    LUSTRE,
    BEEGFS;

    /** What the types of its file systems are called. */
    public Set<String> types() {
      return switch (this) {
        case NFS -> Set.of("nfs", "nfs4");
        case LUSTRE -> Set.of("lustre");
        case BEEGFS -> Set.of("beegfs");
      };
    }
  }

  /** What Prometheus asks, at a TCP port of each machine. */
  sealed interface Exporter extends HostTool {
    int port();
  }
}
