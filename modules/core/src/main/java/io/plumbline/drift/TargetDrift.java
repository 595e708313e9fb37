package io.plumbline.drift;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import java.util.List;
import java.util.Map;

/**
 * The outcome of the check of one target, before ignore rules and tolerances.
 *
 * @param expectation what was compared with
 * @param observation what was read; a plan file keeps its fingerprint
 * @param folded by {@link Folding#place place}, what the finding there says to follow from it, as
 *     findings of their own
 * @param kept what a baseline written now would say of it; none where none is to be written
 * @param diagnostics what is wrong with the baseline that there is
 */
public record TargetDrift(
    Expectation expectation,
    Observation observation,
    List<Finding> findings,
    Map<String, List<Finding>> folded,
    List<DriftReport.Pending> pending,
    Coverage coverage,
    List<Baseline.Entry> kept,
    List<Diagnostic> diagnostics) {
  public TargetDrift {
    folded = Map.copyOf(folded);
    kept = List.copyOf(kept);
    diagnostics = List.copyOf(diagnostics);
    findings = List.copyOf(findings);
    pending = List.copyOf(pending);
  }

  /** Where no finding follows from another. */
  public TargetDrift(
      Expectation expectation,
      Observation observation,
      List<Finding> findings,
      List<DriftReport.Pending> pending,
      Coverage coverage,
      List<Baseline.Entry> kept,
      List<Diagnostic> diagnostics) {
    this(expectation, observation, findings, Map.of(), pending, coverage, kept, diagnostics);
  }

  /** What a finding says to follow from it. */
  List<Finding> foldedInto(Finding finding) {
    boolean some =
        switch (finding) {
          case Finding.Missing f -> !f.follows().isEmpty();
          case Finding.Changed f -> !f.follows().isEmpty();
          case Finding.Unmanaged f -> false;
          case Finding.Duplicate f -> false;
          case Finding.Undetermined f -> !f.follows().isEmpty();
        };
    return some ? folded.getOrDefault(Folding.place(finding), List.of()) : List.of();
  }

  public Site site() {
    return expectation.target().site();
  }

  /** Whether nothing was compared, since it is not known what it should be like. */
  boolean isUnread() {
    return observation.equals(Observation.NONE)
        && findings.stream().anyMatch(Finding.Undetermined.class::isInstance);
  }

  /** Whether it is a finding of this target. */
  public boolean hasMade(Finding finding) {
    Target target = expectation.target();
    return finding.subject().stack().equals(target.stack())
        && finding.subject().site().equals(target.site().name());
  }

  /**
   * Of a target of which it is not known what it should be like: nothing was compared.
   *
   * @param reason why it is not known, with the operation that failed
   */
  public static TargetDrift unread(Target target, Dialect engine, String reason) {
    Expectation nothing =
        new Expectation(
            target,
            ResourceGraph.EMPTY,
            engine,
            Map.of(),
            "nothing: its release record cannot be read",
            ResourceGraph.EMPTY);
    Subject all =
        new Subject(
            target.stack(), target.site().name(), null, "all kinds", null, target.site().source());
    return new TargetDrift(
        nothing,
        Observation.NONE,
        List.of(new Finding.Undetermined(all, null, reason)),
        List.of(),
        Coverage.NONE,
        List.of(),
        List.of());
  }
}
