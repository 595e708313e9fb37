package io.plumbline.e2e.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is checked is what was released, whatever the Java of today says, or none does. */
class ReleasedIT {
  private static final String STACKS = "META-INF/services/io.plumbline.dsl.Stack";

  @RegisterExtension static final DeployedFleet DEPLOYED = new DeployedFleet("released");

  @AfterEach
  void describeAsReleased() {
    DEPLOYED.project().stack(DeployedFleet.STACK, Example.PARAMETERS).sections("");
  }

  @Test
  void listsWhatIsNotDeployedYetAsPendingAndNotAsDrift() {
    DEPLOYED.project().stack(DeployedFleet.STACK, Example.withTrainers(3));
    Plumbline.Result result = DEPLOYED.drift();
    assertThat(result.exit()).as(result.toString()).isZero();
    assertThat(Found.text(result.json(), "verdict")).isEqualTo("in-sync");
    assertThat(pending(result.json()))
        .containsExactly(
            "changed trainers/group minSize <- trainers",
            "changed trainers/group maxSize <- trainers",
            "changed trainers/group desiredCapacity <- trainers");
  }

  @Test
  void tellsDriftFromWhatIsPendingAtTheSamePlace() {
    DEPLOYED.project().stack(DeployedFleet.STACK, Example.withTrainers(3));
    Runnable undo = raiseMaximum();
    try {
      Plumbline.Result result = DEPLOYED.drift();
      assertThat(result.exit()).isEqualTo(2);
      assertThat(found(result)).containsExactly("changed trainers/group maxSize <- trainers");
      Obj finding = Found.items(result.json(), "findings").get(0);
      assertThat(finding.get("desired")).isEqualTo(Value.whole(2));
      assertThat(finding.get("observed")).isEqualTo(Value.whole(9));
      assertThat(pending(result.json())).hasSize(3);
    } finally {
      undo.run();
    }
  }

  @Test
  void judgesByArtefactsAsByTheReleaseWhereThereIsNoJava() {
    Path folder = DEPLOYED.project().home().resolve("artefacts");
    assertThat(DEPLOYED.plumbline().run("synth", "-o", folder.toString()).exit()).isZero();
    DEPLOYED.project().stack(DeployedFleet.STACK, Example.withTrainers(5));
    assertThat(withoutJava(folder).exit()).isZero();

    Runnable undo = raiseMaximum();
    try {
      Plumbline.Result byRelease = DEPLOYED.drift();
      Plumbline.Result byArtefacts = withoutJava(folder);
      assertThat(byArtefacts.exit()).as(byArtefacts.toString()).isEqualTo(2);
      assertThat(byArtefacts.json().get("findings")).isEqualTo(byRelease.json().get("findings"));
      assertThat(byArtefacts.json().get("verdict")).isEqualTo(byRelease.json().get("verdict"));
      assertThat(found(byArtefacts)).containsExactly("changed trainers/group maxSize <- trainers");
    } finally {
      undo.run();
    }
  }

  @Test
  void judgesByTheReleaseWhereTheStacksAreGone() {
    Plumbline.Result result =
        DEPLOYED.plumbline().forked().classPath(withoutStacks()).run("drift", "--output", "json");
    assertThat(result.exit()).as(result.toString()).isZero();
    assertThat(Found.text(result.json(), "verdict")).isEqualTo("in-sync");
  }

  @Test
  void refusesArtefactsOfAnotherEnvironmentThanTheOneThatIsNamed(@TempDir Path folder) {
    assertThat(DEPLOYED.plumbline().run("synth", "-o", folder.toString()).exit()).isZero();
    Plumbline.Result named =
        DEPLOYED.plumbline().run("drift", "-e", "dev", "--against", folder + "/sandbox");
    assertThat(named.exit()).as(named.toString()).isEqualTo(1);
    assertThat(named.err()).contains("PLB-RUN-066", "got -e dev", "are of sandbox");
  }

  private static Plumbline.Result withoutJava(Path folder) {
    return DEPLOYED
        .plumbline()
        .forked()
        .classPath(withoutStacks())
        .run("drift", "--output", "json", "--against", folder.toString());
  }

  /** The class path without whatever brings stacks. */
  private static String withoutStacks() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !bringsStacks(Path.of(entry)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean bringsStacks(Path entry) {
    if (!Files.isRegularFile(entry)) {
      return Files.exists(entry.resolve(STACKS));
    }
    try (ZipFile jar = new ZipFile(entry.toFile())) {
      return jar.getEntry(STACKS) != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Runnable raiseMaximum() {
    String name = DEPLOYED.fleet().group("trainers/group").autoScalingGroupName();
    maximum(name, 9);
    return () -> maximum(name, 2);
  }

  private static void maximum(String group, int size) {
    DEPLOYED
        .fleet()
        .scaling()
        .updateAutoScalingGroup(r -> r.autoScalingGroupName(group).maxSize(size));
  }

  private static List<String> found(Plumbline.Result result) {
    return Found.in(result.json(), DEPLOYED.project().home());
  }

  private static List<String> pending(Obj report) {
    return Found.items(report, "pending").stream()
        .map(
            each ->
                Found.text(each, "change")
                    + " "
                    + Found.text(each, "id")
                    + " "
                    + Found.text(each, "attribute")
                    + " <- "
                    + Found.declared((Obj) each.get("source"), DEPLOYED.project().home()))
        .toList();
  }
}
