package io.plumbline.report.topology;

import io.plumbline.report.topology.Topology.Node;
import java.util.ArrayList;
import java.util.List;

/** A flow chart in the language of Mermaid, which many wikis and code hosts draw. */
final class Mermaid {
  private Mermaid() {}

  static String render(Topology topology) {
    StringBuilder out = new StringBuilder("flowchart LR\n");
    int number = 0;
    for (String group : topology.groups()) {
      out.append("  subgraph g")
          .append(number++)
          .append("[\"")
          .append(escape(group))
          .append("\"]\n");
      for (int i = 0; i < topology.nodes().size(); i++) {
        if (topology.nodes().get(i).group().equals(group)) {
          out.append("    n").append(i).append(label(topology.nodes().get(i))).append('\n');
        }
      }
      out.append("  end\n");
    }
    topology
        .edges()
        .forEach(edge -> out.append("  n" + edge.from() + " --> n" + edge.to()).append('\n'));
    return out.toString();
  }

  private static String label(Node node) {
    List<String> lines = new ArrayList<>(List.of(node.id(), node.noun()));
    lines.addAll(node.facts());
    return "[\"" + String.join("<br/>", lines.stream().map(Mermaid::escape).toList()) + "\"]";
  }

  /** Mermaid knows characters by number; whatever could mean something to it is written so. */
  private static String escape(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || " .,:/()-_".indexOf(c) >= 0) {
                out.appendCodePoint(c);
              } else {
                out.append('#').append(c).append(';');
              }
            });
    return out.toString();
  }
}
