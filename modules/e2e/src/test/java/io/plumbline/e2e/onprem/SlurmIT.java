package io.plumbline.e2e.onprem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Verdict;
import io.plumbline.drift.Finding;
import io.plumbline.e2e.harness.Machines;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.Engine.Plan;
import io.plumbline.spi.EngineException;
import io.plumbline.testkit.lab.LabHost;
import io.plumbline.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the real slurmctld and slurmd make of what was generated, and what is said of them. */
@TestMethodOrder(OrderAnnotation.class)
class SlurmIT {
  @RegisterExtension static final Machines MACHINES = new Machines(4, 4);

  private static final String KEY = "PLUMBLINE_TEST_MUNGE_KEY";
  private static final Duration LITTLE = Duration.ofSeconds(10);
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir static Path folder;

  private static SlurmFleet fleet;
  private static AnsibleBench bench;

  @BeforeAll
  static void mountThem() {
    fleet = new SlurmFleet(MACHINES.lab());
    bench = new AnsibleBench(fleet.site(), folder);
    fleet.workers().parallelStream().forEach(SlurmIT::mount);
  }

  private static void mount(LabHost host) {
    host.write("/etc/lab/gpus", ByHand.gpus(8, SlurmFleet.FROM), "rw-r--r--");
    host.run("for gpu in 0 1 2 3 4 5 6 7; do ln -s null /dev/nvidia$gpu; done");
    DriverPackage.offer(host, SlurmFleet.TO);
  }

  @Test
  @Order(1)
  void runsOnWhatWasGeneratedWithoutAnError() {
    ResourceGraph graph = fleet.graph(SlurmFleet.FROM);
    bench.apply(graph, bench.plan(graph));
    await("all nodes in service", () -> states().equals(List.of("idle", "idle", "idle")));
    for (LabHost host : MACHINES.all()) {
      String errors = "journalctl -u slurmctld -u slurmd | grep -E 'error:|fatal:' || true";
      // Debian's plugin for PMIx wants a library that no package brings along.
      assertThat(host.run(errors).lines().filter(line -> !line.contains("pmix"))).isEmpty();
    }
    assertThat(MachineFleet.lines(fleet.check(SlurmFleet.FROM))).isEmpty();
    assertThat(bench.plan(graph).changes()).isEmpty();
    String job = "srun --gres=gpu:h100:2 --nodes=1 printenv CUDA_VISIBLE_DEVICES";
    assertThat(fleet.controller().run(job)).isEqualTo("0,1");
  }

  @Test
  @Order(2)
  void tellsOneStoryOfAGpuThatIsGone() {
    LabHost node = MACHINES.named("node-3");
    node.write("/etc/lab/gpus", ByHand.gpus(7, SlurmFleet.FROM), "rw-r--r--");
    // As slurmd counts them itself where it was built to.
    node.run(
        """
        mkdir /run/lab; cp /etc/slurm/*.conf /run/lab; sed -i 's/0-7/0-6/' /run/lab/gres.conf
        echo SLURM_CONF=/run/lab/slurm.conf > /etc/default/slurmd; systemctl restart slurmd
        """);
    await("one node is not valid", () -> states().contains("inval"));
    DriftReport report = fleet.check(SlurmFleet.FROM);
    assertThat(MachineFleet.lines(report)).containsExactly("changed training/node-3 gpus/count");
    // Whichever of the two came last gives the reason.
    assertThat(((Finding.Changed) report.findings().getFirst()).follows())
        .singleElement(STRING)
        .matches(
            "slurm/node-3 state: inval: (gres/gpu count reported lower than configured"
                + " \\(7 < 8\\)|plumbline-health: 7 of 8 GPUs)");

    node.run("rm /etc/default/slurmd; systemctl restart slurmd");
    await("it is valid", () -> !states().contains("inval"));
    node.run("/usr/local/libexec/plumbline-slurm-health");
    report = fleet.check(SlurmFleet.FROM);
    assertThat(MachineFleet.lines(report)).containsExactly("changed training/node-3 gpus/count");
    assertThat(((Finding.Changed) report.findings().getFirst()).follows())
        .containsExactly("slurm/node-3 state: drained: plumbline-health: 7 of 8 GPUs");

    node.write("/etc/lab/gpus", ByHand.gpus(8, SlurmFleet.FROM), "rw-r--r--");
    node.run("/usr/local/libexec/plumbline-slurm-health");
    assertThat(MachineFleet.lines(fleet.check(SlurmFleet.FROM)))
        .containsExactly("changed slurm/node-3 state");
    fleet.controller().run("scontrol update nodename=node-3 state=resume");
    assertThat(fleet.check(SlurmFleet.FROM).verdict()).isEqualTo(Verdict.IN_SYNC);
  }

  @Test
  @Order(3)
  void tellsOfNodesThatNobodyAnswersForWithTheServiceThatIsDown() {
    fleet.controller().run("systemctl stop slurmctld");
    DriftReport report = fleet.check(SlurmFleet.FROM);
    assertThat(MachineFleet.lines(report))
        .containsExactly("changed control/node-1 services/slurmctld");
    assertThat(((Finding.Changed) report.findings().getFirst()).follows())
        .hasSize(3)
        .allMatch(line -> line.contains("slurm:Nodes"));
    fleet.controller().run("systemctl start slurmctld");
    await("all nodes in service", () -> states().equals(List.of("idle", "idle", "idle")));
  }

  @Test
  @Order(4)
  void startsAgainWhatRunsSinceBeforeItsConfigurationWasWritten() {
    LabHost node = MACHINES.named("node-2");
    node.run("touch /etc/slurm/gres.conf");
    assertThat(MachineFleet.lines(fleet.check(SlurmFleet.FROM)))
        .containsExactly("changed training/node-2 services/slurmd");
    ResourceGraph graph = fleet.graph(SlurmFleet.FROM);
    Plan plan = bench.plan(graph);
    assertThat(AnsibleBench.words(plan))
        .containsExactly("UPDATE training/node-2: Run services (slurmd)");
    bench.apply(graph, plan);
    assertThat(fleet.check(SlurmFleet.FROM).verdict()).isEqualTo(Verdict.IN_SYNC);
  }

  /** What was drained and is not changed yet goes back to work, and the next deploy goes on. */
  @Test
  @Order(5)
  void putsBackWhatItDrainedOnceItsPatienceEnds() {
    LabHost node = MACHINES.named("node-2");
    String job = "sbatch --parsable --exclusive --chdir=/tmp --no-requeue --wrap='sleep 600' -w ";
    String id = fleet.controller().run(job + node.name());
    await("it runs", () -> states().contains("allocated"));
    ResourceGraph graph = fleet.graph(SlurmFleet.TO, slurm -> slurm.patience(LITTLE));
    Plan plan = bench.plan(graph);
    assertThatThrownBy(() -> bench.apply(graph, plan))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("jobs " + id + " still run after 10 seconds of patience")
        .hasMessageContaining("Back at work: node-2. Still out of work: no machine.");
    await("it is heard", () -> states().equals(List.of("allocated", "idle", "idle")));
    assertThat(MachineFleet.lines(fleet.check(SlurmFleet.FROM))).isEmpty();
    fleet.controller().run("scancel " + id);
    await("all nodes in service", () -> states().equals(List.of("idle", "idle", "idle")));
  }

  /**
   * By the controller alone: files, services and other machines stay as they are. Who puts it back
   * to work by hand is told, and undone.
   */
  @Test
  @Order(6)
  void takesAMachineInRepairOutOfWorkAndPutsItBack() {
    ResourceGraph whole = fleet.graph(SlurmFleet.FROM);
    fleet.inRepair("node-4");
    ResourceGraph without = fleet.graph(SlurmFleet.FROM);
    Plan plan = bench.plan(without);
    assertThat(AnsibleBench.words(plan))
        .filteredOn(line -> !line.startsWith("FORGET "))
        .containsExactly("UPDATE control/node-1: Take machines in repair out of work (node-4)");
    bench.apply(without, plan);
    assertThat(nodes()).contains("node-4 drained plumbline-repair: ");
    assertThat(fleet.check(SlurmFleet.FROM).verdict()).isEqualTo(Verdict.IN_SYNC);

    fleet.controller().run("scontrol update nodename=node-4 state=resume");
    await("it is back at work", () -> states().equals(List.of("idle", "idle", "idle")));
    assertThat(fleet.check(SlurmFleet.FROM).findings())
        .singleElement(InstanceOfAssertFactories.type(Finding.Changed.class))
        .satisfies(
            found -> {
              assertThat(found.subject().address()).isEqualTo("slurm/node-4/repair");
              assertThat(found.desired()).isEqualTo(Value.text("drained"));
              assertThat(found.observed()).isEqualTo(Value.text("idle"));
            });
    Plan again = bench.plan(without);
    assertThat(AnsibleBench.words(again))
        .containsExactly("UPDATE control/node-1: Take machines in repair out of work (node-4)");
    bench.apply(without, again);
    assertThat(bench.plan(without).changes()).isEmpty();
    assertThat(fleet.check(SlurmFleet.FROM).verdict()).isEqualTo(Verdict.IN_SYNC);

    fleet.inRepair();
    Plan back = bench.plan(whole);
    assertThat(AnsibleBench.words(back))
        .containsExactly("CREATE training/node-4: Let the machine have jobs again");
    bench.apply(whole, back);
    assertThat(fleet.check(SlurmFleet.FROM).verdict()).isEqualTo(Verdict.IN_SYNC);
  }

  /** Everywhere at once, under a job that goes on; what is in no plan is in no log either. */
  @Test
  @Order(7)
  void rotatesTheKeyOfMunge() throws IOException {
    LabHost controller = fleet.controller();
    String job = controller.run("sbatch --parsable --chdir=/tmp --wrap='sleep 20; hostname'");
    await("it runs", () -> controller.run("squeue -h -o %T -j " + job).equals("RUNNING"));
    String key = "of no use to anybody ".repeat(8);
    Files.writeString(Path.of(System.getenv(KEY)), key);
    ResourceGraph graph = fleet.graph(SlurmFleet.FROM, slurm -> slurm.mungeKey(KEY));
    bench.apply(graph, bench.plan(graph));
    for (LabHost host : MACHINES.all()) {
      assertThat(host.read("/etc/munge/munge.key")).isEqualTo(key);
    }
    assertThat(bench.said()).noneMatch(line -> line.contains("of no use"));
    assertThat(bench.said()).contains("training/node-2: Write the key");
    assertThat(controller.run("srun --quiet --nodes=3 hostname").lines()).hasSize(3);
    await("it ends", () -> !controller.run("squeue -h -j " + job).contains(job));
    assertThat(controller.run("scontrol show job " + job)).contains("JobState=COMPLETED");
    assertThat(bench.plan(graph).changes()).isEmpty();
    assertThat(states()).containsExactly("idle", "idle", "idle");
  }

  /**
   * The program that carries out the change is killed now and then, and so is Slurm's controller:
   * whoever goes on finds what was begun, and no job is lost.
   */
  @Test
  @Order(8)
  void changesDriversUnderRunningJobsOneMachineAtATime() throws InterruptedException {
    LabHost controller = fleet.controller();
    String job = "sbatch --parsable --exclusive --chdir=/tmp --no-requeue --wrap='sleep 15'";
    List<String> jobs =
        fleet.workers().stream().map(w -> controller.run(job + " -w " + w.name())).toList();
    await("they run", () -> states().equals(List.of("allocated", "allocated", "allocated")));
    ResourceGraph graph = fleet.graph(SlurmFleet.TO);
    Random random = new Random(7);
    int killed = 0;
    try (DownCount down = new DownCount(controller)) {
      while (true) {
        Plan plan = bench.plan(graph);
        if (plan.changes().isEmpty()) {
          break;
        }
        int moment = killed < 2 ? 1 + random.nextInt(6) : Integer.MAX_VALUE;
        try {
          bench.apply(graph, plan, killer(controller, moment));
        } catch (EngineException e) {
          killed++;
        }
      }
      assertThat(down.most()).isEqualTo(1);
    }
    assertThat(killed).isPositive();
    for (String each : jobs) {
      assertThat(controller.run("scontrol show job " + each)).contains("JobState=COMPLETED");
    }
    DriftReport report = fleet.check(SlurmFleet.TO);
    assertThat(report.verdict()).as(report.findings().toString()).isEqualTo(Verdict.IN_SYNC);
  }

  /** At a moment by chance: once so many lines were said. */
  private static Consumer<String> killer(LabHost controller, int lines) {
    AtomicInteger said = new AtomicInteger();
    return line -> {
      if (said.incrementAndGet() == lines) {
        controller.run("systemctl kill -s KILL slurmctld");
        ProcessHandle.current()
            .descendants()
            .filter(each -> each.info().commandLine().orElse("").contains("ansible-playbook"))
            .forEach(ProcessHandle::destroyForcibly);
        controller.run("systemctl restart slurmctld");
      }
    };
  }

  private static List<String> states() {
    return fleet.controller().run("sinfo -N -h -o %T").lines().toList();
  }

  private static String nodes() {
    return fleet.controller().run("sinfo -N -h -o '%N %T %E'");
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + LONG.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what + ": " + nodes()).isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
