package io.plumbline.e2e.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.e2e.harness.ProjectFolder;
import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.testkit.live.Fault;
import io.plumbline.testkit.live.FaultProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** The script of the action, run as a runner of GitHub's runs it. */
class DriftCheckIT {
  private static final List<String> REPORTS = List.of("json", "sarif", "junit", "html", "markdown");

  @RegisterExtension static final SandboxServer SANDBOX = new SandboxServer();

  private static ProjectFolder project;

  @BeforeAll
  static void deploy() throws IOException {
    project =
        ProjectFolder.make("drift-check", SANDBOX)
            .engine("cloudformation")
            .stack("model-store", "bucket: checked\naction: s3:GetObject");
    Plumbline.Result deployed = new Plumbline(project).run("deploy");
    assertThat(deployed.exit()).as("%s", deployed).isZero();
    Launcher.write(project.home());
  }

  @AfterEach
  void mend() {
    project.endpoint(SANDBOX.url());
    version(BucketVersioningStatus.ENABLED);
  }

  private static void version(BucketVersioningStatus status) {
    SANDBOX
        .aws()
        .s3()
        .putBucketVersioning(
            v -> v.bucket("checked").versioningConfiguration(c -> c.status(status)));
  }

  private static Runner.Step check(Map<String, String> inputs) {
    return Runner.in(project.home()).bash(Workflow.ROOT.resolve("ci/drift-check/run.sh"), inputs);
  }

  private static Map<String, String> failOn(String what) {
    return Map.of("DRIFT_ENVIRONMENT", "sandbox", "DRIFT_FAIL_ON", what);
  }

  @Test
  void passesWhereAllIsInSync() throws IOException {
    Runner.Step step =
        check(Map.of("DRIFT_ENVIRONMENT", "sandbox", "DRIFT_STACKS", " model-store\n"));
    assertThat(step.exit()).as(step.said()).isZero();
    assertThat(step.outputs())
        .containsEntry("verdict", "in-sync")
        .containsEntry("exit-code", "0")
        .containsEntry("complete", "true");
    assertThat(step.summary()).startsWith("## ✅ sandbox: in sync");
    assertThat(step.said()).contains("sandbox: in sync");
    for (String each : REPORTS) {
      assertThat(Path.of(step.outputs().get(each))).isNotEmptyFile();
    }
    assertThat(Path.of(step.outputs().get("reports"), "verdict")).hasContent("in-sync");
    assertThat(goesToCodeScanning(step)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"incomplete, 2", "drift, 2", "never, 0"})
  void saysWhatHasDrifted(String failOn, int exit) throws IOException {
    version(BucketVersioningStatus.SUSPENDED);
    Runner.Step step = check(failOn(failOn));
    assertThat(step.exit()).as(step.said()).isEqualTo(exit);
    assertThat(step.outputs()).containsEntry("verdict", "drift").containsEntry("exit-code", "2");
    assertThat(step.summary()).contains("## ❌ sandbox: drift", "models", "Suspended");
    assertThat(Files.readString(Path.of(step.outputs().get("sarif")))).contains("Suspended");
    // The project lies in a folder of the repository, and GitHub counts from there.
    String file = "drift-check/src/test/java/io/plumbline/e2e/deploy/ModelStore.java";
    assertThat(step.said()).contains("::error file=" + file + ",line=");
    assertThat(Files.readString(Path.of(step.outputs().get("sarif")))).contains("\"" + file + "\"");
    assertThat(project.home().resolveSibling(file)).exists();
  }

  @ParameterizedTest
  @CsvSource({"incomplete, 3", "drift, 0", "never, 0"})
  void takesAFailedReadForSuccessOnlyWhereAskedTo(String failOn, int exit) throws IOException {
    try (FaultProxy proxy = new FaultProxy(SANDBOX.url())) {
      proxy.spoil("GetBucketVersioning", Fault.denied());
      project.endpoint(proxy.uri());
      Runner.Step step = check(failOn(failOn));
      assertThat(step.exit()).as(step.said()).isEqualTo(exit);
      assertThat(step.outputs())
          .containsEntry("verdict", "incomplete")
          .containsEntry("complete", "false");
      assertThat(step.summary()).contains("⚠️", "AccessDenied");
      assertThat(goesToCodeScanning(step)).isFalse();
    }
  }

  /** What workflow {@code drift} makes of the reports. */
  private static boolean goesToCodeScanning(Runner.Step step) throws IOException {
    Path drift = project.home().resolve("drift");
    Files.createSymbolicLink(drift, Path.of(step.outputs().get("reports")));
    Runner.Step report =
        Runner.in(project.home()).run(Workflow.named("drift").run("report"), Map.of());
    Files.delete(drift);
    assertThat(report.exit()).as(report.said()).isZero();
    return report.outputs().equals(Map.of("complete", "true"));
  }

  private static Runner.Step shard(String shard, Path folder) {
    return check(
        Map.of(
            "DRIFT_ENVIRONMENT",
            "sandbox",
            "DRIFT_SHARD",
            shard,
            "DRIFT_FAIL_ON",
            "never",
            "DRIFT_REPORTS",
            folder.resolve("drift-sandbox~" + shard.charAt(0)).toString()));
  }

  private static Runner.Step merge(Path folder) {
    return check(
        Map.of(
            "DRIFT_ENVIRONMENT",
            "sandbox",
            "DRIFT_MERGE",
            folder.toString(),
            "DRIFT_REPORTS",
            folder.resolve("merged/of/all").toString()));
  }

  @Test
  void mergesWhatShardsHaveFound(@TempDir Path folder) throws IOException {
    version(BucketVersioningStatus.SUSPENDED);
    for (String each : List.of("1/2", "2/2")) {
      Runner.Step step = shard(each, folder);
      assertThat(step.exit()).as(step.said()).isZero();
      assertThat(step.summary()).isEmpty();
      assertThat(step.said()).contains("shard " + each).doesNotContain("::error", "::notice");
    }
    Runner.Step merged = merge(folder);
    assertThat(merged.exit()).as(merged.said()).isEqualTo(2);
    assertThat(merged.outputs()).containsEntry("verdict", "drift").containsEntry("exit-code", "2");
    assertThat(merged.summary()).contains("## ❌ sandbox: drift", "models", "Suspended");
    assertThat(merged.said()).contains("::error file=drift-check/src/test/java/");
    for (String each : REPORTS) {
      assertThat(Path.of(merged.outputs().get(each))).isNotEmptyFile();
    }
  }

  /** Whichever of them has the only stack: none is in sync without the other. */
  @ParameterizedTest
  @ValueSource(strings = {"1/2", "2/2"})
  void isIncompleteWithoutTheReportOfAShard(String shard, @TempDir Path folder) throws IOException {
    assertThat(shard(shard, folder).exit()).isZero();
    Path failed = Files.createDirectories(folder.resolve("drift-sandbox~3"));
    Files.writeString(failed.resolve("verdict"), "error\n");
    Runner.Step merged = merge(folder);
    assertThat(merged.exit()).as(merged.said()).isEqualTo(3);
    assertThat(merged.outputs())
        .containsEntry("verdict", "incomplete")
        .containsEntry("complete", "false");
    assertThat(merged.said()).contains("report of a shard is missing");
  }

  @Test
  void failsWhereThereIsNothingToMerge(@TempDir Path folder) {
    Runner.Step merged = merge(folder);
    assertThat(merged.exit()).as(merged.said()).isEqualTo(1);
    assertThat(merged.outputs()).containsEntry("verdict", "error");
    assertThat(merged.summary()).contains("there is no report to merge");
  }

  @Test
  void failsWhereTheCheckFailsAndLeavesNoReportOfAnEarlierOne() throws IOException {
    Path reports = Files.createDirectories(project.home().resolve("reports"));
    Map<String, String> inputs =
        Map.of(
            "DRIFT_ENVIRONMENT",
            "sandbox",
            "DRIFT_FAIL_ON",
            "never",
            "DRIFT_REPORTS",
            reports.toString());
    assertThat(check(inputs).exit()).isZero();
    assertThat(reports.resolve("drift.json")).exists();

    Files.writeString(project.home().resolve("environments/sandbox.yaml"), "sites: none\n");
    Runner.Step step = check(inputs);

    assertThat(step.exit()).as(step.said()).isEqualTo(1);
    assertThat(step.outputs())
        .containsOnly(
            Map.entry("verdict", "error"),
            Map.entry("exit-code", "1"),
            Map.entry("reports", reports.toString()));
    assertThat(step.said()).contains("PLB-ENV-", "::error title=Drift check failed::");
    assertThat(step.summary()).contains("## ❌ sandbox: the drift check failed");
    assertThat(reports)
        .isDirectoryNotContaining("glob:**/drift.*")
        .isDirectoryContaining("glob:**/verdict");
  }

  /** A command that writes nothing, or ends otherwise than its report says, has checked nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"true", "false", "sh -c 'exit 2'", "./ends-with-1", "no-such-command"})
  void believesNoExitCodeWithoutItsReport(String command) throws IOException {
    Path liar = project.home().resolve("ends-with-1");
    Files.writeString(liar, "#!/bin/sh\n./plumbline \"$@\"\nexit 1\n");
    assertThat(liar.toFile().setExecutable(true)).isTrue();
    Runner.Step step =
        check(
            Map.of(
                "DRIFT_ENVIRONMENT",
                "sandbox",
                "DRIFT_FAIL_ON",
                "never",
                "DRIFT_COMMAND",
                command));
    assertThat(step.exit()).as(step.said()).isEqualTo(1);
    assertThat(step.outputs()).containsEntry("verdict", "error").doesNotContainKey("json");
  }

  @ParameterizedTest
  @CsvSource({
    "DRIFT_ENVIRONMENT, 'prod\nverdict=in-sync'",
    "DRIFT_ENVIRONMENT, --help",
    "DRIFT_ENVIRONMENT, ../sandbox",
    "DRIFT_STACKS, model-store --help",
    "DRIFT_FAIL_ON, nothing",
    "DRIFT_SHARD, 2",
    "DRIFT_SHARD, 1/2 --help",
    "DRIFT_MERGE, '/tmp/a,/tmp/b'",
    "DRIFT_REPORTS, '/tmp/a,github=/tmp/b'"
  })
  void refusesInputsThatPassForSomethingElse(String name, String value) {
    Map<String, String> inputs = new HashMap<>(Map.of("DRIFT_ENVIRONMENT", "sandbox"));
    inputs.put(name, value);
    Runner.Step step = check(inputs);
    assertThat(step.exit()).as(step.said()).isEqualTo(1);
    assertThat(step.said()).contains("::error").doesNotContain("stop-commands");
    assertThat(step.outputs().getOrDefault("verdict", "error")).isEqualTo("error");
  }

  /** Between the two lines the runner takes nothing for a command. */
  @Test
  void liveValuesCommandTheRunnerToNothing() {
    String said = check(failOn("drift")).said();
    String word = said.lines().findFirst().orElseThrow().replace("::stop-commands::", "");
    assertThat(word).matches("[0-9a-f]{32}");
    assertThat(said.indexOf("sandbox: in sync")).isBetween(0, said.indexOf("\n::" + word + "::\n"));
  }
}
