package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.drift.CheckedTarget;
import io.plumbline.drift.Coverage;
import io.plumbline.drift.DriftMerge;
import io.plumbline.drift.DriftMerge.Given;
import io.plumbline.drift.DriftReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DriftTextTest {
  private static String text(DriftReport report, Display display) {
    return ReportFormat.TEXT.render(report, display);
  }

  @Test
  void saysTheVerdictFirst() {
    assertThat(text(Reports.inSync(), Display.PLAIN)).startsWith("sandbox: in sync\n");
    assertThat(text(Reports.undetermined(), Display.PLAIN))
        .startsWith("sandbox: incomplete: 1 undetermined\n");
    assertThat(text(Reports.everything(), Display.PLAIN))
        .startsWith(
            "prod: drift: 1 missing, 4 changed, 1 unmanaged, 1 duplicate, 1 undetermined,"
                + " not all could be read\n");
  }

  @Test
  void groupsByResourceWithItsLineOfJava() {
    assertThat(text(Reports.everything(), Display.PLAIN))
        .contains(
            """
            fleet on main
              missing       net  vpc
                at stacks/src/main/java/com/example/Fleet.java:41
                is in the design, and is not there
                  and what follows from it: net/a
                mend: plumbline deploy -e prod -s fleet
              changed       trainers  auto-scaling-group  live-trainers
                at stacks/src/main/java/com/example/Fleet.java:41
                maxSize  (mending it replaces the resource)
                  desired   8
                  observed  16
            """)
        .containsOnlyOnce("changed       trainers  auto-scaling-group");
  }

  @Test
  void showsTheLinesOfATextThatDiffer() {
    assertThat(text(Reports.everything(), Display.PLAIN))
        .contains(
            """
                  from line 3:
                  desired   b
                  observed  B
            """);
  }

  @Test
  void cutsLongValuesWhereTheyPart() {
    String lead = "x".repeat(200);
    var lines =
        new Difference(new Display(60, false))
            .lines(
                io.plumbline.value.Value.text(lead + "one" + lead),
                io.plumbline.value.Value.text(lead + "two" + lead));
    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
    assertThat(lines.get(0)).contains("xxone");
    assertThat(lines.get(1)).contains("xxtwo");
  }

  @Test
  void coloursOnlyWhereColoursAreWanted() {
    assertThat(text(Reports.everything(), Display.PLAIN)).doesNotContain("\u001b");
    assertThat(text(Reports.everything(), new Display(80, true))).contains("\u001b[31m");
  }

  @Test
  void letsNobodySteerTheTerminal() {
    assertThat(text(Reports.undetermined(), Display.PLAIN)).contains("AccessDenied?[2J");
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      names = {"TEXT", "MARKDOWN", "HTML"})
  void namesTheStackOfWhatIsPendingWhereThereAreSeveral(ReportFormat format) {
    DriftReport one = Reports.everything();
    assertThat(format.render(one, Display.PLAIN)).doesNotContain("maxSize, fleet on main");
    CheckedTarget other = new CheckedTarget("serving", "main", "terraform", "HEAD", List.of());
    DriftReport two =
        DriftMerge.of(
            List.of(
                new Given("one", one),
                new Given(
                    "two",
                    new DriftReport(
                        "prod",
                        List.of(),
                        true,
                        List.of(),
                        List.of(),
                        List.of(other),
                        Coverage.NONE))));
    assertThat(format.render(two, Display.PLAIN)).contains("maxSize, fleet on main");
  }

  @Test
  void saysWhichPartOfACheckItIs() {
    RandomCheck check = new RandomCheck(5);
    List<DriftReport> shards = check.shards(5);
    int most = check.whole().targets().size();
    for (DriftReport shard : shards) {
      int has = shard.targets().size();
      String of = shard.part() == null ? "" : shard.part().shard().toString();
      assertThat(text(shard, Display.PLAIN))
          .startsWith(
              has == 0
                  ? "prod, shard %s, which has none of %d stacks and sites: ".formatted(of, most)
                  : "prod, shard %s with %d of %d stacks and sites: ".formatted(of, has, most));
    }
    assertThat(shards).anyMatch(shard -> shard.targets().isEmpty());
  }
}
