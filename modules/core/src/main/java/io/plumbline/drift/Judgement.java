package io.plumbline.drift;

import io.plumbline.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By what the findings of a check were judged, and what came of it: all that it takes to judge
 * those of several checks together.
 *
 * @param strict whether what the design does not say, and what nobody can read, counts too
 * @param time when the check began; null where that is not known
 */
public record Judgement(
    List<RuleUse> ignored,
    List<Tolerance> tolerated,
    List<OutOfServiceUse> nodes,
    boolean strict,
    @Nullable Instant time) {
  /** By no rule. */
  public static final Judgement NONE = new Judgement(List.of(), List.of());

  public Judgement {
    ignored = List.copyOf(ignored);
    tolerated = List.copyOf(tolerated);
    nodes = List.copyOf(nodes);
  }

  /** Of a check that is not strict, whenever that was. */
  public Judgement(List<RuleUse> ignored, List<Tolerance> tolerated, List<OutOfServiceUse> nodes) {
    this(ignored, tolerated, nodes, false, null);
  }

  /** Where every node is in service. */
  public Judgement(List<RuleUse> ignored, List<Tolerance> tolerated) {
    this(ignored, tolerated, List.of());
  }

  /** The same, of a check of this strictness at this time. */
  public Judgement of(boolean isStrict, @Nullable Instant began) {
    return new Judgement(ignored, tolerated, nodes, isStrict, began);
  }

  /** How many findings are left out, or cut short, since they are about nodes out of service. */
  public int outOfService() {
    return nodes.stream().filter(each -> !each.expired()).mapToInt(OutOfServiceUse::covered).sum();
  }

  /**
   * What is wrong with the rules.
   *
   * @param part whether this is the check of a part: what nothing needs there, another may need
   */
  List<Diagnostic> diagnostics(boolean part) {
    return Stream.concat(
            RuleUse.problems(ignored).stream(), OutOfServiceUse.problems(nodes).stream())
        .filter(each -> !part || each.isError())
        .toList();
  }

  /** Whether both judge by the same rules, whatever these found. */
  boolean isBySameRules(Judgement other) {
    return rules().equals(other.rules())
        && tolerated.equals(other.tolerated)
        && out().equals(other.out());
  }

  private List<OutOfService> out() {
    return nodes.stream().map(OutOfServiceUse::node).toList();
  }

  private List<IgnoreRule> rules() {
    return ignored.stream().map(RuleUse::rule).toList();
  }

  /** The same rules, and what both found, since the earlier of them began. */
  Judgement plus(Judgement other) {
    List<RuleUse> both = new ArrayList<>();
    for (int i = 0; i < ignored.size(); i++) {
      both.add(ignored.get(i).plus(other.ignored.get(i)));
    }
    List<OutOfServiceUse> out = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      out.add(nodes.get(i).plus(other.nodes.get(i)));
    }
    return new Judgement(both, tolerated, out, strict, earlier(time, other.time));
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  /** Whether what could not be determined stays, kind by kind, within what is tolerated. */
  boolean isComplete(List<Finding> findings, List<CheckedTarget> targets) {
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
              return tolerated.stream()
                  .anyMatch(t -> t.kind().equals(kind) && t.allows(undetermined, all));
            });
  }

  private static int count(String kind, List<CheckedTarget> targets) {
    return (int)
        targets.stream()
            .flatMap(target -> target.resources().stream())
            .filter(item -> item.kind().equals(kind))
            .count();
  }
}
