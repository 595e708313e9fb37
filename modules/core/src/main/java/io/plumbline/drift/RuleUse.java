package io.plumbline.drift;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * An ignore rule, and what a check had for it.
 *
 * @param expired whether it held no more on the day of the check
 * @param covered how many findings it covers, whether or not it still holds
 */
public record RuleUse(IgnoreRule rule, boolean expired, int covered) {

  /** What is wrong with the rules of a check of all that they may be for. */
  static List<Diagnostic> problems(List<RuleUse> uses) {
    List<Diagnostic> problems = new ArrayList<>();
    for (RuleUse use : uses) {
      if (use.expired) {
        problems.add(expired(use.rule));
      } else if (use.covered == 0) {
        problems.add(unused(use.rule));
      }
    }
    return problems;
  }

  RuleUse plus(RuleUse other) {
    return new RuleUse(rule, expired || other.expired, covered + other.covered);
  }

  private static Diagnostic expired(IgnoreRule rule) {
    return new Diagnostic(
        "PLB-DRF-001",
        Severity.ERROR,
        "ignore rule has expired",
        named(rule) + " held until " + rule.until() + "; its reason was: " + rule.reason(),
        rule.source(),
        "remove the rule, or give it a later date if its reason still holds");
  }

  private static Diagnostic unused(IgnoreRule rule) {
    return new Diagnostic(
        "PLB-DRF-002",
        Severity.WARNING,
        "ignore rule is not needed",
        named(rule) + " covered no finding",
        rule.source(),
        "remove the rule, or correct its patterns");
  }

  private static String named(IgnoreRule rule) {
    return "the rule for \"" + rule.address() + "\", attribute \"" + rule.attribute() + "\",";
  }
}
