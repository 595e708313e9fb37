package io.plumbline.e2e.ci;

import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.yaml.YamlDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A workflow of GitHub's, as far as tests look into it. */
record Workflow(Path file, String text, Obj content) {
  static final Path ROOT = SandboxServer.repository();

  /** One of {@code ci/workflows}. */
  static Workflow named(String name) {
    Path file = ROOT.resolve("ci/workflows").resolve(name + ".yml");
    try {
      return of(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Workflow of(Path file, String text) {
    return new Workflow(file, text, (Obj) YamlDocument.read(text, file.toString()).value());
  }

  static List<Workflow> all() {
    return Stream.of("drift", "plan", "promote").map(Workflow::named).toList();
  }

  /** A step, and the job that it is of. */
  record Step(String job, Obj content) {
    /** What it gives an action, or itself is told: {@code run}, {@code uses}, {@code id}. */
    Optional<String> text(String name) {
      Obj with = content.get("with") instanceof Obj inputs ? inputs : Obj.EMPTY;
      Value value = name.equals("script") ? with.get(name) : content.get(name);
      return value instanceof Value.Text text ? Optional.of(text.value()) : Optional.empty();
    }
  }

  Map<String, Obj> jobs() {
    Map<String, Obj> jobs = new TreeMap<>();
    ((Obj) content.get("jobs")).members().forEach((name, job) -> jobs.put(name, (Obj) job));
    return jobs;
  }

  List<Step> steps() {
    return jobs().entrySet().stream()
        .filter(job -> job.getValue().has("steps"))
        .flatMap(
            job ->
                ((Value.Sequence) job.getValue().get("steps"))
                    .items().stream().map(step -> new Step(job.getKey(), (Obj) step)))
        .toList();
  }

  /** The shell script of a step, by the step's id. */
  String run(String id) {
    return steps().stream()
        .filter(step -> step.text("id").filter(id::equals).isPresent())
        .findFirst()
        .flatMap(step -> step.text("run"))
        .orElseThrow();
  }

  /** The only script that is run with a client of GitHub's. */
  String script() {
    return steps().stream().flatMap(step -> step.text("script").stream()).findFirst().orElseThrow();
  }

  /** What a job, or the workflow, may do: {@code contents: read}. */
  static Map<String, String> permissions(Obj of) {
    Map<String, String> permissions = new TreeMap<>();
    ((Obj) of.get("permissions"))
        .members()
        .forEach((scope, level) -> permissions.put(scope, ((Value.Text) level).value()));
    return permissions;
  }

  /** The workflow that the comment at its head shows, as one that calls it. */
  Workflow caller() {
    StringBuilder shown = new StringBuilder();
    text.lines()
        .takeWhile(line -> line.startsWith("#"))
        .filter(line -> line.startsWith("#   "))
        .forEach(line -> shown.append(line.substring(4)).append('\n'));
    return of(Path.of("calls-" + file.getFileName()), shown.toString());
  }
}
