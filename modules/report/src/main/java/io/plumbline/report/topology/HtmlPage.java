package io.plumbline.report.topology;

import io.plumbline.report.topology.Topology.Edge;
import io.plumbline.report.topology.Topology.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A page that needs nothing but a browser: a drawing for each stack and site, and a table of all
 * components. Its frame is {@code topology.html} beside this class; the page forbids itself every
 * connection.
 */
final class HtmlPage {
  private static final int CHARACTERS = 30;

  private final Topology topology;
  private final StringBuilder drawings = new StringBuilder();
  private final StringBuilder rows = new StringBuilder();

  HtmlPage(Topology topology) {
    this.topology = topology;
  }

  String render() {
    topology.groups().forEach(this::group);
    for (int i = 0; i < topology.nodes().size(); i++) {
      row(i);
    }
    int count = topology.nodes().size();
    return frame()
        .replace("@environment@", escape(topology.environment()))
        .replace("@count@", count + (count == 1 ? " component" : " components"))
        .replace("@rows@", rows)
        .replace("@drawings@", drawings);
  }

  private static String frame() {
    try (InputStream in =
        Objects.requireNonNull(HtmlPage.class.getResourceAsStream("topology.html"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void group(String group) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < topology.nodes().size(); i++) {
      if (topology.nodes().get(i).group().equals(group)) {
        places.add(i);
      }
    }
    List<Node> nodes = places.stream().map(topology.nodes()::get).toList();
    List<Edge> edges =
        topology.edges().stream()
            .filter(edge -> places.contains(edge.from()) && places.contains(edge.to()))
            .map(edge -> new Edge(places.indexOf(edge.from()), places.indexOf(edge.to())))
            .toList();
    Layout layout = new Layout(new Topology(topology.environment(), nodes, edges));
    drawings
        .append("<h2>")
        .append(escape(group))
        .append("</h2>\n<div class=\"drawing\"><svg width=\"");
    drawings.append(layout.width()).append("\" height=\"").append(layout.height());
    drawings.append("\" role=\"img\" aria-label=\"").append(escape(group)).append("\">\n");
    edges.forEach(edge -> line(edge, places, layout));
    for (int i = 0; i < nodes.size(); i++) {
      box(nodes.get(i), places.get(i), layout.x(i), layout.y(i));
    }
    drawings.append("</svg></div>\n");
  }

  /** A line from the left side of what uses to the right side of what is used. */
  private void line(Edge edge, List<Integer> places, Layout layout) {
    int startX = layout.x(edge.from());
    int startY = layout.y(edge.from()) + Layout.BOX_HEIGHT / 2;
    int endX = layout.x(edge.to()) + Layout.BOX_WIDTH;
    int endY = layout.y(edge.to()) + Layout.BOX_HEIGHT / 2;
    int bend = Math.max(40, (startX - endX) / 2);
    drawings.append("<path data-from=\"").append(places.get(edge.from())).append("\" data-to=\"");
    drawings.append(places.get(edge.to())).append("\" d=\"M").append(startX).append(' ');
    drawings.append(startY).append(" C").append(startX - bend).append(' ').append(startY);
    drawings.append(' ').append(endX + bend).append(' ').append(endY).append(' ').append(endX);
    drawings.append(' ').append(endY).append("\"/>\n");
  }

  private void box(Node node, int place, int x, int y) {
    drawings.append("<g class=\"node\" tabindex=\"0\" data-node=\"").append(place);
    drawings.append("\" transform=\"translate(").append(x).append(' ').append(y).append(")\">");
    drawings.append("<title>").append(escape(title(node))).append("</title>");
    drawings.append("<rect width=\"").append(Layout.BOX_WIDTH).append("\" height=\"");
    drawings.append(Layout.BOX_HEIGHT).append("\" rx=\"6\"/>");
    text(20, "id", node.id());
    text(37, "noun", node.noun());
    text(54, "fact", String.join("; ", node.facts()));
    drawings.append("</g>\n");
  }

  private void text(int y, String type, String text) {
    if (!text.isEmpty()) {
      drawings.append("<text x=\"10\" y=\"").append(y).append("\" class=\"").append(type);
      drawings.append("\">").append(escape(shortened(text))).append("</text>");
    }
  }

  private static String shortened(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, CHARACTERS - 1)) + "…";
  }

  private static String title(Node node) {
    List<String> parts = new ArrayList<>(List.of(node.id(), node.noun()));
    parts.addAll(node.facts());
    parts.add("at " + node.source());
    return String.join("\n", parts);
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

  private static String escape(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' || c == '@') {
                out.append("&#").append(c).append(';');
              } else {
                out.appendCodePoint(Character.isISOControl(c) && c != '\n' ? ' ' : c);
              }
            });
    return out.toString();
  }
}
