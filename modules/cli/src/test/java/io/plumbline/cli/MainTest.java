package io.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.run.Project;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the command line says where nothing can be run; the class path names a stack that is not.
 */
final class MainTest {
  @TempDir Path home;
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void enterAProject() {
    System.setProperty(Project.PROPERTY, home.toString());
  }

  @AfterEach
  void leaveIt() {
    System.clearProperty(Project.PROPERTY);
  }

  private int run(String... arguments) {
    return Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), arguments);
  }

  @ParameterizedTest
  @CsvSource({"drfit,drift", "plann,plan", "depoly,deploy", "destry,destroy"})
  void saysWhatAMisspeltCommandWasMeantToBe(String word, String meant) {
    assertThat(run(word)).isEqualTo(1);
    assertThat(err.toString())
        .contains("'" + word + "'")
        .endsWith("Did you mean: " + meant + "?" + System.lineSeparator());
  }

  @ParameterizedTest
  @ValueSource(strings = {"frob", "restore", "remove", "go"})
  void suggestsNothingForAWordThatIsLikeNoCommand(String word) {
    assertThat(run(word)).isEqualTo(1);
    assertThat(err.toString()).contains("'" + word + "'", "Usage:").doesNotContain("Did you mean");
  }

  @Test
  void leavesNoReportOfAnEarlierCheckWhereOneFails() throws IOException {
    Path old = Files.writeString(home.resolve("drift.json"), "{}");
    assertThat(run("drift", "-e", "nowhere", "--output", "json=" + old)).isEqualTo(1);
    assertThat(old).doesNotExist();
  }

  @Test
  void saysWhatAMisspeltOptionWasMeantToBe() {
    assertThat(run("check", "--verbos")).isEqualTo(1);
    assertThat(err.toString()).contains("Did you mean: --verbose?");
  }

  @Test
  void suggestsNothingForAnOptionOfOneLetter() {
    assertThat(run("check", "-x")).isEqualTo(1);
    assertThat(err.toString()).contains("'-x'", "Usage:").doesNotContain("Did you mean");
  }

  @Test
  void namesAnEntryOfTheServicesThatDoesNotLoad() {
    assertThat(run("check")).isEqualTo(1);
    assertThat(err.toString())
        .contains("PLB-RUN-037 error: entry of META-INF/services does not load")
        .contains("com.example.NoSuchStack not found")
        .contains("META-INF/services/io.plumbline.dsl.Stack")
        .doesNotContain("\tat ");
    assertThat(run("check", "--verbose")).isEqualTo(1);
    assertThat(err.toString()).contains("\tat ");
  }

  @Test
  void saysAnyOtherErrorInOneLine() {
    int exit =
        Failures.report(
            new NoClassDefFoundError("com/example/Part"), new PrintWriter(err), List.of("check"));
    assertThat(exit).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly("error: java.lang.NoClassDefFoundError: com/example/Part");
  }

  @Test
  void saysThatAPlanFileIsMissing() {
    assertThat(run("deploy", home.resolve("none.plan").toString())).isEqualTo(1);
    assertThat(err.toString())
        .contains("PLB-RUN-020", "there is no file " + home.resolve("none.plan"))
        .doesNotContain("Exception");
  }

  @Test
  void countsOneAndMany() {
    assertThat(Counted.of(1, "stack")).isEqualTo("1 stack");
    assertThat(Counted.of(0, "stack")).isEqualTo("0 stacks");
    assertThat(Counted.of(2, "warning")).isEqualTo("2 warnings");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/3", "4/3", "two"})
  void refusesAShardThatIsNone(String shard) {
    assertThat(run("drift", "--shard", shard)).isEqualTo(1);
    assertThat(err.toString()).contains("got " + shard + "; expected I/N");
  }

  @Test
  void refusesToMergeWhatIsNoReport() throws IOException {
    Path file = Files.writeString(home.resolve("drift.json"), "{\"environment\": \"prod\"}");
    assertThat(run("report", "merge", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("PLB-RPT-001", "drift.json: there is no verdict");
    assertThat(run("report", "merge", home.resolve("none.json").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("report cannot be read").contains("none.json");
    assertThat(run("report", "merge")).isEqualTo(1);
    assertThat(run("report")).isEqualTo(1);
  }
}
