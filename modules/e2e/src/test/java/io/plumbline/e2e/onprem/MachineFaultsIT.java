package io.plumbline.e2e.onprem;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Verdict;
import io.plumbline.drift.Finding;
import io.plumbline.e2e.harness.Machines;
import io.plumbline.live.onprem.OnPremLiveFactory;
import io.plumbline.testkit.lab.LabHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever keeps a machine from answering, or spoils its answer: it is neither in sync nor gone,
 * the report says why, and the others are compared all the same.
 */
class MachineFaultsIT {
  @RegisterExtension static final Machines MACHINES = new Machines(3, 1);

  private static final String SCRIPT = "/usr/local/libexec/plumbline-facts";
  private static final String KEPT = "cp -p " + SCRIPT + " /var/tmp/kept; ";
  private static final String PUT_BACK = "rm -rf " + SCRIPT + "; mv /var/tmp/kept " + SCRIPT;

  private static MachineFleet fleet;

  @BeforeAll
  static void setUp() {
    fleet = new MachineFleet(MACHINES.lab());
    ByHand.setUp(MACHINES.lab(), fleet.graph());
    DriftReport before = fleet.check();
    assertThat(before.verdict()).as(before.findings().toString()).isEqualTo(Verdict.IN_SYNC);
  }

  /** Once whatever befell them is over. */
  @AfterAll
  static void areInSyncAgain() {
    DriftReport after = fleet.check();
    assertThat(after.verdict()).as(after.findings().toString()).isEqualTo(Verdict.IN_SYNC);
  }

  /**
   * Something that befalls one machine.
   *
   * @param words that the reason must have
   */
  record Fault(String what, String host, String deed, String undo, String words) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Fault> faults() {
    return Stream.concat(onTheWay(), inTheScript());
  }

  private static Stream<Fault> onTheWay() {
    return Stream.of(
        new Fault(
            "it is cut off",
            "node-2",
            "ip link set eth0 down",
            "ip link set eth0 up",
            "NoAnswer: ssh: connect to host"),
        new Fault(
            "nothing listens",
            "node-1",
            "systemctl stop ssh",
            "systemctl start ssh",
            "Connection refused"),
        new Fault(
            "it takes no key",
            "node-2",
            "mv ~root/.ssh/authorized_keys /var/tmp/keys",
            "mv /var/tmp/keys ~root/.ssh/authorized_keys",
            "AccessDenied: root@198.18."),
        new Fault(
            "another machine answers",
            "node-1",
            "cd /etc/ssh; mv lab_host_key kept; ssh-keygen -q -t ed25519 -N '' -f lab_host_key;"
                + " systemctl restart ssh",
            "cd /etc/ssh; mv kept lab_host_key; systemctl restart ssh",
            "NotTrusted: Host key verification failed."),
        new Fault(
            "it greets and then lets nobody in",
            "node-2",
            "echo 'echo Welcome to the hall >&2; exit 1' > /etc/ssh/sshrc;"
                + " mv ~root/.ssh/authorized_keys /var/tmp/keys",
            "rm /etc/ssh/sshrc; mv /var/tmp/keys ~root/.ssh/authorized_keys",
            "AccessDenied: root@198.18."));
  }

  private static Stream<Fault> inTheScript() {
    return Stream.of(
        script("is not there", "rm " + SCRIPT, "NotDeployed: " + SCRIPT + " is not there"),
        script("may not be run", "chmod 0644 " + SCRIPT, "Failed: the script ended with 126"),
        script(
            "is a folder",
            "rm " + SCRIPT + "; mkdir " + SCRIPT,
            "Failed: the script ended with 126"),
        replaced("hangs", "sleep 600", "Timeout: no answer within 10 s"),
        replaced("hangs in the background", "sleep 600 & exit 0", "Timeout: no answer within 10 s"),
        replaced("says nothing", "exit 0", "NotUnderstood: "),
        replaced("fails", "echo half of it; echo boom >&2; exit 1", "ended with 1: boom"),
        replaced("kills itself", "kill -9 $$", "NoAnswer: "),
        replaced("greets", "echo Welcome; exec /var/tmp/kept", "it begins with \"Welcome\""),
        replaced("is cut short", "/var/tmp/kept | head -c 500", "NotUnderstood: JSON"),
        replaced("writes bytes", "head -c 5000 /dev/urandom", "NotUnderstood: JSON"),
        replaced("does not stop", "yes", "NotUnderstood: the answer has more than"),
        replaced("writes a list", "echo '[]'", "NotUnderstood: the answer is no JSON object"),
        replaced("writes nothing of use", "echo '{}'", "does not say what is unread"),
        replaced("leaves all out", "echo '{\"unread\": {}}'", "does not say it; deploy again"),
        script(
            "does not find its list",
            "mv /etc/plumbline/watched.json /var/tmp",
            PUT_BACK + "; mv /var/tmp/watched.json /etc/plumbline",
            "watched.json cannot be read"),
        script(
            "finds a broken list",
            "cp -p /etc/plumbline/watched.json /var/tmp; echo '[]' > /etc/plumbline/watched.json",
            PUT_BACK + "; mv /var/tmp/watched.json /etc/plumbline",
            "the machine cannot say it: TypeError"));
  }

  private static Fault script(String what, String deed, String words) {
    return script(what, deed, PUT_BACK, words);
  }

  private static Fault script(String what, String deed, String undo, String words) {
    return new Fault("the script " + what, "node-3", KEPT + deed, undo, words);
  }

  private static Fault replaced(String what, String body, String words) {
    return script(what, "cat > %s <<'END'\n#!/bin/bash\n%s\nEND".formatted(SCRIPT, body), words);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void areNeitherInSyncNorGone(Fault fault) {
    LabHost host = MACHINES.named(fault.host());
    host.run(fault.deed());
    DriftReport report;
    try {
      report = fleet.check(fleet.graph(), Map.of("timeout.call", "10"));
    } finally {
      host.run(fault.undo());
    }
    String address = (host.systemd() ? "training/" : "serving/") + host.name();
    assertThat(report.verdict()).as(report.findings().toString()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.findings())
        .isNotEmpty()
        .allSatisfy(
            each -> {
              assertThat(each).isInstanceOf(Finding.Undetermined.class);
              assertThat(each.subject().address()).isEqualTo(address);
            })
        .anySatisfy(
            each -> assertThat(((Finding.Undetermined) each).reason()).contains(fault.words()));
    assertThat(report.coverage().compared()).isGreaterThan(2 * 12);
  }

  /** It may look like a change; it never looks like peace. */
  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "[{}]", "null", "7", "{\"a\": []}"})
  void areNotInSyncWhereTheyAnswerInAnotherForm(String form) {
    LabHost host = MACHINES.named("node-3");
    host.run(
        KEPT
            + "cat > %s <<'END'\n#!/usr/bin/python3\n".formatted(SCRIPT)
            + "import json, subprocess\n"
            + "facts = json.loads(subprocess.run(['/var/tmp/kept'], capture_output=True).stdout)\n"
            + "null = None\n"
            + "print(json.dumps({k: v if k == 'unread' else %s for k, v in facts.items()}))\nEND"
                .formatted(form));
    try {
      DriftReport report = fleet.check();
      assertThat(report.verdict()).isNotEqualTo(Verdict.IN_SYNC);
      assertThat(MachineFleet.lines(report))
          .hasSizeGreaterThan(10)
          .allSatisfy(line -> assertThat(line).contains("serving/node-3 "));
    } finally {
      host.run(PUT_BACK);
    }
  }

  @Test
  void areToldOneByOneWhereNoneIsReached() {
    DriftReport report = fleet.check(fleet.graph(), Map.of("ssh.port", "23", "timeout.call", "10"));
    assertThat(MachineFleet.lines(report))
        .containsExactly(
            "undetermined training/node-1",
            "undetermined serving/node-2",
            "undetermined serving/node-3");
  }

  /** As a jump host does where a whole fleet is asked through it. */
  @Test
  void areAskedOnceMoreWhereThereWasACrowdAtTheDoor() throws Exception {
    LabHost host = MACHINES.named("node-1");
    host.run(
        "sed -i 's/^MaxStartups.*/MaxStartups 1:100:1/' /etc/ssh/sshd_config;"
            + " systemctl restart ssh");
    Thread leaving;
    try (Socket crowd = new Socket(host.address(), 22)) {
      assertThat(crowd.getInputStream().read()).isEqualTo('S');
      leaving = Thread.ofPlatform().start(() -> leaveOnceNobodyElseGetsIn(crowd, host));
      DriftReport report = fleet.check();
      assertThat(report.verdict()).as(report.findings().toString()).isEqualTo(Verdict.IN_SYNC);
      assertThat(report.coverage().calls()).isEqualTo(3 + 1);
    } finally {
      host.run(
          "sed -i 's/^MaxStartups.*/MaxStartups 100:30:200/' /etc/ssh/sshd_config;"
              + " systemctl restart ssh");
    }
    leaving.join();
  }

  private static void leaveOnceNobodyElseGetsIn(Socket crowd, LabHost host) {
    host.run(
        "for i in $(seq 200); do journalctl -u ssh | grep -q 'past MaxStartups' && exit;"
            + " sleep 0.1; done; exit 1");
    try {
      crowd.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What `plumbline permissions` writes is enough, and lets the key do nothing else. */
  @Test
  void areAskedByWhoeverMayRunTheScriptAlone() {
    Map<String, String> settings = Map.of("ssh.user", "plumbline");
    String policy =
        new OnPremLiveFactory()
            .readPolicy(fleet.site(settings), new TreeMap<>(Map.of("host:Facts", Set.of())));
    String key = MACHINES.all().getFirst().run("cat ~root/.ssh/authorized_keys").strip();
    for (LabHost host : MACHINES.all()) {
      host.run(
          "useradd --create-home --shell /bin/sh --password '*' plumbline; mkdir -m 755"
              + " ~plumbline/.ssh");
      for (String line : policy.lines().toList()) {
        if (line.startsWith("plumbline ")) {
          host.write("/etc/sudoers.d/plumbline-facts", line + "\n", "r--r-----");
        } else if (line.startsWith("restrict,")) {
          String keys = host.run("echo ~plumbline/.ssh/authorized_keys").strip();
          host.write(keys, line.replace(" KEY", " " + key), "rw-r--r--");
        }
      }
      assertThat(host.run("visudo -cf /etc/sudoers.d/plumbline-facts")).contains("parsed OK");
    }
    assertThat(MachineFleet.lines(fleet.check(fleet.graph(), settings))).isEmpty();
    assertThat(asPlumbline("cat /etc/hostname")).startsWith("{\"name\"");
    MACHINES.named("node-2").run("rm /etc/sudoers.d/plumbline-facts");
    assertThat(fleet.check(fleet.graph(), settings).findings())
        .singleElement()
        .satisfies(
            each ->
                assertThat(((Finding.Undetermined) each).reason())
                    .contains("AccessDenied: sudo:", "`plumbline permissions`"));
  }

  /** What comes of another command with the same key. */
  private static String asPlumbline(String command) {
    List<String> ssh =
        List.of(
            "ssh",
            "-F",
            MACHINES.lab().sshConfig().toString(),
            "-l",
            "plumbline",
            MACHINES.all().getFirst().address(),
            command);
    try {
      Process process = new ProcessBuilder(ssh).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
