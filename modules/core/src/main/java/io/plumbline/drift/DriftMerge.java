package io.plumbline.drift;

import io.plumbline.cost.TargetCost;
import io.plumbline.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One report of several, of parts of one check or of other targets of the same environment. It
 * judges anew, by the same rules and over all: the report of all parts is the one that a check of
 * the whole would have made. A part of which there is no report leaves it incomplete.
 */
public final class DriftMerge {
  private final List<DriftReport> reports;
  private final AbsentShards absent;
  private final Map<TargetName, Integer> places = new LinkedHashMap<>();

  private DriftMerge(List<DriftReport> reports) {
    this.reports = reports;
    this.absent = AbsentShards.of(reports);
    names().forEach(name -> places.putIfAbsent(name, places.size()));
  }

  /**
   * A report to merge.
   *
   * @param source where it comes from, for messages: a file
   */
  public record Given(String source, DriftReport report) {}

  /**
   * Merges reports, in whatever order they are given where they are of shards.
   *
   * @param given at least one
   * @throws io.plumbline.diagnostic.InvalidInputException if they are not of one check, or two of
   *     them of the same target
   */
  public static DriftReport of(List<Given> given) {
    Mergeable.check(given);
    List<DriftReport> reports =
        given.stream()
            .map(Given::report)
            .sorted(Comparator.comparingInt(r -> r.part() == null ? 0 : r.part().shard().index()))
            .toList();
    return new DriftMerge(reports).merged();
  }

  private DriftReport merged() {
    List<CheckedTarget> targets =
        inOrder(DriftReport::targets, CheckedTarget::name, absent.targets());
    List<Finding> findings =
        inOrder(DriftReport::findings, each -> name(each.subject()), absent.findings());
    Judgement judgement =
        reports.stream().map(DriftReport::judgement).reduce(Judgement::plus).orElseThrow();
    return new DriftReport(
        reports.get(0).environment(),
        findings,
        isComplete(judgement, findings, targets),
        diagnostics(judgement),
        inOrder(DriftReport::pending, each -> new TargetName(each.stack(), each.site()), List.of()),
        targets,
        reports.stream().map(DriftReport::coverage).reduce(Coverage.NONE, Coverage::plus),
        inOrder(DriftReport::costs, DriftMerge::name, List.of()),
        judgement,
        null,
        authors());
  }

  private Map<Finding, Author> authors() {
    Map<Finding, Author> all = new LinkedHashMap<>();
    reports.forEach(each -> all.putAll(each.authors()));
    return all;
  }

  /** All that reports tell of, in the order in which a check of the whole would. */
  private Stream<TargetName> names() {
    Stream<TargetName> known =
        reports.stream()
            .flatMap(
                r ->
                    r.part() == null
                        ? r.targets().stream().map(CheckedTarget::name)
                        : r.part().all().stream());
    return Stream.concat(
        known, reports.stream().flatMap(r -> r.findings().stream()).map(f -> name(f.subject())));
  }

  private <T> List<T> inOrder(
      Function<DriftReport, List<T>> members, Function<T, TargetName> name, List<T> more) {
    return Stream.concat(reports.stream().flatMap(r -> members.apply(r).stream()), more.stream())
        .sorted(
            Comparator.comparingInt(each -> places.getOrDefault(name.apply(each), places.size())))
        .toList();
  }

  /**
   * By the counts of all. A report that is incomplete for what it does not name leaves the whole
   * so.
   */
  private boolean isComplete(
      Judgement judgement, List<Finding> findings, List<CheckedTarget> targets) {
    boolean explained =
        reports.stream()
            .allMatch(r -> r.complete() || !r.judgement().isComplete(r.findings(), r.targets()));
    return explained && absent.isNone() && judgement.isComplete(findings, targets);
  }

  /** What is wrong with the rules over all, and what else each report says. */
  private List<Diagnostic> diagnostics(Judgement judgement) {
    List<Diagnostic> others = new ArrayList<>(absent.diagnostics());
    for (DriftReport report : reports) {
      List<Diagnostic> own = new ArrayList<>(report.diagnostics());
      own.removeAll(report.judgement().diagnostics(report.part() != null));
      others.addAll(own);
    }
    return DriftReport.inOrder(judgement.diagnostics(false), others);
  }

  private static TargetName name(Subject subject) {
    return new TargetName(subject.stack(), subject.site());
  }

  private static TargetName name(TargetCost cost) {
    return new TargetName(cost.stack(), cost.site());
  }
}
