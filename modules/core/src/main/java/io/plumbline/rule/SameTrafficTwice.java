package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.TrafficRule;
import java.util.HashSet;
import java.util.Set;

/** Two rules of one set allow the same traffic. */
final class SameTrafficTwice implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-SEC-003",
          "traffic allowed twice",
          "Providers refuse the second, and reports could not say which one drifted.",
          "Amazon EC2 API Reference, AuthorizeSecurityGroupIngress: InvalidPermission.Duplicate",
          "drop one of them");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (SecurityRules rules : design.all(SecurityRules.class)) {
      Set<TrafficRule> seen = new HashSet<>();
      for (TrafficRule rule : rules.rules()) {
        if (!seen.add(withoutDescription(rule))) {
          problems.report(RULE, rules, "got " + rule.text() + " again");
        }
      }
    }
  }

  private static TrafficRule withoutDescription(TrafficRule rule) {
    return new TrafficRule(rule.direction(), rule.protocol(), rule.ports(), rule.peer(), "");
  }
}
