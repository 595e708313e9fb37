package io.plumbline.drift;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Ignore rules at work. Where one leaves a finding out, what was folded into that stands for
 * itself: a rule is about what it names, and about nothing that comes of it.
 */
final class Ignoring {
  private final List<IgnoreRule> rules;
  private final LocalDate today;
  private final int[] covered;
  private final List<Finding> kept = new ArrayList<>();
  private int left;

  Ignoring(List<IgnoreRule> rules, LocalDate today) {
    this.rules = rules;
    this.today = today;
    this.covered = new int[rules.size()];
  }

  void judge(Finding finding, TargetDrift drift) {
    if (isLeftOut(finding)) {
      left++;
      drift.foldedInto(finding).forEach(each -> judge(each, drift));
    } else {
      kept.add(finding);
    }
  }

  private boolean isLeftOut(Finding finding) {
    boolean out = false;
    for (int i = 0; i < covered.length; i++) {
      if (rules.get(i).covers(finding)) {
        covered[i]++;
        out |= !rules.get(i).hasExpired(today);
      }
    }
    return out;
  }

  List<Finding> kept() {
    return kept;
  }

  /** How many findings rules leave out. */
  int left() {
    return left;
  }

  List<RuleUse> uses() {
    List<RuleUse> uses = new ArrayList<>();
    for (int i = 0; i < covered.length; i++) {
      IgnoreRule rule = rules.get(i);
      uses.add(new RuleUse(rule, rule.hasExpired(today), covered[i]));
    }
    return uses;
  }
}
