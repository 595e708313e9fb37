package io.plumbline.report.topology;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.Gpu;
import io.plumbline.model.Image;
import io.plumbline.report.topology.Topology.Edge;
import io.plumbline.report.topology.Topology.Node;
import io.plumbline.testkit.Describing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TopologyTest {
  private static final SourceLine LINE = new SourceLine("Fleet.java", 7);
  private static final String HOSTILE = "<b>\"x\" & 'y' `z` #1; \\ --> @rows@ $1 \n end";

  private static void fleet(SiteBlueprint site) {
    var net = site.network("net", n -> n.cidr("10.0.0.0/16").zones("us-east-1a").publicSubnets(24));
    var rules = site.securityRules("rules", s -> s.in(net).amongThemselves());
    var data = site.bucket("data");
    site.gpuPool(
        "pool",
        p ->
            p.in(net.publicSubnets())
                .gpusPerNode(8, Gpu.H100_SXM)
                .count(band(1, 4).ownedBy("scaler"))
                .image(Image.id("ami-1"))
                .bootScript(template("boot.sh", v -> v.set("bucket", data.name())))
                .securedBy(rules));
  }

  @Test
  void hasEveryComponentAndWhatItUsesThroughReferencesToo() {
    Topology topology = Topology.of("test", List.of(Describing.on(TopologyTest::fleet)));
    assertThat(topology.groups()).containsExactly("fleet on main");
    assertThat(topology.nodes())
        .extracting(Node::id)
        .containsExactly("net", "rules", "data", "pool");
    assertThat(topology.nodes().get(3).facts()).containsExactly("1 to 4 nodes", "8 x H100-SXM");
    assertThat(topology.edges())
        .containsExactlyInAnyOrder(new Edge(1, 0), new Edge(3, 0), new Edge(3, 1), new Edge(3, 2));
  }

  @Test
  void writesMermaidAndDot() {
    Topology topology = Topology.of("test", List.of(Describing.on(TopologyTest::fleet)));
    assertThat(Mermaid.render(topology))
        .startsWith("flowchart LR\n  subgraph g0[\"fleet on main\"]\n")
        .contains("    n0[\"net<br/>network<br/>10.0.0.0/16<br/>us-east-1a\"]\n")
        .contains("  n3 --> n2\n");
    assertThat(Dot.render(topology))
        .startsWith("digraph \"test\" {\n")
        .contains("n3 [label=\"pool\\npool\\n1 to 4 nodes\\n8 x H100-SXM\"];")
        .contains("  n3 -> n2;\n");
  }

  @Test
  void letsNoTextBecomeMarkup() {
    Topology topology =
        new Topology(
            HOSTILE,
            List.of(new Node(HOSTILE, HOSTILE, HOSTILE, List.of(HOSTILE), LINE)),
            List.of());
    assertThat(Mermaid.render(topology)).doesNotContain("<b>", "-->", "`", "&", "@");
    assertThat(Dot.render(topology)).contains("\\\"x\\\"", "\\\\ -->");
    assertThat(TopologyFormat.HTML.render(topology))
        .doesNotContain("<b>", "\"x\"", "@rows@")
        .contains("&#60;b&#62;&#34;x&#34;", "&#64;rows&#64; $1");
  }

  @ParameterizedTest
  @EnumSource(TopologyFormat.class)
  void drawsNothingWhereThereIsNothing(TopologyFormat format) {
    assertThat(format.render(new Topology("empty", List.of(), List.of()))).endsWith("\n");
  }

  @Test
  void htmlAsksNobodyForAnything() {
    String page =
        TopologyFormat.HTML.render(
            Topology.of("test", List.of(Describing.on(TopologyTest::fleet))));
    assertThat(page)
        .contains("default-src 'none'")
        .doesNotContainPattern("(src|href)=|@import|url\\(|https?:");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 17, 200})
  void boxesLieSideBySideWhateverTheirNumber(int count) {
    Topology topology = many(count);
    Layout layout = new Layout(topology);
    for (int a = 0; a < count; a++) {
      for (int b = a + 1; b < count; b++) {
        boolean apart =
            Math.abs(layout.x(a) - layout.x(b)) >= Layout.BOX_WIDTH
                || Math.abs(layout.y(a) - layout.y(b)) >= Layout.BOX_HEIGHT;
        assertThat(apart).as("%d and %d", a, b).isTrue();
      }
      assertThat(layout.x(a) + Layout.BOX_WIDTH).isLessThan(layout.width());
      assertThat(layout.y(a) + Layout.BOX_HEIGHT).isLessThan(layout.height());
    }
    topology
        .edges()
        .forEach(edge -> assertThat(layout.x(edge.from())).isGreaterThan(layout.x(edge.to())));
  }

  /** A network, rules, a bucket, and pools that use all three. */
  private static Topology many(int count) {
    List<Edge> edges = new ArrayList<>();
    for (int i = 3; i < count; i++) {
      edges.add(new Edge(i, 0));
      edges.add(new Edge(i, 1));
      edges.add(new Edge(i, 2));
    }
    return new Topology(
        "many",
        IntStream.range(0, count)
            .mapToObj(i -> new Node("fleet on main", "c-" + i, "pool", List.of("8 x L4"), LINE))
            .toList(),
        edges);
  }

  @Test
  void endsOnACircle() {
    Topology topology = new Topology("c", many(2).nodes(), List.of(new Edge(0, 1), new Edge(1, 0)));
    assertThat(new Layout(topology).width()).isPositive();
  }
}
