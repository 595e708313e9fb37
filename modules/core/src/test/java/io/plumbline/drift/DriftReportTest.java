package io.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.drift.DriftReport.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftReportTest {
  private static final Subject BOX = new Subject("fleet", "main", "box", "box", null, null);
  private static final Finding MISSING = new Finding.Missing(BOX, List.of());
  private static final Finding UNDETERMINED = new Finding.Undetermined(BOX, null, "denied");

  private static Verdict verdict(
      boolean complete, List<Diagnostic> diagnostics, Finding... findings) {
    return new DriftReport(
            "test", List.of(findings), complete, diagnostics, List.of(), List.of(), Coverage.NONE)
        .verdict();
  }

  @Test
  void isInSyncOnlyWhereAllWasRead() {
    assertThat(verdict(true, List.of())).isEqualTo(Verdict.IN_SYNC);
    assertThat(verdict(false, List.of())).isEqualTo(Verdict.INCOMPLETE);
    assertThat(verdict(false, List.of(), UNDETERMINED)).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void isDriftWhereAnythingDiffersCompleteOrNot() {
    assertThat(verdict(true, List.of(), MISSING)).isEqualTo(Verdict.DRIFT);
    assertThat(verdict(false, List.of(), UNDETERMINED, MISSING)).isEqualTo(Verdict.DRIFT);
  }

  @Test
  void isDriftWhereARuleHasExpiredAndNotForAWarning() {
    assertThat(verdict(true, List.of(diagnostic(Diagnostic.Severity.ERROR))))
        .isEqualTo(Verdict.DRIFT);
    assertThat(verdict(true, List.of(diagnostic(Diagnostic.Severity.WARNING))))
        .isEqualTo(Verdict.IN_SYNC);
  }

  private static Diagnostic diagnostic(Diagnostic.Severity severity) {
    return new Diagnostic("PLB-DRF-001", severity, "rule", "detail", null, "mend");
  }

  @Test
  void exitsAsScriptsExpect() {
    assertThat(Verdict.IN_SYNC.exitCode()).isZero();
    assertThat(Verdict.DRIFT.exitCode()).isEqualTo(2);
    assertThat(Verdict.INCOMPLETE.exitCode()).isEqualTo(3);
  }
}
