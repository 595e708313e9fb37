package io.plumbline.e2e.engine;

import io.plumbline.e2e.harness.ProjectFolder;
import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine;
import io.plumbline.spi.Engine.Change;
import io.plumbline.spi.Engine.Plan;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.spi.Format;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One engine with its format at one site, and what it said; plays the part of the command line. */
public final class Bench {
  private final Engine engine;
  private final Format format;
  private final Target target;
  private final Path directory;
  private final List<String> said = new ArrayList<>();
  private ResourceGraph released = ResourceGraph.EMPTY;
  private Map<String, String> inputs = Map.of();

  public Bench(
      Engine engine,
      Format format,
      SandboxServer sandbox,
      String stack,
      Map<String, String> settings) {
    this.engine = engine;
    this.format = format;
    Map<String, String> all = new TreeMap<>(settings);
    all.put("region", "us-east-1");
    all.put("endpoint", sandbox.url().toString());
    all.put("credentials", "fake");
    this.target = new Target("sandbox", stack, new Site("main", "aws", engine.id(), all, null));
    this.directory = ProjectFolder.make(engine.id() + "-" + stack, sandbox).work(stack);
  }

  Plan plan(ResourceGraph graph) {
    return plan(graph, Map.of());
  }

  Plan plan(ResourceGraph graph, Map<String, String> inputs) {
    said.clear();
    write(graph);
    this.inputs = inputs;
    return engine.plan(workspace(graph), said::add);
  }

  Map<String, String> apply(ResourceGraph graph, Plan plan) {
    Map<String, String> outputs = engine.apply(workspace(graph), plan, said::add);
    released = graph;
    return outputs;
  }

  /** Plans and applies. */
  public Map<String, String> deploy(ResourceGraph graph) {
    return apply(graph, plan(graph));
  }

  /** Takes protection off, as releasing by name does. */
  void release(ResourceGraph graph) {
    released = graph;
  }

  /** What changes, as {@code CREATE address}, in alphabetical order. */
  static List<String> changes(Plan plan) {
    return plan.changes().stream().map(Bench::words).sorted().toList();
  }

  private static String words(Change change) {
    return change.action() + " " + change.address();
  }

  Site site() {
    return target.site();
  }

  List<String> said() {
    return said;
  }

  public Path directory() {
    return directory;
  }

  private Workspace workspace(ResourceGraph graph) {
    return new Workspace(target, directory, graph, released, inputs);
  }

  void write(ResourceGraph graph) {
    Path folder = directory.resolve(format.id());
    try {
      Files.createDirectories(folder);
      for (var artefact : format.render(graph, target).entrySet()) {
        try (OutputStream out = Files.newOutputStream(folder.resolve(artefact.getKey()))) {
          artefact.getValue().writeTo(out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
