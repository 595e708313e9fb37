package io.plumbline.e2e.onprem;

import io.plumbline.ansible.AnsibleEngine;
import io.plumbline.ansible.AnsibleFormat;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine.Change;
import io.plumbline.spi.Engine.Plan;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.spi.Format.Artefact;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The engine with its format at the site of some machines, and what it said. */
final class AnsibleBench {
  private final Target target;
  private final Path directory;
  private final List<String> said = new ArrayList<>();
  private ResourceGraph released = ResourceGraph.EMPTY;

  AnsibleBench(Site site, Path directory) {
    this.target = new Target("test", "fleet", site);
    this.directory = directory;
  }

  Plan plan(ResourceGraph graph) {
    said.clear();
    write(graph);
    return new AnsibleEngine().plan(workspace(graph), said::add);
  }

  Map<String, String> apply(ResourceGraph graph, Plan plan) {
    return apply(graph, plan, line -> {});
  }

  /** The same, with somebody who hears each line that is said, and may do something about it. */
  Map<String, String> apply(ResourceGraph graph, Plan plan, Consumer<String> listener) {
    Map<String, String> ids =
        new AnsibleEngine()
            .apply(
                workspace(graph),
                plan,
                line -> {
                  said.add(line);
                  listener.accept(line);
                });
    released = graph;
    return ids;
  }

  /** What machines have by now, however they came to it. */
  void has(ResourceGraph graph) {
    released = graph;
  }

  /** What changes, as {@code UPDATE address: tasks}. */
  static List<String> words(Plan plan) {
    return plan.changes().stream().map(AnsibleBench::words).sorted().toList();
  }

  private static String words(Change change) {
    return change.action() + " " + change.address() + ": " + String.join(", ", change.attributes());
  }

  List<String> said() {
    return said;
  }

  Path artefact(String name) {
    return directory.resolve("ansible").resolve(name);
  }

  private Workspace workspace(ResourceGraph graph) {
    return new Workspace(target, directory, graph, released, Map.of());
  }

  private void write(ResourceGraph graph) {
    try {
      for (Map.Entry<String, Artefact> each :
          new AnsibleFormat().render(graph, target).entrySet()) {
        Path file = artefact(each.getKey());
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
          each.getValue().writeTo(out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
