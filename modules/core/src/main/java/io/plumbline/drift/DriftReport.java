package io.plumbline.drift;

import io.plumbline.cost.TargetCost;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.SourceLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one check of one environment.
 *
 * @param complete whether all that was to be read was read, up to what the rules tolerate
 * @param diagnostics what is wrong with the rules of the check
 * @param pending what the Java of today would change, which is not drift
 * @param targets the stacks and sites that were checked
 * @param costs what the targets cost as they are deployed, and as the Java of today has them
 * @param judgement by which rules the findings were judged
 * @param part of which check this is a part; null where it is the whole
 * @param authors who made findings true; none where nobody asked
 */
public record DriftReport(
    String environment,
    List<Finding> findings,
    boolean complete,
    List<Diagnostic> diagnostics,
    List<Pending> pending,
    List<CheckedTarget> targets,
    Coverage coverage,
    List<TargetCost> costs,
    Judgement judgement,
    @Nullable Part part,
    Map<Finding, Author> authors) {

  public DriftReport {
    findings = List.copyOf(findings);
    diagnostics = List.copyOf(diagnostics);
    pending = List.copyOf(pending);
    targets = List.copyOf(targets);
    costs = List.copyOf(costs);
    authors = Collections.unmodifiableMap(new LinkedHashMap<>(authors));
  }

  /** Where nobody asks who it was. */
  public DriftReport(
      String environment,
      List<Finding> findings,
      boolean complete,
      List<Diagnostic> diagnostics,
      List<Pending> pending,
      List<CheckedTarget> targets,
      Coverage coverage,
      List<TargetCost> costs,
      Judgement judgement,
      @Nullable Part part) {
    this(
        environment,
        findings,
        complete,
        diagnostics,
        pending,
        targets,
        coverage,
        costs,
        judgement,
        part,
        Map.of());
  }

  /** By no rule, and where nobody asks what it costs. */
  public DriftReport(
      String environment,
      List<Finding> findings,
      boolean complete,
      List<Diagnostic> diagnostics,
      List<Pending> pending,
      List<CheckedTarget> targets,
      Coverage coverage) {
    this(
        environment,
        findings,
        complete,
        diagnostics,
        pending,
        targets,
        coverage,
        List.of(),
        Judgement.NONE,
        null);
  }

  public DriftReport withCosts(List<TargetCost> asked) {
    return new DriftReport(
        environment,
        findings,
        complete,
        diagnostics,
        pending,
        targets,
        coverage,
        asked,
        judgement,
        part,
        authors);
  }

  /** The same, with who made findings of it true. */
  public DriftReport withAuthors(Map<Finding, Author> known) {
    return new DriftReport(
        environment,
        findings,
        complete,
        diagnostics,
        pending,
        targets,
        coverage,
        costs,
        judgement,
        part,
        known);
  }

  /** The same, of a check of this strictness that began at this time. */
  public DriftReport of(boolean strict, Instant began) {
    return new DriftReport(
        environment,
        findings,
        complete,
        diagnostics,
        pending,
        targets,
        coverage,
        costs,
        judgement.of(strict, began),
        part,
        authors);
  }

  /** Who made a finding true; null where nobody asked. */
  public @Nullable Author author(Finding finding) {
    return authors.get(finding);
  }

  /** The same, with more that is wrong with what the check was told. */
  public DriftReport withDiagnostics(List<Diagnostic> more) {
    List<Diagnostic> others = new ArrayList<>(diagnostics);
    others.removeAll(judgement.diagnostics(part != null));
    others.addAll(more);
    return new DriftReport(
        environment,
        findings,
        complete,
        inOrder(judgement.diagnostics(part != null), others),
        pending,
        targets,
        coverage,
        costs,
        judgement,
        part,
        authors);
  }

  /** What is wrong with the rules, then all else, each once, the same for every cut into parts. */
  static List<Diagnostic> inOrder(List<Diagnostic> ofRules, List<Diagnostic> others) {
    List<Diagnostic> all = new ArrayList<>(ofRules);
    others.stream().distinct().sorted(Comparator.comparing(Diagnostic::toString)).forEach(all::add);
    return List.copyOf(all);
  }

  /** One report of the checks of all targets of an environment. */
  public static DriftReport of(String environment, List<TargetDrift> targets, Rules rules) {
    return of(environment, targets, rules, null);
  }

  /** One report of the checks of all targets of an environment, or of those of a part of it. */
  public static DriftReport of(
      String environment, List<TargetDrift> checked, Rules rules, @Nullable Part part) {
    Rules.Applied applied = rules.apply(checked);
    List<CheckedTarget> targets =
        checked.stream().map(t -> CheckedTarget.of(t.expectation())).toList();
    Coverage coverage =
        checked.stream().map(TargetDrift::coverage).reduce(Coverage.NONE, Coverage::plus);
    return new DriftReport(
        environment,
        applied.kept(),
        applied.judgement().isComplete(applied.kept(), targets),
        inOrder(
            applied.judgement().diagnostics(part != null),
            checked.stream().flatMap(t -> t.diagnostics().stream()).toList()),
        checked.stream().flatMap(t -> t.pending().stream()).toList(),
        targets,
        coverage.withIgnored(applied.left()),
        List.of(),
        applied.judgement(),
        part);
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
