package io.plumbline.run;

import io.plumbline.files.Drafts;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.Engine;
import io.plumbline.spi.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Provisions into a file of its work folder: each resource is a line with its attributes. A change
 * of attribute {@code shape} replaces. Fails on a stack named {@code broken}.
 */
final class FakeEngine implements Engine {
  private final String id;
  private final @Nullable String found;
  int applied;

  /** Whether it ends without saying what it has done. */
  boolean dies;

  /** Whether it leaves to itself what is wanted no more. */
  boolean forgets;

  /** What it has made and no record knows; it would go. */
  final List<Change> strays = new ArrayList<>();

  FakeEngine(String id, @Nullable String found) {
    this.id = id;
    this.found = found;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String format() {
    return FakeFormat.ID;
  }

  @Override
  public Tool tool() {
    return new Tool(id, found, "nowhere");
  }

  @Override
  public Plan plan(Workspace workspace, Progress progress) {
    List<Change> changes = new ArrayList<>();
    TreeSet<String> addresses = new TreeSet<>();
    workspace.graph().resources().forEach(r -> addresses.add(r.address()));
    workspace.released().resources().forEach(r -> addresses.add(r.address()));
    for (String address : addresses) {
      Change change = change(address, workspace.released(), workspace.graph());
      if (change != null) {
        changes.add(change);
      }
    }
    changes.addAll(strays);
    if (changes.isEmpty()) {
      return new Plan(List.of(), null);
    }
    Path file = workspace.directory().resolve("engine.plan");
    Drafts.write(file, changes.toString());
    return new Plan(changes, file);
  }

  private @Nullable Change change(String address, ResourceGraph was, ResourceGraph wanted) {
    Resource before = was.find(address);
    Resource after = wanted.find(address);
    if (before == null) {
      return new Change(Action.CREATE, address, "fake", List.of());
    }
    if (after == null) {
      return new Change(
          forgets ? Action.FORGET : Action.DELETE, address, before.kind().id(), List.of());
    }
    if (before.attributes().equals(after.attributes())) {
      return null;
    }
    boolean replaces = !before.attributes().get("shape").equals(after.attributes().get("shape"));
    Action action = replaces ? Action.REPLACE : Action.UPDATE;
    return new Change(action, address, "fake", List.of(replaces ? "shape" : "size"));
  }

  @Override
  public Map<String, String> apply(Workspace workspace, Plan plan, Progress progress) {
    if (workspace.target().stack().equals("broken")) {
      throw new EngineException("it broke");
    }
    if (dies) {
      throw new IllegalStateException("it died");
    }
    try {
      if (!Files.readString(workspace.directory().resolve("engine.plan"))
          .equals(plan.changes().toString())) {
        throw new EngineException("the plan is another one");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    applied++;
    Map<String, String> outputs = new LinkedHashMap<>();
    workspace.graph().resources().forEach(r -> outputs.put(r.address(), "id-" + r.address()));
    return outputs;
  }
}
