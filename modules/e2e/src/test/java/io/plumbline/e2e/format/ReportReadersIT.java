package io.plumbline.e2e.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.drift.DriftReport;
import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.report.Display;
import io.plumbline.report.ReportFormat;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports whose live values were written to do harm, through the programs that read reports. */
class ReportReadersIT {
  private static final Path ROOT = SandboxServer.repository();
  private static final DriftReport DRIFT = HostileReport.drift();

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

  private static String render(ReportFormat format, DriftReport report) {
    return format.render(report, Display.PLAIN);
  }

  private Path file(ReportFormat format, DriftReport report, String ending) throws IOException {
    return Files.writeString(folder.resolve("report." + ending), render(format, report));
  }

  @Test
  void codeScanningTakesSarif() throws Exception {
    for (DriftReport report : List.of(DRIFT, HostileReport.inSync())) {
      Path sarif = file(ReportFormat.SARIF, report, "sarif");
      String said =
          run(
              ROOT.resolve(".plumbline/sarif/Sarif.Multitool").toString(),
              "validate",
              sarif.toString(),
              "--rule-kind",
              "Sarif;Ghas",
              "--level",
              "Error;Warning");
      assertThat(said).contains("Analysis completed successfully.");
      assertThat(
              said.lines().filter(line -> line.contains(": error") || line.contains(": warning")))
          .allMatch(line -> line.contains("does not provide 'informationUri'"));
    }
  }

  @Test
  void findingsKeepTheirFingerprintsAndTellThemselvesApart() {
    List<String> prints =
        results(render(ReportFormat.SARIF, DRIFT)).stream()
            .map(each -> ((Obj) each.get("partialFingerprints")).members().values().toString())
            .toList();
    assertThat(prints).hasSize(DRIFT.findings().size() + DRIFT.diagnostics().size());
    assertThat(prints.stream().distinct().count())
        .isGreaterThan(DRIFT.findings().size() / 2); // the samples of one attribute share theirs
    assertThat(results(render(ReportFormat.SARIF, DRIFT)).get(1).get("relatedLocations").toString())
        .contains("Block.java", "Stack.java");
  }

  private static List<Obj> results(String sarif) {
    Obj run = (Obj) ((Value.Sequence) ((Obj) JsonReader.read(sarif)).get("runs")).items().get(0);
    return ((Value.Sequence) run.get("results")).items().stream().map(Obj.class::cast).toList();
  }

  @Test
  void buildServersReadJUnit() throws Exception {
    Path xml = file(ReportFormat.JUNIT, DRIFT, "xml");
    List<ReportTestSuite> suites =
        new TestSuiteXmlParser(new NullConsoleLogger()).parse(xml.toString());
    assertThat(suites)
        .extracting(ReportTestSuite::getName)
        .containsExactly(
            "prod: fleet on main", "prod: nodes out of service", "prod: rules of the check");
    ReportTestSuite fleet = suites.get(0);
    assertThat(fleet.getNumberOfErrors()).isEqualTo(1);
    assertThat(fleet.getNumberOfTests() - fleet.getNumberOfFailures() - 1).isEqualTo(1);
    assertThat(fleet.getTestCases())
        .anySatisfy(
            each ->
                assertThat(String.valueOf(each.getFailureDetail())).contains(HostileReport.MARKUP));
    List<ReportTestSuite> inSync =
        new TestSuiteXmlParser(new NullConsoleLogger())
            .parse(file(ReportFormat.JUNIT, HostileReport.inSync(), "xml").toString());
    assertThat(inSync.get(0).getNumberOfTests()).isEqualTo(4);
    assertThat(inSync.get(0).getNumberOfFailures()).isZero();
  }

  @Test
  void markdownHoldsNoMarkupButItsOwn() {
    List<TablesExtension> tables = List.of((TablesExtension) TablesExtension.create());
    String html =
        HtmlRenderer.builder()
            .extensions(tables)
            .build()
            .render(
                Parser.builder()
                    .extensions(tables)
                    .build()
                    .parse(render(ReportFormat.MARKDOWN, DRIFT)));
    List<String> tags =
        Pattern.compile("</?([a-z0-9]+)[^>]*>")
            .matcher(html)
            .results()
            .map(r -> r.group(1))
            .distinct()
            .toList();
    assertThat(tags)
        .isSubsetOf(
            "h2", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "strong", "p", "details",
            "summary");
    assertThat(html.split("<tr>", -1)).hasSize(DRIFT.findings().size() + 2);
    assertThat(html.split("<td>", -1)).hasSize(DRIFT.findings().size() * 9 + 1);
    assertThat(html).contains("&lt;script&gt;document.title='taken'");
    assertThat(render(ReportFormat.MARKDOWN, DRIFT))
        .hasSizeLessThan(65_536)
        .doesNotContain("@everyone", "http://");
  }

  @Test
  void annotationsAreOneCommandALine() {
    List<MatchResult> commands =
        Pattern.compile("(?m)^::(error|warning|notice) ([^:\\n]*)::([^\\n\\r]*)$")
            .matcher(render(ReportFormat.GITHUB, DRIFT))
            .results()
            .toList();
    assertThat(commands).hasSize((int) render(ReportFormat.GITHUB, DRIFT).lines().count());
    assertThat(commands.get(0).group(2))
        .isEqualTo(
            "file=stacks/src/main/java/com/example/My Fleet.java,line=41,title=Drift in prod%3A"
                + " missing");
    assertThat(commands.stream().map(each -> unescaped(each.group(3))))
        .anySatisfy(each -> assertThat(each).contains(HostileReport.MARKUP));
  }

  private static String unescaped(String data) {
    return data.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%");
  }

  @Test
  void browsersShowThePage() throws Exception {
    String dom = dom(file(ReportFormat.HTML, DRIFT, "html"));
    int findings = DRIFT.findings().size();
    assertThat(dom)
        .contains(">" + findings + " of " + findings + "<")
        .contains("<title>prod: drift</title>")
        .doesNotContain("<img")
        .contains("&lt;/script&gt;&lt;/td&gt;");
    assertThat(dom.split("<tr data-type", -1)).hasSize(findings + 1);
    assertThat(dom.split("<g class=\"node", -1)).hasSize(4);
    assertThat(dom(file(ReportFormat.HTML, HostileReport.inSync(), "html")))
        .contains(">0 of 0<", "in sync");
  }

  private String dom(Path page) throws IOException, InterruptedException {
    String program = Files.readString(ROOT.resolve(".plumbline/chromium")).strip();
    return run(
        program,
        "--headless",
        "--no-sandbox", // which root may not have; the page is ours
        "--disable-gpu",
        "--user-data-dir=" + folder.resolve("profile"),
        "--dump-dom",
        page.toUri().toString());
  }

  private String run(String... command) throws IOException, InterruptedException {
    Path errors = folder.resolve("errors");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said + Files.readString(errors)).isZero();
    return said;
  }
}
