package io.plumbline.report.topology;

import io.plumbline.report.topology.Topology.Node;
import java.util.ArrayList;
import java.util.List;

/** A graph in the language of Graphviz. */
final class Dot {
  private Dot() {}

  static String render(Topology topology) {
    StringBuilder out = new StringBuilder("digraph ");
    out.append(quoted(topology.environment())).append(" {\n");
    out.append("  rankdir=LR;\n  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n");
    int number = 0;
    for (String group : topology.groups()) {
      out.append("  subgraph cluster_").append(number++).append(" {\n");
      out.append("    label=").append(quoted(group)).append(";\n");
      for (int i = 0; i < topology.nodes().size(); i++) {
        Node node = topology.nodes().get(i);
        if (node.group().equals(group)) {
          out.append("    n").append(i).append(" [label=").append(label(node)).append("];\n");
        }
      }
      out.append("  }\n");
    }
    topology.edges().forEach(edge -> out.append("  n" + edge.from() + " -> n" + edge.to() + ";\n"));
    return out.append("}\n").toString();
  }

  private static String label(Node node) {
    List<String> lines = new ArrayList<>(List.of(node.id(), node.noun()));
    lines.addAll(node.facts());
    return quoted(String.join("\n", lines));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
