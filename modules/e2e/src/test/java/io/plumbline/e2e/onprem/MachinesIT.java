package io.plumbline.e2e.onprem;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Verdict;
import io.plumbline.e2e.harness.Machines;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody does on a machine by hand is found, where it was done; and is gone when undone. */
class MachinesIT {
  @RegisterExtension static final Machines MACHINES = new Machines(8, 2);

  private static MachineFleet fleet;

  @BeforeAll
  static void setUp() {
    fleet = new MachineFleet(MACHINES.lab());
    ByHand.setUp(MACHINES.lab(), fleet.graph());
  }

  /**
   * Something done on one machine.
   *
   * @param found what a check must say of it
   */
  record Change(String what, String host, String deed, String undo, List<String> found) {
    @Override
    public String toString() {
      return what + " on " + host;
    }
  }

  private static Change change(
      String what, String host, String deed, String undo, String... attributes) {
    String address = (MACHINES.named(host).systemd() ? "training/" : "serving/") + host;
    return new Change(
        what,
        host,
        deed,
        undo,
        Stream.of(attributes).map(each -> each.replace("@", address)).toList());
  }

  @Test
  void areAsTheyAreDescribed() {
    DriftReport report = fleet.check();
    assertThat(MachineFleet.lines(report)).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.IN_SYNC);
    assertThat(report.coverage().calls()).isEqualTo(8);
    assertThat(report.coverage().compared()).isGreaterThan(8 * 12);
  }

  @Test
  void runTheKernelThatTheyShould() {
    DriftReport report =
        fleet.check(
            fleet.graph(f -> f.release("2026.11", release -> release.kernel("6.1.0-99-amd64"))),
            Map.of());
    assertThat(MachineFleet.lines(report)).contains("changed serving/node-3 kernel");
  }

  static Stream<Change> changes() {
    return Stream.of(hardware(), software(), settings()).flatMap(each -> each);
  }

  private static Stream<Change> hardware() {
    return Stream.of(
        change(
            "a GPU falls off the bus",
            "node-3",
            "echo '%s' > /etc/lab/gpus".formatted(ByHand.gpus(7, MachineFleet.DRIVER)),
            "echo '%s' > /etc/lab/gpus".formatted(ByHand.gpus(8, MachineFleet.DRIVER)),
            "changed @ gpus/count"),
        change(
            "no GPU is left",
            "node-4",
            "mv /etc/lab/gpus /etc/lab/kept",
            "mv /etc/lab/kept /etc/lab/gpus",
            "changed @ gpus/count"),
        change(
            "ECC is switched off on one GPU",
            "node-5",
            "sed -i 's/\"ecc.mode.current\": \"Enabled\"/\"ecc.mode.current\": \"Disabled\"/'"
                + " /etc/lab/gpus",
            "echo '%s' > /etc/lab/gpus".formatted(ByHand.gpus(8, MachineFleet.DRIVER)),
            "changed @ gpus/ecc"),
        change(
            "nvidia-smi cannot talk to the driver",
            "node-6",
            "echo 'echo NVIDIA-SMI has failed; exit 9' > /etc/lab/nvidia-smi",
            "rm /etc/lab/nvidia-smi",
            "undetermined @ driverVersion",
            "undetermined @ gpus"),
        change(
            "nvidia-smi hangs",
            "node-6",
            "echo 'sleep 600' > /etc/lab/nvidia-smi",
            "rm /etc/lab/nvidia-smi",
            "undetermined @ driverVersion",
            "undetermined @ gpus"),
        change(
            "a GPU reports an error",
            "node-7",
            "echo '[  12.3] NVRM: Xid (PCI:0000:4e:00): 79, pid=1, GPU has fallen off the bus.'"
                + " > /etc/lab/dmesg",
            "rm /etc/lab/dmesg",
            "changed @ xids"),
        change(
            "the board is exchanged",
            "node-8",
            "cp /etc/lab/serial /etc/lab/kept; echo OTHER > /etc/lab/serial",
            "mv /etc/lab/kept /etc/lab/serial",
            "changed @ serial"),
        change(
            "a link goes down",
            "node-2",
            "ip link set ib0 down",
            "ip link set ib0 up",
            "changed @ links/ib0/megabits",
            "changed @ links/ib0/state"));
  }

  private static Stream<Change> software() {
    return Stream.of(
        change(
            "another driver is installed",
            "node-3",
            "echo '%s' > /etc/lab/gpus".formatted(ByHand.gpus(8, "575.57.08")),
            "echo '%s' > /etc/lab/gpus".formatted(ByHand.gpus(8, MachineFleet.DRIVER)),
            "changed @ driverVersion"),
        change(
            "CUDA is removed",
            "node-4",
            "mv /usr/local/cuda /usr/local/kept",
            "mv /usr/local/kept /usr/local/cuda",
            "changed @ cudaVersion"),
        change(
            "a package is upgraded",
            "node-5",
            "cp /var/lib/dpkg/status /var/tmp/status; sed -i '/^Package: bash$/,/^$/s/^Version:"
                + " .*/Version: 99.1-1/' /var/lib/dpkg/status",
            "mv /var/tmp/status /var/lib/dpkg/status",
            "changed @ packages/bash"),
        change(
            "dpkg's list is broken",
            "node-5",
            "mv /var/lib/dpkg/status /var/tmp/status; echo broken > /var/lib/dpkg/status",
            "mv /var/tmp/status /var/lib/dpkg/status",
            "undetermined @ packages"),
        change(
            "a service is stopped",
            "node-1",
            "systemctl stop fleet-agent",
            "systemctl start fleet-agent",
            "changed @ services/fleet-agent"),
        change(
            "a service is disabled",
            "node-2",
            "systemctl disable --quiet fleet-agent",
            "systemctl enable --quiet fleet-agent",
            "changed @ services/fleet-agent"),
        change(
            "another release is installed",
            "node-6",
            "echo 2026.09 > /etc/plumbline/release",
            "echo 2026.11 > /etc/plumbline/release",
            "changed @ release"));
  }

  private static Stream<Change> settings() {
    return Stream.of(
        change(
            "a managed file is edited",
            "node-7",
            "echo 'racks = 3' > /etc/fleet.conf",
            "echo 'racks = 2' > /etc/fleet.conf",
            "changed @ files//etc/fleet.conf"),
        change(
            "a managed file may be written by all",
            "node-8",
            "chmod 0666 /etc/fleet.conf",
            "chmod 0644 /etc/fleet.conf",
            "changed @ files//etc/fleet.conf"),
        change(
            "a managed file is removed",
            "node-1",
            "mv /etc/fleet.conf /var/tmp",
            "mv /var/tmp/fleet.conf /etc",
            "changed @ files//etc/fleet.conf"),
        change(
            "the script itself is edited",
            "node-2",
            "cp -p /usr/local/libexec/plumbline-facts /var/tmp; echo >>"
                + " /usr/local/libexec/plumbline-facts",
            "mv /var/tmp/plumbline-facts /usr/local/libexec",
            "changed @ files//usr/local/libexec/plumbline-facts"),
        change(
            "a kernel parameter is set",
            "node-3",
            "echo 4096 > /proc/sys/net/core/somaxconn",
            "echo 8192 > /proc/sys/net/core/somaxconn",
            "changed @ sysctls/net.core.somaxconn"),
        change(
            "storage is not mounted",
            "node-4",
            "umount /scratch",
            "mount -t tmpfs -o rw,noexec scratch /scratch",
            "changed @ mounts//scratch"),
        change(
            "storage is mounted read-only",
            "node-5",
            "mount -o remount,ro /scratch",
            "mount -o remount,rw /scratch",
            "changed @ mounts//scratch/options"),
        change(
            "something else is mounted over it",
            "node-6",
            "mount -t tmpfs -o rw,noexec other /scratch",
            "umount /scratch",
            "changed @ mounts//scratch/source"),
        change(
            "somebody adds a key",
            "node-7",
            "echo 'ssh-ed25519 AAAAC3Nz eve' >> ~ada/.ssh/authorized_keys",
            "sed -i '$d' ~ada/.ssh/authorized_keys",
            "changed @ accounts/ada/keys"),
        change(
            "an account leads its keys elsewhere",
            "node-8",
            "cd ~ada/.ssh; mv authorized_keys kept; ln -s /etc/shadow authorized_keys",
            "cd ~ada/.ssh; mv kept authorized_keys",
            "undetermined @ accounts"),
        change(
            "an account is in another group",
            "node-1",
            "usermod --append --groups sudo ada",
            "gpasswd --delete ada sudo",
            "changed @ accounts/ada/groups"),
        change(
            "a group has another number",
            "node-2",
            "groupmod --gid 4999 research",
            "groupmod --gid 4100 research",
            "changed @ groups/research/gid"));
  }

  /** Each time the next change of every machine, so that each finding must be of the right one. */
  static Stream<List<Change>> rounds() {
    Map<String, Deque<Change>> byHost = new LinkedHashMap<>();
    changes()
        .forEach(each -> byHost.computeIfAbsent(each.host(), h -> new ArrayDeque<>()).add(each));
    List<List<Change>> rounds = new ArrayList<>();
    while (byHost.values().stream().anyMatch(left -> !left.isEmpty())) {
      rounds.add(byHost.values().stream().map(Deque::poll).filter(Objects::nonNull).toList());
    }
    return rounds.stream();
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void areFoundChangedAndAsBeforeWhenThatIsUndone(List<Change> changes) {
    DriftReport after;
    try {
      changes.forEach(each -> MACHINES.named(each.host()).run(each.deed()));
      after = fleet.check();
    } finally {
      changes.forEach(each -> MACHINES.named(each.host()).run(each.undo()));
    }
    assertThat(MachineFleet.lines(after))
        .as(after.findings().toString())
        .containsExactlyInAnyOrderElementsOf(
            changes.stream().flatMap(each -> each.found().stream()).toList());
    assertThat(after.verdict()).isNotEqualTo(Verdict.IN_SYNC);
    DriftReport undone = fleet.check();
    assertThat(undone.verdict()).as(undone.findings().toString()).isEqualTo(Verdict.IN_SYNC);
  }
}
