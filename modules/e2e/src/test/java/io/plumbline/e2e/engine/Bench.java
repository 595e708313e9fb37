package io.plumbline.e2e.engine;

import io.plumbline.e2e.SandboxServer;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine;
import io.plumbline.spi.Engine.Change;
import io.plumbline.spi.Engine.Plan;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.spi.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One engine with its format at one site, and what it said; plays the part of the command line. */
public final class Bench implements AutoCloseable {
  private final Engine engine;
  private final Format format;
  private final Target target;
  private final Path directory;
  private final List<String> said = new ArrayList<>();
  private ResourceGraph released = ResourceGraph.EMPTY;

  public Bench(
      Engine engine, Format format, String url, String stack, Map<String, String> settings) {
    this.engine = engine;
    this.format = format;
    Map<String, String> all = new TreeMap<>(settings);
    all.put("region", "us-east-1");
    all.put("endpoint", url);
    all.put("credentials", "fake");
    this.target = new Target("sandbox", stack, new Site("main", "aws", engine.id(), all, null));
    this.directory =
        SandboxServer.root().resolve(".plumbline/tests/" + engine.id()).resolve(target.path());
  }

  Plan plan(ResourceGraph graph) {
    return plan(graph, Map.of());
  }

  Plan plan(ResourceGraph graph, Map<String, String> inputs) {
    said.clear();
    write(graph);
    return engine.plan(workspace(graph, inputs), said::add);
  }

  Map<String, String> apply(ResourceGraph graph, Plan plan) {
    Map<String, String> outputs = engine.apply(workspace(graph, Map.of()), plan, said::add);
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

  private Workspace workspace(ResourceGraph graph, Map<String, String> inputs) {
    return new Workspace(target, directory, graph, released, inputs);
  }

  void write(ResourceGraph graph) {
    Path folder = directory.resolve(format.id());
    try {
      Files.createDirectories(folder);
      for (var artefact : format.render(graph, target).entrySet()) {
        try (Writer out = Files.newBufferedWriter(folder.resolve(artefact.getKey()))) {
          artefact.getValue().writeTo(out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
