package io.plumbline.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.cli.Main;
import io.plumbline.e2e.harness.InstalledArtefacts;
import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.files.Folders;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A project outside this repository, from what this build would install: nothing is resolved but
 * from folders of this machine. The tests share it, and go on where the one before ended.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InitIT {
  @RegisterExtension static final SandboxServer SANDBOX = new SandboxServer();

  private static final Path DRIFT_CHECK =
      SandboxServer.repository().resolve("ci/drift-check/run.sh");
  private static final Map<String, String> ACTION =
      Map.of("DRIFT_ENVIRONMENT", "sandbox", "DRIFT_REPORTS", "target/reports");

  private static Path project;

  @BeforeAll
  static void init() throws IOException {
    Path outside = Files.createTempDirectory("plumbline-init");
    project = outside.resolve("my-fleet");
    StringWriter said = new StringWriter();
    int exit = Main.run(new PrintWriter(said), new PrintWriter(said), "init", project.toString());
    assertThat(exit).as(said.toString()).isZero();
    InstalledArtefacts.in(outside.resolve("repository")).useIn(project);
  }

  @AfterAll
  static void remove() {
    Folders.delete(project.getParent());
  }

  @Test
  @Order(1)
  void buildsAndPassesItsTest() throws Exception {
    Said built = run("mvn", "-B", "-ntp", "verify");
    assertThat(built.exit()).as(built.text()).isZero();
    assertThat(built.text()).contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0");
  }

  @Test
  @Order(2)
  void writesItsArtefactsByTheLauncher() throws Exception {
    Said synth = run("./plumbline", "synth");
    assertThat(synth.exit()).as(synth.text()).isZero();
    assertThat(project.resolve("target/plumbline/sandbox/fleet/main/terraform/main.tf.json"))
        .content()
        .contains("aws_autoscaling_group");
  }

  @Test
  @Order(3)
  void deploysToTheSandboxAndIsInSync() throws Exception {
    Said deploy = run("./plumbline", "deploy");
    assertThat(deploy.exit()).as(deploy.text()).isZero();
    assertThat(SANDBOX.aws().autoScaling().describeAutoScalingGroups().autoScalingGroups())
        .hasSize(1);
    Said drift = run("./plumbline", "drift");
    assertThat(drift.exit()).as(drift.text()).isZero();
    assertThat(drift.text()).contains("sandbox: in sync");
  }

  @Test
  @Order(4)
  void servesTheSandboxFromTheJarsAlone() throws Exception {
    Said goal = run("mvn", "-B", "-ntp", "compile", "plumbline:drift");
    assertThat(goal.exit()).as(goal.text()).isZero();
    assertThat(goal.text()).contains("sandbox: in sync");
  }

  @Test
  @Order(5)
  void isCheckedByTheActionByItsLauncherAndWithoutOneByMaven() throws Exception {
    Said launched = run(ACTION, "bash", DRIFT_CHECK.toString());
    assertThat(launched.exit()).as(launched.text()).isZero();

    String group =
        SANDBOX
            .aws()
            .autoScaling()
            .describeAutoScalingGroups()
            .autoScalingGroups()
            .get(0)
            .autoScalingGroupName();
    SANDBOX
        .aws()
        .autoScaling()
        .updateAutoScalingGroup(g -> g.autoScalingGroupName(group).maxSize(99));
    Files.delete(project.resolve("plumbline"));
    // Maven ends with 1 whatever it finds, and the script with what the report says.
    Said built = run(ACTION, "bash", DRIFT_CHECK.toString());
    assertThat(built.exit()).as(built.text()).isEqualTo(2);
    assertThat(built.text()).contains("BUILD FAILURE", "::error file=src/main/java/");
    assertThat(project.resolve("target/reports/drift.sarif")).content().contains("99");
  }

  private record Said(int exit, String text) {}

  private static Said run(String... command) throws IOException, InterruptedException {
    return run(Map.of(), command);
  }

  private static Said run(Map<String, String> variables, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(project.toFile());
    builder.environment().putAll(variables);
    builder.environment().put("PLUMBLINE_SANDBOX_URL", SANDBOX.url().toString());
    builder.environment().put("JAVA_HOME", System.getProperty("maven.java.home"));
    Path mirror = SandboxServer.repository().resolve(".plumbline/terraform.rc");
    if (Files.exists(mirror)) {
      // As the user of a machine that has the provider in a folder of its own would say.
      builder.environment().put("TF_CLI_CONFIG_FILE", mirror.toString());
    }
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }
}
