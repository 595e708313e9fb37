package io.plumbline.drift;

import io.plumbline.cost.TargetCost;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.SourceLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one check of one environment.
 *
 * @param complete whether all that was to be read was read, up to what the rules tolerate
 * @param diagnostics what is wrong with the rules of the check
 * @param pending what the Java of today would change, which is not drift
 * @param targets the stacks and sites that were checked
 * @param costs what the targets cost as they are deployed, and as the Java of today has them
 */
public record DriftReport(
    String environment,
    List<Finding> findings,
    boolean complete,
    List<Diagnostic> diagnostics,
    List<Pending> pending,
    List<CheckedTarget> targets,
    Coverage coverage,
    List<TargetCost> costs) {

  public DriftReport {
    findings = List.copyOf(findings);
    diagnostics = List.copyOf(diagnostics);
    pending = List.copyOf(pending);
    targets = List.copyOf(targets);
    costs = List.copyOf(costs);
  }

  /** Where nobody asks what it costs. */
  public DriftReport(
      String environment,
      List<Finding> findings,
      boolean complete,
      List<Diagnostic> diagnostics,
      List<Pending> pending,
      List<CheckedTarget> targets,
      Coverage coverage) {
    this(environment, findings, complete, diagnostics, pending, targets, coverage, List.of());
  }

  public DriftReport withCosts(List<TargetCost> asked) {
    return new DriftReport(
        environment, findings, complete, diagnostics, pending, targets, coverage, asked);
  }

  /** One report of the checks of all targets of an environment. */
  public static DriftReport of(String environment, List<TargetDrift> targets, Rules rules) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<Finding> found = targets.stream().flatMap(t -> t.findings().stream()).toList();
    List<Finding> kept = rules.apply(found, diagnostics);
    Coverage coverage =
        targets.stream().map(TargetDrift::coverage).reduce(Coverage.NONE, Coverage::plus);
    return new DriftReport(
        environment,
        kept,
        isComplete(kept, targets, rules),
        diagnostics,
        targets.stream().flatMap(t -> t.pending().stream()).toList(),
        targets.stream().map(t -> CheckedTarget.of(t.expectation())).toList(),
        coverage.withIgnored(found.size() - kept.size()));
  }

  /** Whether what could not be determined stays, kind by kind, within what is tolerated. */
  private static boolean isComplete(
      List<Finding> findings, List<TargetDrift> targets, Rules rules) {
    List<Subject> open =
        findings.stream()
            .filter(f -> f instanceof Finding.Undetermined)
            .map(Finding::subject)
            .distinct()
            .toList();
    if (open.stream().anyMatch(subject -> subject.address() == null)) {
      return false; // a list that is not whole is no share of anything
    }
    return open.stream()
        .map(Subject::kind)
        .distinct()
        .allMatch(
            kind -> {
              int undetermined = (int) open.stream().filter(s -> s.kind().equals(kind)).count();
              int all = count(kind, targets);
              return rules.tolerated().stream()
                  .anyMatch(t -> t.kind().equals(kind) && t.allows(undetermined, all));
            });
  }

  private static int count(String kind, List<TargetDrift> targets) {
    return (int)
        targets.stream()
            .flatMap(t -> t.expectation().graph().resources().stream())
            .filter(r -> r.kind().id().equals(kind))
            .count();
  }

  public enum Verdict {
    IN_SYNC("in-sync", 0),
    DRIFT("drift", 2),
    INCOMPLETE("incomplete", 3);

    private final String word;
    private final int exitCode;

    Verdict(String word, int exitCode) {
      this.word = word;
      this.exitCode = exitCode;
    }

    public String word() {
      return word;
    }

    public int exitCode() {
      return exitCode;
    }
  }

  /**
   * A difference between the released and today's description.
   *
   * @param attribute null where the whole resource is added or removed
   */
  public record Pending(
      String stack,
      String site,
      String address,
      String kind,
      Change change,
      @Nullable String attribute,
      @Nullable SourceLine source) {
    public enum Change {
      ADDED,
      CHANGED,
      REMOVED
    }
  }

  /** What mends a finding of this report, by the engine of its target. */
  public Mending mending(Finding finding) {
    Subject subject = finding.subject();
    String engine =
        targets.stream()
            .filter(each -> each.stack().equals(subject.stack()))
            .filter(each -> each.site().equals(subject.site()))
            .map(CheckedTarget::engine)
            .findFirst()
            .orElse("");
    return Mending.of(environment, engine, finding);
  }

  /** What each target was held against: {@code "fleet on main: HEAD"}. */
  public List<String> against() {
    return targets.stream().map(each -> each.title() + ": " + each.against()).toList();
  }

  /**
   * Drift where anything differs, complete or not, and where a rule that hid something has expired;
   * in sync only where all was read.
   */
  public Verdict verdict() {
    boolean drift = findings.stream().anyMatch(f -> !(f instanceof Finding.Undetermined));
    if (drift || diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return Verdict.DRIFT;
    }
    return complete ? Verdict.IN_SYNC : Verdict.INCOMPLETE;
  }
}
