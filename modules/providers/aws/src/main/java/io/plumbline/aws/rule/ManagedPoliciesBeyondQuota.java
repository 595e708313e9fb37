package io.plumbline.aws.rule;

import io.plumbline.model.AnyRole;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A role is given more managed policies than an account allows unless it has asked for more. */
final class ManagedPoliciesBeyondQuota implements Check<AwsScope> {
  private static final int QUOTA = 10;

  private static final Rule RULE =
      Rule.warning(
          "PLB-ROLE-007",
          "more managed policies than usual",
          "An account allows " + QUOTA + " for each role, unless AWS has raised that.",
          "AWS IAM User Guide, IAM quotas: managed policies attached to a role",
          "join some of them, or have the quota raised before you deploy");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (AnyRole role : scope.all(AnyRole.class)) {
      int given = role.managedPolicies().size();
      if (given > QUOTA) {
        problems.report(RULE, role, "got " + given + " managed policies; " + QUOTA + " by default");
      }
    }
  }
}
