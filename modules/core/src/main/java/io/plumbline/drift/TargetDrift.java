package io.plumbline.drift;

import io.plumbline.diagnostic.Diagnostic;
import java.util.List;

/**
 * The outcome of the check of one target, before ignore rules and tolerances.
 *
 * @param expectation what was compared with
 * @param observation what was read; a plan file keeps its fingerprint
 * @param kept what a baseline written now would say of it
 * @param diagnostics what is wrong with the baseline that there is
 */
public record TargetDrift(
    Expectation expectation,
    Observation observation,
    List<Finding> findings,
    List<DriftReport.Pending> pending,
    Coverage coverage,
    List<Baseline.Entry> kept,
    List<Diagnostic> diagnostics) {
  public TargetDrift {
    kept = List.copyOf(kept);
    diagnostics = List.copyOf(diagnostics);
    findings = List.copyOf(findings);
    pending = List.copyOf(pending);
  }
}
