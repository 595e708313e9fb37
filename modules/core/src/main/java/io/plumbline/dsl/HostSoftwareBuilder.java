package io.plumbline.dsl;

import io.plumbline.model.HostSoftware;
import io.plumbline.model.HostTool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what runs on hosts, each with the very version that was tested with the others. */
public final class HostSoftwareBuilder {
  private final String release;
  private final Map<String, String> packages = new LinkedHashMap<>();
  private final List<String> services = new ArrayList<>();
  private final List<HostTool> tools = new ArrayList<>();
  private final Map<String, String> nccl = new LinkedHashMap<>();
  private @Nullable String kernel;
  private @Nullable String driver;
  private @Nullable String cuda;

  HostSoftwareBuilder(String release) {
    this.release = release;
  }

  /** The kernel that must be running, as {@code uname -r} says it. */
  public HostSoftwareBuilder kernel(String running) {
    kernel = running;
    return this;
  }

  /** Version of NVIDIA's driver: {@code "570.124.06"}. */
  public HostSoftwareBuilder driver(String version) {
    driver = version;
    return this;
  }

  /** Version of the CUDA toolkit: {@code "12.8.1"}. */
  public HostSoftwareBuilder cuda(String version) {
    cuda = version;
    return this;
  }

  /** A package at this version, as the package manager writes it: {@code "5:27.5.1-1"}. */
  public HostSoftwareBuilder pin(String name, String version) {
    packages.put(name, version);
    return this;
  }

  /** Units that are enabled and run, by name without {@code .service}. Called again, it adds. */
  public HostSoftwareBuilder services(String... units) {
    services.addAll(List.of(units));
    return this;
  }

  /** Prometheus's node exporter, at port 9100. */
  public HostSoftwareBuilder nodeExporter(String version) {
    return nodeExporter(version, 9100);
  }

  /** Prometheus's node exporter, at this port. */
  public HostSoftwareBuilder nodeExporter(String version, int port) {
    return tool(new HostTool.NodeExporter(version, port));
  }

  /** NVIDIA's exporter of its GPUs, at port 9400, with the DCGM of its release. */
  public HostSoftwareBuilder gpuExporter(String version, String dcgm) {
    return gpuExporter(version, dcgm, 9400);
  }

  /** NVIDIA's exporter of its GPUs, at this port, with the DCGM of its release. */
  public HostSoftwareBuilder gpuExporter(String version, String dcgm, int port) {
    return tool(new HostTool.GpuExporter(version, dcgm, port));
  }

  /** Docker's engine, whose containers outlive a restart of it, with this containerd. */
  public HostSoftwareBuilder docker(String version, String containerd) {
    return tool(new HostTool.Docker(version, containerd));
  }

  /** NVIDIA's container toolkit; where there is Docker, its runtime {@code nvidia}, too. */
  public HostSoftwareBuilder containerToolkit(String version) {
    return tool(new HostTool.ContainerToolkit(version));
  }

  /** What NFS is mounted with. */
  public HostSoftwareBuilder nfsClient(String version) {
    return tool(new HostTool.StorageClient(HostTool.Storage.NFS, version));
  }

  /** What Lustre is mounted with: its programs, and modules that are built for the kernel. */
  public HostSoftwareBuilder lustreClient(String version) {
    return tool(new HostTool.StorageClient(HostTool.Storage.LUSTRE, version));
  }

  /** What BeeGFS is mounted with. */
  public HostSoftwareBuilder beegfsClient(String version) {
    return tool(new HostTool.StorageClient(HostTool.Storage.BEEGFS, version));
  }

  /**
   * Python with a framework and all that it needs, in a folder of its own: {@code
   * pythonEnvironment("/opt/torch", "3.12", requirements)}.
   *
   * @param python which Python, as {@code python3.12} is called; its {@code venv} is there or
   *     pinned
   * @param requirements what {@code pip-compile --generate-hashes} writes: each package at one
   *     version, with its hashes
   */
  public HostSoftwareBuilder pythonEnvironment(String path, String python, String requirements) {
    return tool(new HostTool.PythonEnvironment(path, python, requirements));
  }

  /**
   * An image for containers, by its digest: {@code containerImage("nvcr.io/nvidia/pytorch",
   * "sha256:…")}. It takes Docker.
   */
  public HostSoftwareBuilder containerImage(String repository, String digest) {
    return tool(new HostTool.ContainerImage(repository, digest));
  }

  /** A setting of NCCL for all jobs: {@code nccl("NCCL_IB_HCA", "mlx5")}. */
  public HostSoftwareBuilder nccl(String variable, String value) {
    nccl.put(variable, value);
    return this;
  }

  private HostSoftwareBuilder tool(HostTool tool) {
    tools.add(tool);
    return this;
  }

  HostSoftware build() {
    return new HostSoftware(release, kernel, driver, cuda, packages, services, tools, nccl);
  }
}
