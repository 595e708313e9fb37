package io.plumbline.report.topology;

import static io.plumbline.report.topology.Html.escape;

import io.plumbline.report.topology.Topology.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A page that needs nothing but a browser: a drawing for each stack and site, and a table of all
 * components. Its frame is {@code topology.html} beside this class; the page forbids itself every
 * connection.
 */
final class HtmlPage {
  private final Topology topology;
  private final StringBuilder rows = new StringBuilder();

  HtmlPage(Topology topology) {
    this.topology = topology;
  }

  String render() {
    for (int i = 0; i < topology.nodes().size(); i++) {
      row(i);
    }
    int count = topology.nodes().size();
    return frame()
        .replace("@environment@", escape(topology.environment()))
        .replace("@count@", count + (count == 1 ? " component" : " components"))
        .replace("@rows@", rows)
        .replace("@drawings@", Drawing.render(topology, node -> ""));
  }

  private static String frame() {
    try (InputStream in =
        Objects.requireNonNull(HtmlPage.class.getResourceAsStream("topology.html"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void row(int place) {
    Node node = topology.nodes().get(place);
    rows.append("<tr data-node=\"").append(place).append("\"><td>").append(escape(node.group()));
    rows.append("</td><td>").append(escape(node.id())).append("</td><td>");
    rows.append(escape(node.noun())).append("</td><td>");
    rows.append(escape(String.join("; ", node.facts()))).append("</td><td>");
    rows.append(escape(String.join(", ", used(place)))).append("</td><td>");
    rows.append(escape(node.source().toString())).append("</td></tr>\n");
  }

  private List<String> used(int place) {
    String group = topology.nodes().get(place).group();
    return topology.edges().stream()
        .filter(edge -> edge.from() == place)
        .map(edge -> topology.nodes().get(edge.to()))
        .map(used -> used.group().equals(group) ? used.id() : used.id() + " of " + used.group())
        .toList();
  }
}
