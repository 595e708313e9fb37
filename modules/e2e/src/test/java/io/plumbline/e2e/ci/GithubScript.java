package io.plumbline.e2e.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The script of a workflow that writes to issues, and issues for it to write to. */
final class GithubScript {
  private static final Path RUNNER =
      Workflow.ROOT.resolve("modules/e2e/src/test/resources/github-script.mjs");

  private final Path folder;
  private final Path script;
  private final Path issues;

  GithubScript(Path folder, String workflow, String issues) throws IOException {
    this.folder = folder;
    this.script = Files.writeString(folder.resolve("script.js"), Workflow.named(workflow).script());
    this.issues = Files.writeString(folder.resolve("issues.json"), issues);
  }

  /** Puts a file of an artefact in place. */
  void artefact(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  void run(String environment, String event) {
    Programs.Said said =
        Programs.run(
            folder,
            Map.of("ENVIRONMENT", environment),
            List.of("node", RUNNER.toString(), script.toString(), issues.toString(), event));
    assertThat(said.exit()).as(said.text()).isZero();
  }

  /** All issues as they are now. */
  List<Obj> issues() throws IOException {
    return items(JsonReader.read(Files.readString(issues)));
  }

  /** What is said on an issue. */
  static List<String> comments(Obj issue) {
    return items(issue.get("comments")).stream().map(each -> text(each, "body")).toList();
  }

  static String text(Obj object, String member) {
    return object.get(member) instanceof Value.Text text ? text.value() : "";
  }

  private static List<Obj> items(Value value) {
    return ((Value.Sequence) value).items().stream().map(Obj.class::cast).toList();
  }
}
