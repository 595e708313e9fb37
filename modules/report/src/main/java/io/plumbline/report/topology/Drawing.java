package io.plumbline.report.topology;

import static io.plumbline.report.topology.Html.escape;

import io.plumbline.report.topology.Topology.Edge;
import io.plumbline.report.topology.Topology.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The drawings of a page: one for each stack and site, as SVG within the page. */
public final class Drawing {
  private static final int CHARACTERS = 30;

  private final Topology topology;
  private final Function<Node, String> look;
  private final StringBuilder out = new StringBuilder();

  private Drawing(Topology topology, Function<Node, String> look) {
    this.topology = topology;
    this.look = look;
  }

  /**
   * All drawings, each under its title.
   *
   * @param look further CSS classes of a node, after a blank; may be empty
   */
  public static String render(Topology topology, Function<Node, String> look) {
    Drawing drawing = new Drawing(topology, look);
    topology.groups().forEach(drawing::group);
    return drawing.out.toString();
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
    out.append("<h2>").append(escape(group)).append("</h2>\n<div class=\"drawing\"><svg width=\"");
    out.append(layout.width()).append("\" height=\"").append(layout.height());
    out.append("\" role=\"img\" aria-label=\"").append(escape(group)).append("\">\n");
    edges.forEach(edge -> line(edge, places, layout));
    for (int i = 0; i < nodes.size(); i++) {
      box(nodes.get(i), places.get(i), layout.x(i), layout.y(i));
    }
    out.append("</svg></div>\n");
  }

  /** A line from the left side of what uses to the right side of what is used. */
  private void line(Edge edge, List<Integer> places, Layout layout) {
    int startX = layout.x(edge.from());
    int startY = layout.y(edge.from()) + Layout.BOX_HEIGHT / 2;
    int endX = layout.x(edge.to()) + Layout.BOX_WIDTH;
    int endY = layout.y(edge.to()) + Layout.BOX_HEIGHT / 2;
    int bend = Math.max(40, (startX - endX) / 2);
    out.append("<path data-from=\"").append(places.get(edge.from())).append("\" data-to=\"");
    out.append(places.get(edge.to())).append("\" d=\"M").append(startX).append(' ');
    out.append(startY).append(" C").append(startX - bend).append(' ').append(startY);
    out.append(' ').append(endX + bend).append(' ').append(endY).append(' ').append(endX);
    out.append(' ').append(endY).append("\"/>\n");
  }

  private void box(Node node, int place, int x, int y) {
    out.append("<g class=\"node")
        .append(look.apply(node))
        .append("\" tabindex=\"0\" data-node=\"")
        .append(place);
    out.append("\" transform=\"translate(").append(x).append(' ').append(y).append(")\">");
    out.append("<title>").append(escape(title(node))).append("</title>");
    out.append("<rect width=\"").append(Layout.BOX_WIDTH).append("\" height=\"");
    out.append(Layout.BOX_HEIGHT).append("\" rx=\"6\"/>");
    text(20, "id", node.id());
    text(37, "noun", node.noun());
    text(54, "fact", String.join("; ", node.facts()));
    out.append("</g>\n");
  }

  private void text(int y, String type, String text) {
    if (!text.isEmpty()) {
      out.append("<text x=\"10\" y=\"").append(y).append("\" class=\"").append(type);
      out.append("\">").append(escape(shortened(text))).append("</text>");
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
}
