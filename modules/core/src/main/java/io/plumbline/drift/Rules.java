package io.plumbline.drift;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What of the findings of a check counts. A rule that has expired leaves nothing out; {@link
 * Judgement} tells of it, and of one that nothing needed.
 *
 * @param today the day by which rules expire
 */
public record Rules(
    List<IgnoreRule> ignored,
    List<Tolerance> tolerated,
    List<OutOfService> nodes,
    LocalDate today) {
  public Rules {
    ignored = List.copyOf(ignored);
    tolerated = List.copyOf(tolerated);
    nodes = List.copyOf(nodes);
  }

  /** Where every node is in service. */
  public Rules(List<IgnoreRule> ignored, List<Tolerance> tolerated, LocalDate today) {
    this(ignored, tolerated, List.of(), today);
  }

  /** No finding is left out. */
  public static Rules none(LocalDate today) {
    return new Rules(List.of(), List.of(), today);
  }

  /** The findings that no rule leaves out, and what the rules had to do. */
  Applied apply(List<TargetDrift> checked) {
    Excuses excuses = new Excuses(nodes, today, checked);
    List<Finding> findings = checked.stream().flatMap(each -> excuses.left(each).stream()).toList();
    List<Finding> kept = new ArrayList<>();
    int[] covered = new int[ignored.size()];
    for (Finding finding : findings) {
      boolean left = false;
      for (int i = 0; i < covered.length; i++) {
        if (ignored.get(i).covers(finding)) {
          covered[i]++;
          left |= !ignored.get(i).hasExpired(today);
        }
      }
      if (!left) {
        kept.add(finding);
      }
    }
    List<RuleUse> uses = new ArrayList<>();
    for (int i = 0; i < covered.length; i++) {
      IgnoreRule rule = ignored.get(i);
      uses.add(new RuleUse(rule, rule.hasExpired(today), covered[i]));
    }
    Judgement judgement = new Judgement(uses, tolerated, excuses.uses());
    return new Applied(kept, findings.size() - kept.size(), judgement);
  }

  /**
   * What came of it.
   *
   * @param left how many findings ignore rules leave out
   */
  record Applied(List<Finding> kept, int left, Judgement judgement) {}
}
