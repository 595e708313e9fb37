package io.plumbline.e2e.onprem;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Machines;
import io.plumbline.live.onprem.OnPremLiveSource;
import io.plumbline.spi.LiveSource.Answer;
import io.plumbline.testkit.lab.LabHost;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What it takes to ask 32 machines, here and there: time, and processor time of this process, of
 * the clients that it starts, and of the machines. Beside it, where Ansible is installed, what its
 * own facts of the same machines take. The figures are printed, and kept in docs/benchmarks.md.
 */
class MachineCostIT {
  @RegisterExtension static final Machines MACHINES = new Machines(32, 0);

  private static final int ROUNDS = Integer.getInteger("plumbline.rounds", 1);

  /** Of /proc/PID/stat (proc(5)): user and system time, and the same of children that ended. */
  private static final int FIRST_TIME = 13;

  private static final long MILLIS_PER_TICK = 10;

  @TempDir private Path folder;

  private static MachineFleet fleet;

  @BeforeAll
  static void setUp() {
    fleet = new MachineFleet(MACHINES.lab());
    ByHand.setUp(MACHINES.lab(), fleet.graph());
  }

  /** Milliseconds. */
  private record Cost(long wall, long here, long there) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%.2f s, processor %.2f s here and %.2f s on the machines",
          wall / 1000.0,
          here / 1000.0,
          there / 1000.0);
    }
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  @Test
  void isLessThanASecondOfProcessorTimeForEach() throws Exception {
    List<Cost> ours = new ArrayList<>();
    List<Cost> ansibles = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      ours.add(cost(this::ask));
      if (hasAnsible()) {
        ansibles.add(cost(this::ansible));
      }
    }
    ours.forEach(each -> System.out.println("facts of 32 machines: " + each));
    ansibles.forEach(each -> System.out.println("ansible all -m setup: " + each));
    assertThat(ours)
        .allSatisfy(each -> assertThat(each.here + each.there).isLessThan(32 * 1000))
        .allSatisfy(each -> assertThat(each.wall).isLessThan(60_000));
  }

  private void ask() {
    try (OnPremLiveSource source = new OnPremLiveSource(fleet.site(Map.of()))) {
      Answer answer =
          source.call("host:Facts", MACHINES.all().stream().map(LabHost::address).toList());
      assertThat(answer.failures()).isEmpty();
      assertThat(answer.items()).hasSize(32);
    }
  }

  private static boolean hasAnsible() {
    return List.of(System.getenv("PATH").split(File.pathSeparator, -1)).stream()
        .anyMatch(each -> Files.isExecutable(Path.of(each, "ansible")));
  }

  /** As quick as it can: as many at a time, and nothing copied that can go through a pipe. */
  private void ansible() throws IOException, InterruptedException {
    Path inventory =
        Files.writeString(
            folder.resolve("hosts"),
            MACHINES.all().stream()
                .map(LabHost::address)
                .collect(Collectors.joining("\n", "", "\n")));
    ProcessBuilder setup =
        new ProcessBuilder(
                "ansible",
                "all",
                "-i",
                inventory.toString(),
                "-m",
                "setup",
                "--forks",
                "32",
                "--tree",
                folder.resolve("facts").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile());
    setup
        .environment()
        .putAll(
            Map.of(
                "ANSIBLE_PIPELINING",
                "True",
                "ANSIBLE_HOME",
                folder.resolve("ansible").toString(),
                "ANSIBLE_SSH_ARGS",
                "-F " + MACHINES.lab().sshConfig(),
                "ANSIBLE_PYTHON_INTERPRETER",
                "/usr/bin/python3"));
    assertThat(setup.start().waitFor()).as(Files.readString(folder.resolve("said"))).isZero();
  }

  private static Cost cost(Work work) throws IOException, InterruptedException {
    long here = millis(ProcessHandle.current().pid());
    long there = there();
    long start = System.nanoTime();
    work.run();
    long wall = Duration.ofNanos(System.nanoTime() - start).toMillis();
    return new Cost(wall, millis(ProcessHandle.current().pid()) - here, there() - there);
  }

  private static long there() throws IOException {
    long all = 0;
    for (LabHost each : MACHINES.all()) {
      all += millis(each.pid());
    }
    return all;
  }

  /** Of a process and its children that ended. */
  private static long millis(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    // The name of the program stands in brackets, and may have spaces.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    int first = FIRST_TIME - 2;
    return LongStream.range(first, first + 4).map(i -> Long.parseLong(fields[(int) i])).sum()
        * MILLIS_PER_TICK;
  }
}
