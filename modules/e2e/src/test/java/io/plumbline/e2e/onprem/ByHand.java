package io.plumbline.e2e.onprem;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.testkit.lab.HostLab;
import io.plumbline.testkit.lab.LabHost;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.Collections;

/** Sets machines up as they are described, without any engine. */
final class ByHand {
  private ByHand() {}

  static void setUp(HostLab lab, ResourceGraph graph) {
    lab.hosts().parallelStream().forEach(host -> setUp(host, graph));
  }

  private static void setUp(LabHost host, ResourceGraph graph) {
    String fleet = host.systemd() ? "training" : "serving";
    for (Resource each : graph.resources()) {
      if (each.kind().id().equals("managed-file") && text(each, "fleet").equals(fleet)) {
        host.write(text(each, "path"), text(each, "content"), mode(text(each, "mode")));
      }
    }
    host.write("/etc/plumbline/release", "2026.11\n", "rw-r--r--");
    mount(host);
    host.run(
        """
        groupadd --gid 4100 research
        useradd --create-home --uid 4001 --groups video,research ada
        mkdir ~ada/.ssh /scratch
        echo '%s' > ~ada/.ssh/authorized_keys
        mount -t tmpfs -o rw,noexec scratch /scratch
        echo 8192 > /proc/sys/net/core/somaxconn
        echo 20000 60000 > /proc/sys/net/ipv4/ip_local_port_range
        """
            .formatted(MachineFleet.KEY));
    if (host.systemd()) {
      host.run("systemctl enable --quiet --now fleet-agent");
    }
  }

  /** What a machine comes with, before anybody sets it up: GPUs with their software, a service. */
  static void mount(LabHost host) {
    host.write("/etc/lab/gpus", gpus(8, MachineFleet.DRIVER), "rw-r--r--");
    host.write(
        "/usr/local/cuda/version.json",
        "{\"cuda\": {\"version\": \"%s\"}}".formatted(MachineFleet.CUDA),
        "rw-r--r--");
    if (host.systemd()) {
      host.write(
          "/etc/systemd/system/fleet-agent.service",
          "[Service]\nExecStart=/bin/sleep infinity\n[Install]\nWantedBy=multi-user.target\n",
          "rw-r--r--");
      host.run("systemctl daemon-reload");
    }
  }

  /** What the machine's nvidia-smi is to say. */
  static String gpus(int count, String driver) {
    String gpu =
        """
        {"name": "NVIDIA H100 80GB HBM3", "driver_version": "%s", "ecc.mode.current": "Enabled",\
         "mig.mode.current": "Disabled", "persistence_mode": "Enabled"}\
        """
            .formatted(driver);
    return Collections.nCopies(count, gpu).toString();
  }

  private static String text(Resource resource, String attribute) {
    Obj attributes = resource.attributes();
    return ((Value.Text) attributes.get(attribute)).value();
  }

  private static String mode(String octal) {
    StringBuilder letters = new StringBuilder();
    for (char digit : octal.substring(1).toCharArray()) {
      int bits = digit - '0';
      letters.append((bits & 4) > 0 ? 'r' : '-');
      letters.append((bits & 2) > 0 ? 'w' : '-');
      letters.append((bits & 1) > 0 ? 'x' : '-');
    }
    return letters.toString();
  }
}
