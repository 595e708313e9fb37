package io.plumbline.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.HostSoftware;
import io.plumbline.model.HostTool;
import io.plumbline.model.HostTool.ContainerImage;
import io.plumbline.model.HostTool.ContainerToolkit;
import io.plumbline.model.HostTool.Docker;
import io.plumbline.model.HostTool.Exporter;
import io.plumbline.model.HostTool.GpuExporter;
import io.plumbline.model.HostTool.NodeExporter;
import io.plumbline.model.HostTool.PythonEnvironment;
import io.plumbline.model.HostTool.StorageClient;
import io.plumbline.model.PythonRequirements;
import java.util.List;
import java.util.function.Consumer;

/** A tool that cannot be installed, started or set as it is said. */
final class HostToolRefused extends FleetCheck {
  static final String VERSION = "[A-Za-z0-9][A-Za-z0-9.+:~^_-]*";
  private static final String VERSIONS = "a version as the package manager writes it";

  HostToolRefused() {
    super(
        Rule.error(
            "PLB-FLEET-010",
            "tool of machines not allowed",
            "An exporter at a port that another has, or of GPUs that are not there, never starts;"
                + " NCCL passes over lines that it does not understand, and jobs are slow.",
            "Debian Policy Manual 5.6.12; NCCL User Guide 2.28, Environment Variables",
            "correct it as said"));
  }

  @Override
  void check(BareMetalFleet fleet, Consumer<String> breach) {
    HostSoftware software = fleet.software();
    if (software == null) {
      return;
    }
    List<HostTool> tools = software.tools();
    once("tool", tools.stream().map(HostToolRefused::name).toList(), breach);
    once(
        "port of exporters",
        software.exporters().stream().map(each -> Integer.toString(each.port())).toList(),
        breach);
    tools.forEach(tool -> check(tool, fleet, breach));
    software.nccl().forEach((variable, value) -> nccl(variable, value, breach));
  }

  private static void check(HostTool tool, BareMetalFleet fleet, Consumer<String> breach) {
    if (tool instanceof PythonEnvironment python) {
      python(python, breach);
    } else if (tool instanceof ContainerImage image) {
      image(image, fleet, breach);
    } else {
      match("version of " + name(tool), tool.version(), VERSION, VERSIONS, breach);
    }
    if (tool instanceof Docker docker) {
      match("version of containerd", docker.containerd(), VERSION, VERSIONS, breach);
    }
    if (tool instanceof GpuExporter exporter) {
      match("version of DCGM", exporter.dcgm(), VERSION, VERSIONS, breach);
      if (fleet.gpus() == null) {
        breach.accept(
            "GPU exporter: got machines without GPUs; allowed where gpusPerHost(…) says some");
      }
    }
    if (tool instanceof Exporter exporter && (exporter.port() < 1 || exporter.port() > 65_535)) {
      breach.accept(
          "port of " + name(tool) + ": got " + exporter.port() + "; allowed is 1 to 65535");
    }
  }

  private static void python(PythonEnvironment python, Consumer<String> breach) {
    match(
        "folder",
        python.path(),
        "/(opt|srv|usr/local)(/[A-Za-z0-9_][A-Za-z0-9._-]*)+",
        "a folder below /opt, /srv or /usr/local",
        breach);
    match("Python", python.version(), "3\\.[0-9]{1,2}", "such as 3.12", breach);
    PythonRequirements read = PythonRequirements.read(python.requirements());
    read.refused()
        .forEach(
            line ->
                breach.accept(
                    "requirements of "
                        + quoted(python.path())
                        + ": got "
                        + quoted(line)
                        + "; allowed are lines NAME==VERSION with --hash=sha256:…, and indexes by"
                        + " https without a password"));
    if (read.refused().isEmpty() && read.versions().isEmpty()) {
      breach.accept("requirements of " + quoted(python.path()) + ": got none; allowed is one");
    }
  }

  private static void image(ContainerImage image, BareMetalFleet fleet, Consumer<String> breach) {
    match(
        "container image",
        image.repository(),
        "[a-z0-9.-]+(:[0-9]{1,5})?(/[a-z0-9]+([._-]+[a-z0-9]+)*)+",
        "registry and repository without a tag, such as nvcr.io/nvidia/pytorch",
        breach);
    match(
        "digest of " + quoted(image.repository()),
        image.version(),
        "sha256:[0-9a-f]{64}",
        "sha256: and 64 small hexadecimal digits",
        breach);
    HostSoftware software = fleet.software();
    if (software != null && software.tools().stream().noneMatch(Docker.class::isInstance)) {
      breach.accept(
          "container image "
              + quoted(image.repository())
              + ": got machines without Docker; allowed with docker(…)");
    }
  }

  private static void nccl(String variable, String value, Consumer<String> breach) {
    match(
        "NCCL setting",
        variable,
        "NCCL_[A-Z0-9_]{1,60}",
        "the name of a variable of NCCL's, such as NCCL_IB_HCA",
        breach);
    match(
        "value of " + quoted(variable),
        value,
        "[!-~&&[^#\"'\\\\]]{1,200}",
        "text without blanks, quotes and #",
        breach);
  }

  private static String name(HostTool tool) {
    return switch (tool) {
      case NodeExporter exporter -> "node exporter";
      case GpuExporter exporter -> "GPU exporter";
      case Docker docker -> "Docker";
      case ContainerToolkit toolkit -> "container toolkit";
      case PythonEnvironment python -> "environment " + python.path();
      case ContainerImage image -> "container image " + image.repository();
      case StorageClient client -> client.storage() + " client";
    };
  }
}
