package io.plumbline.spi;

import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An existing program or service that provisions. It runs what its {@link Format} wrote. */
public interface Engine {

  /** As in an environment file: {@code terraform}, {@code cloudformation}. */
  String id();

  /** Id of the format whose artefacts it runs. */
  String format();

  /** The program that it needs, with what is there of it; for {@code doctor}. */
  Tool tool();

  /**
   * Works out what {@link #apply} would change. An empty graph means that all of ours goes.
   *
   * @throws EngineException if the engine cannot say
   */
  Plan plan(Workspace workspace, Progress progress);

  /**
   * Makes it so. What the plan holds is done, or nothing: a plan that the world has moved away from
   * is refused.
   *
   * @return the engine's outputs
   * @throws EngineException with what was done and what was not
   */
  Map<String, String> apply(Workspace workspace, Plan plan, Progress progress);

  /**
   * Where an engine works.
   *
   * @param directory its own folder, which lasts from run to run; artefacts are in {@code
   *     directory/FORMAT}
   * @param graph what is wanted
   * @param released what was wanted at the last deploy; empty before the first
   * @param inputs live ids of existing resources by address, looked up before
   * @param there where the last deploy has not ended well: by address, what engines import of ours
   *     by, of what is there already; an engine that lost track of it takes it over
   * @param drifted whether what is there is known to differ from the last deploy: an engine that
   *     compares with what it did last, and not with what is there, has to look
   */
  record Workspace(
      Target target,
      Path directory,
      ResourceGraph graph,
      ResourceGraph released,
      Map<String, String> inputs,
      Map<String, String> there,
      boolean drifted) {

    /** Where the last deploy has ended well. */
    public Workspace(
        Target target,
        Path directory,
        ResourceGraph graph,
        ResourceGraph released,
        Map<String, String> inputs) {
      this(target, directory, graph, released, inputs, Map.of(), false);
    }
  }

  /**
   * What an engine would do.
   *
   * @param file what {@link #apply} needs, below the workspace; null where nothing changes
   */
  record Plan(List<Change> changes, @Nullable Path file) {
    public Plan {
      changes = List.copyOf(changes);
    }
  }

  /**
   * One change of a resource.
   *
   * @param address in our words
   * @param attributes those that change, as the engine names them; empty for all or unknown
   * @param difference lines that show what changes in texts, for people; empty where the engine
   *     shows none
   */
  record Change(
      Action action,
      String address,
      String type,
      List<String> attributes,
      List<String> difference) {
    public Change {
      attributes = List.copyOf(attributes);
      difference = List.copyOf(difference);
    }

    public Change(Action action, String address, String type, List<String> attributes) {
      this(action, address, type, attributes, List.of());
    }
  }

  enum Action {
    CREATE,
    UPDATE,
    REPLACE,
    DELETE,
    /** The engine stops managing it; it stays. */
    FORGET
  }

  /**
   * A program outside Plumbline: {@code found} is its version and place, or null; {@code get} says
   * how to get it.
   */
  record Tool(String name, @Nullable String found, String get) {}

  /** Told what happens while it happens; a line at a time, for people. */
  interface Progress {
    void say(String line);
  }
}
