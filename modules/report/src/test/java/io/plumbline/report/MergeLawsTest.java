package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.drift.Coverage;
import io.plumbline.drift.DriftMerge;
import io.plumbline.drift.DriftMerge.Given;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Verdict;
import io.plumbline.drift.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a report as JSON keeps, and that a merge says what one check of all would have said. */
final class MergeLawsTest {

  private static String json(DriftReport report) {
    return ReportFormat.JSON.render(report, Display.PLAIN);
  }

  private static DriftReport again(DriftReport report) {
    return DriftJsonReader.read("report", json(report));
  }

  private static DriftReport merge(List<DriftReport> reports) {
    List<Given> given = new ArrayList<>();
    reports.forEach(each -> given.add(new Given("report " + given.size(), again(each))));
    return DriftMerge.of(given);
  }

  @Property(tries = 500)
  void readsAReportAsItWasWritten(@ForAll long seed) {
    RandomCheck check = new RandomCheck(seed);
    assertThat(again(check.whole())).isEqualTo(check.whole());
    check.shards(2).forEach(shard -> assertThat(again(shard)).isEqualTo(shard));
  }

  /** Values with references in them are read as the text that is shown of them. */
  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void writesEveryFormFromWhatItReadAsFromTheCheck(ReportFormat format) {
    for (DriftReport report : List.of(Reports.everything(), new RandomCheck(7).whole())) {
      assertThat(format.render(again(report), Display.PLAIN))
          .isEqualTo(format.render(report, Display.PLAIN));
    }
  }

  @Property(tries = 500)
  void mergesShardsToTheReportOfTheWhole(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int shards) {
    RandomCheck check = new RandomCheck(seed);
    List<DriftReport> reports = new ArrayList<>(check.shards(shards));
    Collections.shuffle(reports, new Random(seed));
    DriftReport merged = merge(reports);
    assertThat(json(merged)).isEqualTo(json(check.whole()));
    assertThat(merged).isEqualTo(check.whole());
  }

  /** However calm the others are, and even where nobody knows of anything in it. */
  @Property(tries = 500)
  void isNeverInSyncWithoutAShard(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 5) int shards,
      @ForAll @Size(1) List<@IntRange(max = 4) Integer> absent) {
    RandomCheck check = new RandomCheck(seed);
    List<DriftReport> reports = new ArrayList<>(check.shards(shards));
    DriftReport left = reports.remove(absent.get(0) % shards);
    DriftReport merged = merge(reports);
    assertThat(merged.verdict()).isNotEqualTo(Verdict.IN_SYNC);
    assertThat(merged.complete()).isFalse();
    assertThat(merged.targets()).hasSameSizeAs(check.whole().targets());
    assertThat(merged.diagnostics()).extracting(Diagnostic::code).contains("PLB-RPT-004");
    assertThat(merged.findings())
        .filteredOn(f -> f instanceof Finding.Undetermined u && u.reason().contains("of shard"))
        .hasSameSizeAs(left.targets());
  }

  /** An incomplete merge, read again, does not become calm by being merged with others. */
  @Test
  void staysIncompleteWhereAReportIsThatDoesNotSayWhy() {
    DriftReport calm = Reports.inSync();
    DriftReport open =
        new DriftReport(
            "sandbox", List.of(), false, List.of(), List.of(), List.of(), Coverage.NONE);
    assertThat(merge(List.of(calm, open)).verdict()).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void refusesTheSameShardTwiceAndTheSameTargetTwice() {
    RandomCheck check = new RandomCheck(1);
    List<DriftReport> shards = check.shards(2);
    assertRefused(
        List.of(shards.get(0), shards.get(1), shards.get(0)),
        "PLB-RPT-003",
        "shard 1/2 is in report 0 and in report 2");
    assertRefused(
        List.of(Reports.inSync(), Reports.inSync()),
        "PLB-RPT-003",
        "fleet on main is in report 0 (against HEAD) and in report 1 (against HEAD)");
  }

  @Test
  void refusesWhatIsNotOfOneCheck() {
    assertRefused(
        List.of(Reports.inSync(), Reports.everything()),
        "PLB-RPT-002",
        "environment: report 0 has sandbox, report 1 has prod");
    RandomCheck check = new RandomCheck(1);
    assertRefused(
        List.of(check.shards(2).get(0), check.shards(3).get(2)),
        "PLB-RPT-002",
        "number of shards: report 0 has 2 shards, report 1 has 3 shards");
    assertRefused(
        List.of(new RandomCheck(3).shards(2).get(0), new RandomCheck(4).shards(2).get(1)),
        "PLB-RPT-002",
        "ignore rules and tolerances: ");
  }

  @Test
  void refusesPartsOfOtherStrictnessOrOfAnotherHour() {
    List<DriftReport> shards = new RandomCheck(1).shards(2);
    Instant noon = Instant.parse("2026-11-25T12:00:00Z");
    DriftReport one = shards.get(0).of(true, noon);
    assertRefused(
        List.of(one, shards.get(1).of(false, noon)),
        "PLB-RPT-002",
        "strictness: report 0 has a strict check, report 1 has a check that is not strict");
    assertRefused(
        List.of(one, shards.get(1).of(true, noon.minusSeconds(3_601))),
        "PLB-RPT-002",
        "time, by more than an hour: report 1 has a check of 2026-11-25T10:59:59Z, report 0 has a"
            + " check of 2026-11-25T12:00:00Z");
    DriftReport merged = merge(List.of(one, shards.get(1).of(true, noon.minusSeconds(3_600))));
    assertThat(merged.judgement().time()).isEqualTo("2026-11-25T11:00:00Z");
    assertThat(merged.judgement().strict()).isTrue();
  }

  private static void assertRefused(List<DriftReport> reports, String code, String detail) {
    assertThatThrownBy(() -> merge(reports))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(code)
        .hasMessageContaining(detail);
  }

  @Test
  void refusesWhatIsNoWholeReport() {
    String whole = json(Reports.inSync());
    assertUnreadable(whole.substring(0, whole.length() / 2), "JSON: expected");
    assertUnreadable("[]", "expected an object, got []");
    assertUnreadable(whole.replace("\"checked\"", "\"seen\""), "there is no checked");
    assertUnreadable(whole.replaceFirst("\\{", "{\"by\": 1,"), "unknown: by");
    assertUnreadable(whole.replace("\"calls\": 41", "\"calls\": \"41\""), "coverage/calls: ");
    assertUnreadable(whole.replace("\"in-sync\"", "\"drift\""), "verdict: expected in-sync");
  }

  private static void assertUnreadable(String text, String why) {
    assertThatThrownBy(() -> DriftJsonReader.read("drift.json", text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("PLB-RPT-001")
        .hasMessageContaining("drift.json: " + why);
  }
}
