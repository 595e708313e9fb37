package io.plumbline.drift;

import java.util.List;

/**
 * The outcome of the check of one target, before ignore rules and tolerances.
 *
 * @param expectation what was compared with
 * @param observation what was read; a plan file keeps its fingerprint
 */
public record TargetDrift(
    Expectation expectation,
    Observation observation,
    List<Finding> findings,
    List<DriftReport.Pending> pending,
    Coverage coverage) {
  public TargetDrift {
    findings = List.copyOf(findings);
    pending = List.copyOf(pending);
  }
}
