package io.plumbline.onprem.lower;

import io.plumbline.model.HostFile;
import io.plumbline.model.HostSoftware;
import io.plumbline.model.HostTool;
import io.plumbline.model.HostTool.ContainerImage;
import io.plumbline.model.HostTool.ContainerToolkit;
import io.plumbline.model.HostTool.Docker;
import io.plumbline.model.HostTool.GpuExporter;
import io.plumbline.model.HostTool.NodeExporter;
import io.plumbline.model.HostTool.PythonEnvironment;
import io.plumbline.model.HostTool.StorageClient;
import io.plumbline.onprem.lower.Bundle.Reader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Packages, files and services of tools, by the names that their vendors gave them for Debian and
 * Ubuntu. Which repository they come from, the machine knows.
 */
final class ToolParts {
  private static final String HEAD =
      "# Written by Plumbline: a change by hand is drift, and gone with the next deploy.\n";

  private static final String EXPORTERS = "exporters";
  private static final String FRAMEWORKS = "frameworks";

  private ToolParts() {}

  static List<Bundle> of(HostSoftware software) {
    List<Bundle> all = new ArrayList<>();
    all.add(nccl(software.nccl()));
    software.tools().forEach(tool -> all.add(of(tool, software)));
    return all;
  }

  private static Bundle of(HostTool tool, HostSoftware software) {
    return switch (tool) {
      case NodeExporter exporter -> nodeExporter(exporter);
      case GpuExporter exporter -> gpuExporter(exporter);
      case Docker docker -> docker(docker, software);
      case ContainerToolkit toolkit -> toolkit(toolkit);
      case PythonEnvironment python -> python(python);
      case ContainerImage image -> Bundle.of(FRAMEWORKS); // it is no package, and no file
      case StorageClient client -> storage(client);
    };
  }

  /** Debian 12, package prometheus-node-exporter: its unit takes ARGS from /etc/default. */
  private static Bundle nodeExporter(NodeExporter exporter) {
    String name = "prometheus-node-exporter";
    return Bundle.of(EXPORTERS)
        .packages(Map.of(name, exporter.version()))
        .services(List.of(name))
        .file(
            file(
                "/etc/default/" + name,
                HEAD + "ARGS=\"--web.listen-address=:" + exporter.port() + "\"\n"),
            Reader.restarts(name));
  }

  /**
   * NVIDIA, Install DCGM Exporter (2026-11-26), and the unit in its package (dcgm-exporter,
   * packaging at 09d74b9bd423): that names the vendor's counters in its command, so that ours take
   * another command.
   */
  private static Bundle gpuExporter(GpuExporter exporter) {
    String name = "nvidia-dcgm-exporter";
    Map<String, String> packages = new LinkedHashMap<>();
    packages.put("datacenter-gpu-manager-4-core", exporter.dcgm());
    packages.put("datacenter-gpu-manager-exporter", exporter.version());
    String unit =
        "[Service]\nExecStart=\nExecStart=/usr/bin/dcgm-exporter --collectors "
            + GpuCounters.PATH
            + " --address :"
            + exporter.port()
            + "\n";
    return Bundle.of(EXPORTERS)
        .packages(packages)
        .services(List.of(name))
        .file(file(GpuCounters.PATH, GpuCounters.text(HEAD)), Reader.restarts(name))
        .file(
            file("/etc/systemd/system/" + name + ".service.d/plumbline.conf", HEAD + unit),
            Reader.restarts(name));
  }

  /**
   * Docker, Install Docker Engine on Debian; dockerd, daemon configuration file: live-restore and
   * runtimes are taken in without a restart (2026-11-26).
   */
  private static Bundle docker(Docker docker, HostSoftware software) {
    Map<String, String> packages = new LinkedHashMap<>();
    packages.put("docker-ce", docker.version());
    packages.put("docker-ce-cli", docker.version());
    packages.put("containerd.io", docker.containerd());
    Map<String, Value> settings = new LinkedHashMap<>();
    settings.put("live-restore", Value.flag(true));
    if (software.tools().stream().anyMatch(ContainerToolkit.class::isInstance)) {
      Value runtime =
          Value.object("args", Value.list(), "path", Value.text("nvidia-container-runtime"));
      settings.put("runtimes", Value.object("nvidia", runtime));
    }
    return Bundle.of("docker")
        .packages(packages)
        .services(List.of("containerd", "docker"))
        .file(
            file("/etc/docker/daemon.json", JsonWriter.pretty(new Value.Obj(settings)) + "\n"),
            Reader.reloads("docker"));
  }

  /**
   * NVIDIA, Installing the NVIDIA Container Toolkit: all four at one version (1.17.8, 2026-11-26).
   */
  private static Bundle toolkit(ContainerToolkit toolkit) {
    Map<String, String> packages = new LinkedHashMap<>();
    for (String name :
        List.of(
            "nvidia-container-toolkit",
            "nvidia-container-toolkit-base",
            "libnvidia-container-tools",
            "libnvidia-container1")) {
      packages.put(name, toolkit.version());
    }
    return Bundle.of("container_toolkit").packages(packages);
  }

  /** Its requirements are a file of the machine; what is done with them, a role knows. */
  private static Bundle python(PythonEnvironment python) {
    HostFile file =
        new HostFile(
            requirements(python), Value.text(HEAD + python.requirements().strip() + "\n"), "0644");
    return Bundle.of(FRAMEWORKS).files(List.of(file));
  }

  static String requirements(PythonEnvironment python) {
    return "/etc/plumbline/python" + python.path() + ".txt";
  }

  /**
   * Debian and Ubuntu, package nfs-common; Whamcloud's packages for Ubuntu, Lustre 2.15; BeeGFS
   * 7.4, package repositories (2026-11-26). Mounts are told by fstab, so that no service of
   * BeeGFS's own mounts anything.
   */
  private static Bundle storage(StorageClient client) {
    List<String> names =
        switch (client.storage()) {
          case NFS -> List.of("nfs-common");
          case LUSTRE -> List.of("lustre-client-modules-dkms", "lustre-client-utils");
          case BEEGFS -> List.of("beegfs-client", "beegfs-utils");
        };
    Map<String, String> packages = new LinkedHashMap<>();
    names.forEach(name -> packages.put(name, client.version()));
    return Bundle.of("storage").packages(packages);
  }

  /** NCCL User Guide 2.28, Environment Variables: a line for each; # begins a remark. */
  private static Bundle nccl(Map<String, String> settings) {
    if (settings.isEmpty()) {
      return Bundle.of(FRAMEWORKS);
    }
    String lines =
        settings.entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue() + "\n")
            .collect(Collectors.joining());
    return Bundle.of(FRAMEWORKS).files(List.of(file("/etc/nccl.conf", HEAD + lines)));
  }

  private static HostFile file(String path, String content) {
    return new HostFile(path, Value.text(content), "0644");
  }
}
