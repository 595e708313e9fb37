package io.plumbline.aws.rule;

import io.plumbline.model.SecurityRules;
import io.plumbline.model.TrafficRule;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A security group has more rules of one direction than an account allows by default. */
final class RulesBeyondQuota implements Check<AwsScope> {
  private static final int QUOTA = 60;

  private static final Rule RULE =
      Rule.warning(
          "PLB-SEC-012",
          "more security rules than usual",
          "A group has " + QUOTA + " rules in and " + QUOTA + " out, unless AWS has raised that.",
          "Amazon VPC User Guide, Amazon VPC quotas: inbound or outbound rules per security group",
          "join blocks, split the group, or have the quota raised before you deploy");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (SecurityRules rules : scope.all(SecurityRules.class)) {
      for (TrafficRule.Direction direction : TrafficRule.Direction.values()) {
        long count = rules.rules().stream().filter(r -> r.direction() == direction).count();
        if (count > QUOTA) {
          problems.report(RULE, rules, "got " + count + " rules for " + words(direction));
        }
      }
    }
  }

  private static String words(TrafficRule.Direction direction) {
    return direction == TrafficRule.Direction.INGRESS ? "what comes in" : "what goes out";
  }
}
