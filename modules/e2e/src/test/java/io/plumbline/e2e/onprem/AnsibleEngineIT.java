package io.plumbline.e2e.onprem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.drift.DriftReport.Verdict;
import io.plumbline.e2e.harness.Machines;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.Engine.Plan;
import io.plumbline.spi.EngineException;
import io.plumbline.testkit.lab.LabHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the real program makes of real machines: each test begins where the one before ended. */
@TestMethodOrder(OrderAnnotation.class)
class AnsibleEngineIT {
  @RegisterExtension static final Machines MACHINES = new Machines(8, 2);

  @TempDir static Path folder;

  private static MachineFleet fleet;
  private static ResourceGraph graph;
  private static AnsibleBench bench;

  @BeforeAll
  static void mountThem() {
    fleet = new MachineFleet(MACHINES.lab());
    graph = allAtOnce();
    bench = new AnsibleBench(fleet.site(Map.of()), folder);
    MACHINES.all().parallelStream().forEach(ByHand::mount);
  }

  /** One wave for each fleet; a test of its own is about several. */
  private static ResourceGraph allAtOnce() {
    return fleet.graph(f -> f.rolling(MACHINES.all().size()));
  }

  @Test
  @Order(1)
  void setsMachinesUpAsTheyAreDescribedAndThenChangesNothing() {
    Plan first = bench.plan(graph);
    assertThat(AnsibleBench.words(first))
        .hasSize(8)
        .allMatch(line -> line.startsWith("CREATE "))
        .allMatch(line -> line.contains("Make accounts (ada)"))
        .allMatch(line -> line.contains("Set kernel parameters (net.core.somaxconn)"));
    MACHINES.all().forEach(AnsibleEngineIT::isUntouched);

    Map<String, String> ids = bench.apply(graph, first);
    assertThat(ids).containsEntry("serving/node-3", MACHINES.named("node-3").address()).hasSize(8);
    assertThat(bench.said())
        .contains("done: training/node-1", "serving/node-3: Mount storage (/scratch)");
    assertThat(MachineFleet.lines(fleet.check())).isEmpty();
    assertThat(fleet.check().verdict()).isEqualTo(Verdict.IN_SYNC);

    Plan second = bench.plan(graph);
    assertThat(second.changes()).isEmpty();
    assertThat(second.file()).isNull();
  }

  private static void isUntouched(LabHost host) {
    assertThat(host.run("ls -d /etc/plumbline /scratch ~ada 2>/dev/null || true")).isEmpty();
  }

  @Test
  @Order(2)
  void putsBackWhatWasChangedByHandWhereItWas() {
    fleet = fleet.of("node-1", "node-3", "node-4", "node-5");
    graph = allAtOnce();
    bench.has(graph);
    MACHINES
        .named("node-3")
        .run("echo x >> /etc/fleet.conf; sysctl -qw net.core.somaxconn=7; umount /scratch");
    MACHINES
        .named("node-4")
        .run(
            "userdel ada; rm /etc/plumbline/release; mount -o remount,exec /scratch; apt-mark"
                + " unhold bash; rm /etc/sysctl.d/90-plumbline.conf; sed -i '\\:/scratch:d'"
                + " /etc/fstab");
    Plan plan = bench.plan(graph);
    assertThat(AnsibleBench.words(plan))
        .containsExactly(
            "UPDATE serving/node-3: Write each file (/etc/fleet.conf), Set kernel parameters"
                + " (net.core.somaxconn), Mount storage (/scratch)",
            "UPDATE serving/node-4: Keep packages at their versions, Set kernel parameters"
                + " (net.core.somaxconn), Set kernel parameters (net.ipv4.ip_local_port_range),"
                + " Mount storage (/scratch), Mount anew what has other options (/scratch), Make"
                + " groups with their numbers (ada), Make accounts (ada), Write down the release");

    bench.apply(graph, plan);
    assertThat(bench.said()).noneMatch(line -> line.contains("node-1") || line.contains("node-5"));
    assertThat(MachineFleet.lines(fleet.check())).isEmpty();
    assertThat(bench.plan(graph).changes()).isEmpty();
  }

  @Test
  @Order(3)
  void doesNotCarryOutWhatWasNotPlanned() throws IOException {
    MACHINES.named("node-5").run("rm /etc/fleet.conf");
    Plan plan = bench.plan(graph);
    Path file = bench.artefact("files/serving/etc/fleet.conf");
    Files.writeString(file, "something else\n");
    assertThatThrownBy(() -> bench.apply(graph, plan))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("is not what was planned");
    bench.apply(graph, bench.plan(graph));
    assertThat(MACHINES.named("node-5").read("/etc/fleet.conf")).isEqualTo("racks = 2\n");
  }

  @Test
  @Order(4)
  void namesMachinesThatItDoesNotReach() {
    MACHINES.named("node-4").run("ip link set eth0 down");
    assertThatThrownBy(() -> bench.plan(graph))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("serving/node-4 was not reached: ")
        .hasMessageContaining("in-repair in the inventory")
        .hasMessageNotContaining("node-3");
    MACHINES.named("node-4").run("ip link set eth0 up");
  }

  @Test
  @Order(5)
  void leavesADriverAloneUnderRunningJobs() {
    LabHost busy = MACHINES.named("node-3");
    busy.run(
        "mv /etc/fleet.conf /etc/kept; echo '%s' > /etc/lab/gpus; echo 4711 > /etc/lab/jobs"
            .formatted(ByHand.gpus(8, "550.54.15")));
    Plan plan = bench.plan(graph);
    assertThat(AnsibleBench.words(plan))
        .containsExactly(
            "UPDATE serving/node-3: Write each file (/etc/fleet.conf), Install the driver");
    assertThatThrownBy(() -> bench.apply(graph, plan))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("GPUs are at work for processes 4711: drain the machine");
    assertThat(busy.run("ls /etc/fleet.conf 2>/dev/null || true")).isEmpty();
    busy.run(
        "mv /etc/kept /etc/fleet.conf; echo '%s' > /etc/lab/gpus; rm /etc/lab/jobs"
            .formatted(ByHand.gpus(8, MachineFleet.DRIVER)));
    assertThat(bench.plan(graph).changes()).isEmpty();
  }

  /** Three machines in waves of one: the second comes out worse than it was. */
  @Test
  @Order(6)
  void endsWithTheFirstWaveInWhichAMachineFails() {
    ResourceGraph wanted = fleet.graph(f -> f.file("/etc/waves", "1\n").rolling(1));
    Plan plan = bench.plan(wanted);
    MACHINES
        .named("node-4")
        .run("echo '%s' > /etc/lab/gpus".formatted(ByHand.gpus(7, "570.124.06")));
    assertThatThrownBy(() -> bench.apply(wanted, plan))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("serving/node-4: Compare kernel, driver, GPUs and links:")
        .hasMessageContaining("7 GPUs")
        .hasMessageContaining("Done: training/node-1, serving/node-3.")
        .hasMessageContaining("Begun and not finished: serving/node-4.")
        .hasMessageContaining("Not begun: serving/node-5.");
    assertThat(MACHINES.named("node-3").read("/etc/waves")).isEqualTo("1\n");
    assertThat(MACHINES.named("node-5").run("ls /etc/waves 2>/dev/null || true")).isEmpty();
  }

  @Test
  @Order(7)
  void takesNothingOffMachinesThatAreDescribedNoMore() {
    Plan plan = bench.plan(ResourceGraph.EMPTY);
    assertThat(AnsibleBench.words(plan))
        .contains("FORGET serving/node-5: ", "FORGET serving/file/etc/fleet.conf: ");
    bench.apply(ResourceGraph.EMPTY, plan);
    assertThat(bench.said()).anyMatch(line -> line.startsWith("nothing was taken off any machine"));
    assertThat(MACHINES.named("node-5").read("/etc/fleet.conf")).isEqualTo("racks = 2\n");
  }
}
