package io.plumbline.report;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.drift.CheckedTarget;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Subject;
import io.plumbline.report.topology.Topology;
import io.plumbline.report.topology.Topology.Edge;
import io.plumbline.report.topology.Topology.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The components that were checked, each with how many findings it has of which type. */
final class CheckedTopology {
  private static final SourceLine NOWHERE = new SourceLine("unknown", 1);

  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final Map<String, Map<String, Integer>> counts = new HashMap<>();
  private final Topology topology;

  CheckedTopology(DriftReport report) {
    for (Finding finding : report.findings()) {
      counts
          .computeIfAbsent(key(finding.subject()), key -> new LinkedHashMap<>())
          .merge(Counts.type(finding), 1, Integer::sum);
    }
    List<Node> nodes = new ArrayList<>();
    Set<Edge> edges = new LinkedHashSet<>();
    report.targets().forEach(target -> nodes(target, nodes));
    report.targets().forEach(target -> edges(target, edges));
    this.topology = new Topology(report.environment(), nodes, List.copyOf(edges));
  }

  Topology topology() {
    return topology;
  }

  /** The place of the component that something belongs to; null where it belongs to none. */
  @Nullable Integer place(Subject subject) {
    return places.get(key(subject));
  }

  /** How a component stands: {@code " bad"}, {@code " open"} where it could not be read. */
  String look(Node node) {
    Map<String, Integer> found = counts.getOrDefault(node.group() + "\n" + node.id(), Map.of());
    if (found.isEmpty()) {
      return "";
    }
    return found.keySet().equals(Set.of("undetermined")) ? " open" : " bad";
  }

  private void nodes(CheckedTarget target, List<Node> nodes) {
    Map<String, List<CheckedTarget.Item>> components = new LinkedHashMap<>();
    for (CheckedTarget.Item item : target.resources()) {
      components.computeIfAbsent(item.component(), key -> new ArrayList<>()).add(item);
    }
    components.forEach(
        (id, items) -> {
          String key = target.title() + "\n" + id;
          places.put(key, nodes.size());
          List<String> facts = new ArrayList<>();
          counts
              .getOrDefault(key, Map.of())
              .forEach((type, count) -> facts.add(count + " " + type));
          CheckedTarget.Item first = items.get(0);
          String noun =
              items.size() == 1 ? first.kind() : items.size() + " resources, " + first.kind();
          SourceLine source = first.source() == null ? NOWHERE : first.source();
          nodes.add(new Node(target.title(), id, noun, facts, source));
        });
  }

  private void edges(CheckedTarget target, Set<Edge> edges) {
    for (CheckedTarget.Item item : target.resources()) {
      int from = Objects.requireNonNull(places.get(target.title() + "\n" + item.component()));
      for (String used : item.uses()) {
        Integer to = places.get(target.title() + "\n" + used);
        if (to != null) {
          edges.add(new Edge(from, to));
        }
      }
    }
  }

  private static String key(Subject subject) {
    String address = subject.address() == null ? "" : subject.address();
    return subject.stack() + " on " + subject.site() + "\n" + address.split("/", 2)[0];
  }
}
