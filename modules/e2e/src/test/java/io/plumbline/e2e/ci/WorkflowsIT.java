package io.plumbline.e2e.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Workflows and action, and the workflows that are shown to call them, before those that read them.
 */
class WorkflowsIT {
  private static final Path ACTION = Workflow.ROOT.resolve("ci/drift-check/action.yml");

  @TempDir Path folder;

  @BeforeAll
  static void setUp() {
    Programs.setUp();
  }

  static List<Workflow> all() {
    return Workflow.all();
  }

  private String read(List<Path> files) {
    List<String> command =
        new ArrayList<>(List.of("node", "modules/e2e/src/test/resources/workflows.mjs"));
    command.add(".plumbline/workflow-readers");
    files.forEach(file -> command.add(file.toString()));
    Programs.Said said = Programs.run(command.toArray(String[]::new));
    assertThat(said.exit()).as(said.text()).isZero();
    return said.text();
  }

  @Test
  void readersTakeThemAndTheWorkflowsThatCallThem() throws IOException {
    List<Path> files = new ArrayList<>(List.of(ACTION));
    files.add(Workflow.ROOT.resolve(".github/workflows/ci.yml"));
    files.add(Files.writeString(folder.resolve("guide.yml"), workflowInTheGuide()));
    for (Workflow each : all()) {
      files.add(each.file());
      Workflow caller = each.caller();
      files.add(Files.writeString(folder.resolve(caller.file()), caller.text()));
    }
    assertThat(files).hasSize(9);
    assertThat(read(files)).isEmpty();
  }

  private static String workflowInTheGuide() throws IOException {
    String guide = Files.readString(Workflow.ROOT.resolve("docs/guides/watch-drift.md"));
    int start = guide.indexOf("```yaml\non:") + "```yaml\n".length();
    return guide.substring(start, guide.indexOf("```", start));
  }

  @ParameterizedTest
  @CsvSource({
    "drift.yml, 'needs: check', 'needs: chekc'",
    "plan.yml, timeout-minutes, timeout-minute",
    "promote.yml, inputs.to }}, inputs.two }}"
  })
  void readersFindWhatIsWrong(String name, String right, String wrong) throws IOException {
    String text = Files.readString(Workflow.ROOT.resolve("ci/workflows").resolve(name));
    Path file = Files.writeString(folder.resolve(name), text.replace(right, wrong));
    assertThat(read(List.of(file))).contains(name);
  }

  @Test
  void readersFindWhatIsWrongWithTheAction() throws IOException {
    Path file = folder.resolve("action.yml");
    Files.writeString(file, Files.readString(ACTION).replace("composite", "composed"));
    assertThat(read(List.of(file))).contains("Unexpected value 'composed'");
  }

  @Test
  void shellCheckFindsNothing() throws IOException {
    assertThat(Programs.shellCheck(Workflow.ROOT.resolve("ci/drift-check/run.sh"))).isEmpty();
    for (Workflow each : all()) {
      for (Workflow.Step step : each.steps()) {
        if (step.text("run").isPresent()) {
          Path script = Files.writeString(folder.resolve("run.sh"), step.text("run").get());
          assertThat(Programs.shellCheck(script)).as(step.text("run").get()).isEmpty();
        }
      }
    }
  }

  /** GitHub refuses a call that lends less than a job asks for, or leaves an input out. */
  @ParameterizedTest
  @MethodSource("all")
  void theWorkflowsThatCallThemGiveWhatTheyWant(Workflow workflow) {
    Obj call = workflow.caller().jobs().values().iterator().next();
    Map<String, String> wanted = new TreeMap<>();
    workflow.jobs().values().forEach(job -> wanted.putAll(Workflow.permissions(job)));
    assertThat(Workflow.permissions(call)).isEqualTo(wanted);
    Obj inputs =
        (Obj) ((Obj) ((Obj) workflow.content().get("on")).get("workflow_call")).get("inputs");
    Obj given = (Obj) call.get("with");
    assertThat(inputs.members()).containsKeys(given.members().keySet().toArray(String[]::new));
    List<String> required =
        inputs.members().entrySet().stream()
            .filter(each -> ((Obj) each.getValue()).has("required"))
            .map(Map.Entry::getKey)
            .toList();
    assertThat(required).isNotEmpty();
    assertThat(given.members()).containsKeys(required.toArray(String[]::new));
  }
}
