package io.plumbline.e2e.ci;

import groovy.lang.Closure;
import groovy.lang.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * As much of Jenkins as a Jenkinsfile needs that checks the cells of matrices: a stage inside one
 * is entered for each cell of it, with the first axis at one value; {@code sh} is run, and what
 * comes of a stage goes into what is published after it. Words that are not known here fail.
 */
public abstract class Pipeline extends Script {
  private static final Set<String> BLOCKS =
      Set.of(
          "pipeline",
          "stages",
          "matrix",
          "axes",
          "axis",
          "steps",
          "script",
          "post",
          "always",
          "catchError");
  private static final Set<String> SETTINGS =
      Set.of("agent", "triggers", "options", "name", "values", "label");

  /** What {@code error} ends a stage with. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failure(String message) {
      super(message);
    }
  }

  private Path workspace = Path.of("");
  private final Map<String, List<String>> axes = new LinkedHashMap<>();
  private final Map<String, String> cell = new HashMap<>();
  private final Map<String, String> stashes = new HashMap<>();
  private String axis = "";
  private final List<String> outcomes = new ArrayList<>();
  private final List<String> published = new ArrayList<>();

  /** Where {@code sh} runs, and the value of the axis. */
  void at(Path folder, String value) {
    workspace = folder;
    cell.put("FLEET", value);
  }

  /** The axes of all matrices, by name, each with its values. */
  Map<String, List<String>> axes() {
    return axes;
  }

  /** How the stage ended: nothing for a success. */
  List<String> outcomes() {
    return outcomes;
  }

  List<String> published() {
    return published;
  }

  @Override
  public Object getProperty(String name) {
    return name.equals("any")
        ? name
        : cell.containsKey(name) ? cell.get(name) : super.getProperty(name);
  }

  @Override
  public @Nullable Object invokeMethod(String name, Object args) {
    Object[] given = (Object[]) args;
    Object last = given.length == 0 ? "" : given[given.length - 1];
    if (SETTINGS.contains(name)) {
      if (name.equals("name")) {
        axis = last.toString();
      } else if (name.equals("values")) {
        axes.put(axis, Arrays.stream(given).map(Object::toString).toList());
      }
      return null;
    }
    if (name.equals("matrix")) {
      axes.remove("SHARD");
    }
    if (name.equals("stages") && axes.containsKey("SHARD")) {
      for (String shard : axes.get("SHARD")) {
        cell.put("SHARD", shard);
        enter((Closure<?>) last, false);
      }
      return null;
    }
    if (BLOCKS.contains(name) || name.equals("stage")) {
      enter((Closure<?>) last, name.equals("steps") || name.equals("catchError"));
      return null;
    }
    return step(name, last);
  }

  /** What is after a stage's steps happens however they end. */
  private void enter(Closure<?> block, boolean mayFail) {
    try {
      block.call();
    } catch (Failure e) {
      if (!mayFail) {
        throw e;
      }
      outcomes.add("FAILURE " + e.getMessage());
    }
  }

  private @Nullable Object step(String name, Object given) {
    switch (name) {
      case "sh" -> {
        return sh((Map<?, ?>) given);
      }
      case "error" -> throw new Failure(given.toString());
      case "unstable" -> outcomes.add("UNSTABLE " + given);
      case "stash" -> stash((Map<?, ?>) given);
      case "unstash" -> unstash(given.toString());
      case "junit" -> published.add(name + " " + ((Map<?, ?>) given).get("testResults"));
      case "archiveArtifacts" -> published.add(name + " " + ((Map<?, ?>) given).get("artifacts"));
      default -> throw new IllegalArgumentException("no step that is known here: " + name);
    }
    return null;
  }

  private void stash(Map<?, ?> asked) {
    String file = asked.get("includes").toString();
    try {
      stashes.put(
          asked.get("name").toString(), file + "\n" + Files.readString(workspace.resolve(file)));
    } catch (IOException e) {
      throw new Failure("no files to stash: " + file);
    }
  }

  private void unstash(String name) {
    String stashed = stashes.get(name);
    if (stashed == null) {
      throw new Failure("no stash " + name);
    }
    int end = stashed.indexOf('\n');
    Path file = workspace.resolve(stashed.substring(0, end));
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, stashed.substring(end + 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int sh(Map<?, ?> asked) {
    if (!Boolean.TRUE.equals(asked.get("returnStatus"))) {
      throw new IllegalArgumentException("expected to be asked for the exit code: " + asked);
    }
    Map<String, String> variables = new HashMap<>(cell);
    return Programs.run(
            workspace, variables, List.of("sh", "-xe", "-c", asked.get("script").toString()))
        .exit();
  }
}
