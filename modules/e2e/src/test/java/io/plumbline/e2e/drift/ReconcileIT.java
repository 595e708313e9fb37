package io.plumbline.e2e.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.cli.Main;
import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.run.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What drift finds is reverted, adopted or ignored, and the next check agrees. */
class ReconcileIT {
  private static final String POOL = "spot/group";

  /** A terminal with somebody at it. */
  private static final String TERMINAL =
      """
      import os, pty, signal, sys

      signal.alarm(240)
      answers = [pair.split("=", 1) for pair in sys.argv[1].split("|")]
      child, terminal = pty.fork()
      if child == 0:
          os.execvp(sys.argv[2], sys.argv[2:])

      def more():
          try:
              said = os.read(terminal, 4096)
          except OSError:
              said = b""
          sys.stdout.buffer.write(said)
          return said

      for question, answer in answers:
          seen = b""
          while question.encode() not in seen:
              said = more()
              if not said:
                  sys.exit("ended before it asked " + question)
              seen += said
          os.write(terminal, answer.encode() + b"\\n")
      while more():
          pass
      sys.stdout.flush()
      sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
      """;

  @RegisterExtension static final DeployedFleet DEPLOYED = new DeployedFleet("reconcile");

  @AfterEach
  void putBack() {
    DEPLOYED.project().stack(DeployedFleet.STACK, Example.PARAMETERS).sections("");
    Result deployed = run("deploy");
    assertThat(deployed.exit()).as(deployed.toString()).isZero();
  }

  @Test
  void revertsByADeployOfTheStack() {
    maximum("trainers/group", 40);
    Result reverted = run("reconcile", "--revert", "trainers/group");
    assertThat(reverted.exit()).as(reverted.toString()).isZero();
    assertThat(DEPLOYED.fleet().group("trainers/group").maxSize()).isEqualTo(2);
    assertThat(run("reconcile").exit()).isZero();
  }

  @Test
  void ignoresUntilADayAndKeepsTheFileAsItIs() throws IOException {
    DEPLOYED
        .project()
        .sections(
            """
            # what may stay
            tolerances:   # few
              - kind: bucket
                undetermined: 1%
                reason: none
            """);
    String before = environment();
    maximum("trainers/group", 40);
    Result ignored =
        run(
            "reconcile",
            "--ignore",
            "trainers/group:maxSize",
            "--until",
            "2099-01-31",
            "--reason",
            "a: test # of \"it\"");
    assertThat(ignored.exit()).as(ignored.toString()).isZero();
    assertThat(ignored.out())
        .contains("+++ b/environments/sandbox.yaml", "+  - stack:", "0 findings left");
    assertThat(environment()).startsWith(before.strip()).contains("until: 2099-01-31");

    maximum(POOL, 30);
    Result second =
        run("reconcile", "--ignore", POOL, "--until", "2099-01-31", "--reason", "another");
    assertThat(second.exit()).as(second.toString()).isZero();
    Result drift = DEPLOYED.drift();
    assertThat(drift.exit()).as(drift.toString()).isZero();
    assertThat(environment()).startsWith(before.strip()).containsOnlyOnce("ignore:");
  }

  @Test
  void adoptsWhatAParameterSaysAndADeployThenChangesNothingLive() throws IOException {
    maximum(POOL, 30);
    Result adopted = run("reconcile", "--adopt", POOL + ":maxSize");
    assertThat(adopted.exit()).as(adopted.toString()).isZero();
    assertThat(adopted.out()).contains("-      max: 4", "+      max: 30");
    assertThat(environment()).contains("max: 30", "min: 0", "maxPrice: 40 USD/h");
    Result drift = DEPLOYED.drift();
    assertThat(drift.out()).contains("\"pending\"", "\"maxSize\"");
    assertThat(run("deploy").exit()).isZero();
    assertThat(DEPLOYED.fleet().group(POOL).maxSize()).isEqualTo(30);
    assertThat(DEPLOYED.drift().exit()).isZero();
  }

  @Test
  void adoptsNothingThatWouldChangeWhatIsInSync() throws IOException {
    maximum("trainers/group", 40);
    String before = environment();
    Result refused = run("reconcile", "--adopt", "trainers/group");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("PLB-RUN-064", "trainers: then", "minSize", "would differ");
    assertThat(environment()).isEqualTo(before);
  }

  @Test
  void asksNobodyWhereThereIsNoTerminal() {
    maximum("trainers/group", 40);
    Result told = run("reconcile");
    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.out()).contains("trainers/group", "--revert, --adopt or --ignore");
  }

  @Test
  void refusesWhatItCannotDo() {
    maximum("trainers/group", 40);
    Result unknown = run("reconcile", "--revert", "nothing/here");
    assertThat(unknown.exit()).isEqualTo(1);
    assertThat(unknown.err()).contains("PLB-RUN-063", "there is: trainers/group");
    Result endless = run("reconcile", "--ignore", "trainers/group");
    assertThat(endless.err()).contains("PLB-RUN-063", "--until DATE --reason TEXT");
  }

  @Test
  void asksOfEachFindingOnATerminal() throws IOException, InterruptedException {
    maximum("trainers/group", 40);
    maximum(POOL, 30);
    String said =
        onATerminal(
            "uit?=x|uit?=a|uit?=i|2027-01-31)?=2099-01-31|why?=by hand|uit?=a", "reconcile");
    assertThat(said).contains("trainers/group (auto-scaling-group", "mend: plumbline deploy");
    assertThat(said).contains("PLB-RUN-064", "0 findings left");
    assertThat(environment()).contains("reason: by hand", "max: 30");
  }

  /** Answers questions as they come: {@code QUESTION=ANSWER|...}. */
  private static String onATerminal(String answers, String command)
      throws IOException, InterruptedException {
    Path python = SandboxServer.repository().resolve(".plumbline/venv/bin/python");
    Process process =
        new ProcessBuilder(
                python.toString(),
                "-c",
                TERMINAL,
                answers,
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-D" + Project.PROPERTY + "=" + DEPLOYED.project().home(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                command)
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static void maximum(String address, int size) {
    String name = DEPLOYED.fleet().group(address).autoScalingGroupName();
    DEPLOYED
        .fleet()
        .scaling()
        .updateAutoScalingGroup(r -> r.autoScalingGroupName(name).maxSize(size));
  }

  private static String environment() throws IOException {
    Path file = DEPLOYED.project().home().resolve("environments/sandbox.yaml");
    return Files.readString(file);
  }

  private static Result run(String... command) {
    return DEPLOYED.plumbline().run(command);
  }
}
