package io.plumbline.e2e.onprem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.e2e.harness.Machines;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Gpu;
import io.plumbline.model.HostState;
import io.plumbline.model.Inventory;
import io.plumbline.model.InventoryHost;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.onprem.OnPremProvider;
import io.plumbline.spi.Engine.Plan;
import io.plumbline.testkit.Describing;
import io.plumbline.testkit.lab.LabHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tools on a real machine with systemd, Prometheus's own program among them. */
@TestMethodOrder(OrderAnnotation.class)
class MachineToolsIT {
  @RegisterExtension static final Machines MACHINES = new Machines(1, 1);

  private static final String IMAGE = "registry.example.com/torch";
  private static final String DIGEST = "sha256:" + "0f".repeat(32);
  private static final String NEXT_DRIVER = "575.57.08";

  @TempDir static Path folder;

  private static LabHost host;
  private static MachineFleet fleet;
  private static AnsibleBench bench;

  @BeforeAll
  static void fillTheShelf() {
    host = MACHINES.all().getFirst();
    fleet = new MachineFleet(MACHINES.lab());
    bench = new AnsibleBench(fleet.site(Map.of()), folder);
    ByHand.mount(host);
    PackageShelf.fill(
        host,
        PackageShelf.service(
            "prometheus-node-exporter",
            "1.5.0-1+b6",
            "prometheus-node-exporter",
            "prometheus-node-exporter",
            "EnvironmentFile=-/etc/default/prometheus-node-exporter\n"
                + "ExecStart=/usr/bin/prometheus-node-exporter $ARGS"),
        PackageShelf.plain("datacenter-gpu-manager-4-core", "1:4.2.3-1"),
        PackageShelf.service(
            "datacenter-gpu-manager-exporter",
            "4.1.3-1",
            "nvidia-dcgm-exporter",
            "dcgm-exporter",
            "ExecStart=/usr/bin/dcgm-exporter -f /etc/dcgm-exporter/default-counters.csv"),
        PackageShelf.service(
            "docker-ce", "5:27.5.1-1", "docker", "lab-dockerd", "ExecStart=/usr/bin/lab-dockerd"),
        PackageShelf.plain("docker-ce-cli", "5:27.5.1-1"),
        PackageShelf.service(
            "containerd.io",
            "1.7.25-1",
            "containerd",
            "lab-containerd",
            "ExecStart=/usr/bin/lab-containerd"),
        PackageShelf.plain("nvidia-container-toolkit", "1.17.8-1"),
        PackageShelf.plain("nvidia-container-toolkit-base", "1.17.8-1"),
        PackageShelf.plain("libnvidia-container-tools", "1.17.8-1"),
        PackageShelf.plain("libnvidia-container1", "1.17.8-1"),
        PackageShelf.plain("nfs-common", "1:2.6.2-4"),
        PackageShelf.plain("nvidia-open-575", NEXT_DRIVER + "-1"));
    Frameworks.offer(host);
  }

  private static ResourceGraph graph(String... alertmanagers) {
    return graph(MachineFleet.DRIVER, alertmanagers);
  }

  private static ResourceGraph graph(String driver, String[] alertmanagers) {
    Site site = fleet.site(Map.of());
    return new OnPremProvider()
        .lower(
            Describing.on(site, at -> describe(at, driver, alertmanagers)),
            new Target("test", "fleet", site));
  }

  private static void describe(SiteBlueprint site, String driver, String... alertmanagers) {
    String prometheus = host.run("dpkg-query -W -f='${Version}' prometheus");
    InventoryHost row =
        new InventoryHost(
            host.name(),
            host.address(),
            "LAB-NODE-1",
            "r1",
            1,
            null,
            null,
            HostState.IN_SERVICE,
            new SourceLine("hosts.csv", 2));
    BareMetalFleet trainers =
        site.bareMetalFleet(
            "trainers",
            f ->
                f.inventory(new Inventory("hosts.csv", List.of(row)))
                    .gpusPerHost(8, Gpu.H100_SXM)
                    .reboots()
                    .release(
                        "2026.11",
                        r ->
                            r.driver(driver)
                                .nfsClient("1:2.6.2-4")
                                .pythonEnvironment(
                                    Frameworks.FOLDER,
                                    Frameworks.python(host),
                                    Frameworks.requirements(host))
                                .containerImage(IMAGE, DIGEST)
                                .nodeExporter("1.5.0-1+b6", 9101)
                                .gpuExporter("4.1.3-1", "1:4.2.3-1")
                                .docker("5:27.5.1-1", "1.7.25-1")
                                .containerToolkit("1.17.8-1")
                                .nccl("NCCL_SOCKET_IFNAME", "=eth0")));
    site.monitoring(
        "metrics", m -> m.of(trainers).runsOn(trainers, prometheus).alertmanager(alertmanagers));
  }

  @Test
  @Order(1)
  void areInstalledAtTheirVersionsAndRunAsTheyAreDescribed() {
    ResourceGraph graph = graph();
    bench.apply(graph, bench.plan(graph));

    assertThat(MachineFleet.lines(fleet.check(graph, Map.of()))).isEmpty();
    assertThat(bench.plan(graph).changes()).isEmpty();
    assertThat(host.read("/run/nvidia-dcgm-exporter.arguments"))
        .isEqualTo(
            "/usr/bin/dcgm-exporter --collectors /etc/dcgm-exporter/plumbline-counters.csv"
                + " --address :9400\n");
    assertThat(host.read("/run/prometheus-node-exporter.arguments"))
        .endsWith(" --web.listen-address=:9101\n");
    assertThat(host.run("dpkg-query -W -f='${Version}' libnvidia-container1"))
        .isEqualTo("1.17.8-1");
    assertThat(host.run(Frameworks.FOLDER + "/bin/python -c 'import demo; print(demo.IT)'"))
        .isEqualTo("1.0");
  }

  @Test
  @Order(2)
  void areWatchedByPrometheus() {
    assertThat(prometheus("api/v1/rules")).contains("\"GpuXid\"", "\"HostDown\"");
    assertThat(prometheus("api/v1/targets"))
        .contains(host.address() + ":9400", "\"rack\":\"r1\"", host.address() + ":9101");
  }

  @Test
  @Order(3)
  void areFoundChangedByHandAndPutBackInForce() {
    host.run(
        "echo '{}' > /etc/docker/daemon.json; echo x >> /etc/dcgm-exporter/plumbline-counters.csv;"
            + " rm -f /run/docker.reloads /run/nvidia-dcgm-exporter.arguments;"
            + " systemctl stop prometheus-node-exporter;"
            + " dpkg --remove libnvidia-container-tools; : > /var/lab/images;"
            + " "
            + Frameworks.FOLDER
            + "/bin/python -m pip uninstall --yes demo");
    ResourceGraph graph = graph();
    assertThat(MachineFleet.lines(fleet.check(graph, Map.of())))
        .containsExactlyInAnyOrder(
            "changed trainers/node-1 files//etc/dcgm-exporter/plumbline-counters.csv",
            "changed trainers/node-1 files//etc/docker/daemon.json",
            "changed trainers/node-1 images",
            "changed trainers/node-1 packages/libnvidia-container-tools",
            "changed trainers/node-1 pythonPackages/" + Frameworks.FOLDER + "/demo",
            "changed trainers/node-1 services/prometheus-node-exporter");

    Plan plan = bench.plan(graph);
    assertThat(plan.changes().getFirst().difference())
        .contains("--- a/etc/docker/daemon.json", "-{}", "+  \"live-restore\": true,");
    bench.apply(graph, plan);
    assertThat(MachineFleet.lines(fleet.check(graph, Map.of()))).isEmpty();
    assertThat(host.read("/run/docker.reloads")).isEqualTo("reloaded\n");
    assertThat(host.read("/run/nvidia-dcgm-exporter.arguments")).contains("plumbline-counters");
  }

  @Test
  @Order(4)
  void takeInWhatChangesInTheDescription() {
    assertThat(prometheus("api/v1/status/config")).doesNotContain("alerts.example.com");
    // As a run leaves it that ends between writing a file and having it taken in.
    host.run("rm /run/docker.reloads; touch /etc/docker/daemon.json");
    assertThat(MachineFleet.lines(fleet.check(graph(), Map.of())))
        .containsExactly("changed trainers/node-1 services/docker");
    ResourceGraph graph = graph("alerts.example.com:9093");
    bench.apply(graph, bench.plan(graph));
    assertThat(host.read("/run/docker.reloads")).isEqualTo("reloaded\n");
    assertThat(prometheus("api/v1/status/config")).contains("alerts.example.com:9093");
    assertThat(bench.plan(graph).changes()).isEmpty();
  }

  /**
   * What the lab's machines cannot: their start is played by a program that gives another number.
   */
  @Test
  @Order(5)
  void areStartedAnewForAnotherDriver() {
    host.write("/etc/lab/gpus-next", ByHand.gpus(8, NEXT_DRIVER), "rw-r--r--");
    host.run("rm /usr/sbin/shutdown; cp /proc/sys/kernel/random/boot_id /var/lab/start");
    host.run(
        "number=/proc/sys/kernel/random/boot_id; umount $number; mount --bind /var/lab/start"
            + " $number");
    host.write(
        "/usr/sbin/shutdown",
        """
        #!/bin/sh
        echo "$*" >> /run/lab-starts
        cp /etc/lab/gpus-next /etc/lab/gpus
        echo 00000000-0000-0000-0000-000000000001 > /var/lab/start
        """,
        "rwxr-xr-x");
    ResourceGraph graph = graph(NEXT_DRIVER, new String[] {"alerts.example.com:9093"});
    Plan plan = bench.plan(graph);
    assertThat(plan.changes().getFirst().attributes()).contains("Restart the machine");
    assertThat(host.run("test -e /run/lab-starts || echo none")).isEqualTo("none");
    bench.apply(graph, plan);
    assertThat(host.read("/run/lab-starts").lines())
        .singleElement(STRING)
        .startsWith("-r ")
        .contains("Plumbline: driver " + NEXT_DRIVER);
    assertThat(MachineFleet.lines(fleet.check(graph, Map.of()))).isEmpty();
    assertThat(bench.plan(graph).changes()).isEmpty();
  }

  /** What Prometheus says; it may take a moment until it does. */
  private static String prometheus(String path) {
    return host.run(
        "for n in $(seq 100); do curl -fsS http://127.0.0.1:9090/-/ready >/dev/null 2>&1 && break;"
            + " sleep 0.1; done; sleep 1; curl -fsS http://127.0.0.1:9090/"
            + path);
  }
}
