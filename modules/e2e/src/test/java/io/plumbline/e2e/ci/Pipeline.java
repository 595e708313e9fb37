package io.plumbline.e2e.ci;

import groovy.lang.Closure;
import groovy.lang.Script;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * As much of Jenkins as a Jenkinsfile needs that checks one axis of a matrix: blocks are entered,
 * {@code sh} is run, and what comes of a stage goes into what is published after it. Words that are
 * not known here fail.
 */
public abstract class Pipeline extends Script {
  private static final Set<String> BLOCKS =
      Set.of("pipeline", "stages", "matrix", "axes", "axis", "steps", "script", "post", "always");
  private static final Set<String> SETTINGS =
      Set.of("agent", "triggers", "options", "name", "values", "label");

  /** What {@code error} ends a stage with. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failure(String message) {
      super(message);
    }
  }

  private @Nullable Path workspace;
  private String fleet = "";
  private final List<String> axis = new ArrayList<>();
  private final List<String> outcomes = new ArrayList<>();
  private final List<String> published = new ArrayList<>();

  /** Where {@code sh} runs, and the value of the axis. */
  void at(Path folder, String value) {
    workspace = folder;
    fleet = value;
  }

  List<String> axis() {
    return axis;
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
    return switch (name) {
      case "FLEET" -> fleet;
      case "any" -> name;
      default -> super.getProperty(name);
    };
  }

  @Override
  public @Nullable Object invokeMethod(String name, Object args) {
    Object[] given = (Object[]) args;
    Object last = given.length == 0 ? "" : given[given.length - 1];
    if (SETTINGS.contains(name)) {
      if (name.equals("values")) {
        Arrays.stream(given).map(Object::toString).forEach(axis::add);
      }
      return null;
    }
    if (BLOCKS.contains(name) || name.equals("stage")) {
      enter((Closure<?>) last, name.equals("steps"));
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
      case "junit" -> published.add(name + " " + ((Map<?, ?>) given).get("testResults"));
      case "archiveArtifacts" -> published.add(name + " " + ((Map<?, ?>) given).get("artifacts"));
      default -> throw new IllegalArgumentException("no step that is known here: " + name);
    }
    return null;
  }

  private int sh(Map<?, ?> asked) {
    if (!Boolean.TRUE.equals(asked.get("returnStatus")) || workspace == null) {
      throw new IllegalArgumentException("expected to be asked for the exit code: " + asked);
    }
    Map<String, String> variables = new HashMap<>(Map.of("FLEET", fleet));
    return Programs.run(
            workspace, variables, List.of("sh", "-xe", "-c", asked.get("script").toString()))
        .exit();
  }
}
