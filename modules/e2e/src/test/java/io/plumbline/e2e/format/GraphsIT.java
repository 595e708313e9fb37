package io.plumbline.e2e.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.e2e.harness.ProjectFolder;
import io.plumbline.report.topology.Topology;
import io.plumbline.report.topology.Topology.Edge;
import io.plumbline.report.topology.Topology.Node;
import io.plumbline.report.topology.TopologyFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Topologies before those who read them: Mermaid's parser and Graphviz. */
class GraphsIT {
  private static final Path ROOT =
      Path.of(System.getProperty("plumbline.home", "../..")).toAbsolutePath().normalize();
  private static final SourceLine LINE = new SourceLine("Fleet.java", 7);

  @TempDir Path folder;

  @BeforeAll
  static void setUp() throws IOException, InterruptedException {
    Process setUp =
        new ProcessBuilder("bash", "ci/setup", "tests")
            .directory(ROOT.toFile())
            .inheritIO()
            .start();
    assertThat(setUp.waitFor()).isZero();
  }

  static List<Topology> topologies() {
    return List.of(
        new Topology("empty", List.of(), List.of()),
        named("pool"),
        named("<b>\"x\" & 'y' `z` #1; \\ --> | {} [] () %% end subgraph \n@ \u00e9 \ud83d\ude80"),
        named("end"),
        named("`marked` **bold**"),
        named("\\"),
        many());
  }

  private static Topology named(String text) {
    return new Topology(
        text,
        List.of(
            new Node(text, text, text, List.of(text, text), LINE),
            new Node(text + "2", text, text, List.of(), LINE)),
        List.of(new Edge(0, 1)));
  }

  private static Topology many() {
    return new Topology(
        "many",
        IntStream.range(0, 200)
            .mapToObj(i -> new Node("g" + i % 7, "c-" + i, "pool", List.of("8 x L4"), LINE))
            .toList(),
        IntStream.range(1, 200).mapToObj(i -> new Edge(i, i / 3)).toList());
  }

  @ParameterizedTest
  @MethodSource("topologies")
  void mermaidReadsIt(Topology topology) throws Exception {
    assertThat(mermaid(TopologyFormat.MERMAID.render(topology))).isEqualTo("flowchart-v2\n");
  }

  @ParameterizedTest
  @MethodSource("topologies")
  void graphvizReadsItAndFindsEveryNodeAndEdge(Topology topology) throws Exception {
    Path file = Files.writeString(folder.resolve("t.dot"), TopologyFormat.DOT.render(topology));
    String plain = run(0, "dot", "-Tplain", file.toString());
    assertThat(plain.lines().filter(line -> line.startsWith("node ")))
        .hasSize(topology.nodes().size());
    assertThat(plain.lines().filter(line -> line.startsWith("edge ")))
        .hasSize(topology.edges().size());
  }

  @Test
  void mermaidRefusesWhatIsNone() throws Exception {
    Path file = Files.writeString(folder.resolve("t.mmd"), "flowchart LR\n  a[\"x --> b\n");
    run(1, "node", script().toString(), parser().toString(), file.toString());
  }

  @Test
  void theCommandDrawsTheExamples() throws Exception {
    ProjectFolder project = ProjectFolder.offline("graphs").copyEnvironment("prod");
    Plumbline plumbline = new Plumbline(project);
    Plumbline.Result mermaid = plumbline.run("graph", "-e", "prod");
    assertThat(mermaid.exit()).as("%s", mermaid).isZero();
    assertThat(mermaid(mermaid.out())).isEqualTo("flowchart-v2\n");
    Path page = folder.resolve("graph.html");
    Plumbline.Result html =
        plumbline.run("graph", "-e", "prod", "--format", "html", "-o", page.toString());
    assertThat(html.exit()).as("%s", html).isZero();
    assertThat(page).content().contains("trainers", "LlmTraining.java:");
  }

  private String mermaid(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("t.mmd"), text);
    return run(0, "node", script().toString(), parser().toString(), file.toString());
  }

  private static Path script() {
    return Path.of("src/test/resources/mermaid.mjs").toAbsolutePath();
  }

  private static Path parser() {
    return ROOT.resolve(".plumbline/mermaid.min.js");
  }

  private static String run(int exit, String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(exit);
    return said;
  }
}
