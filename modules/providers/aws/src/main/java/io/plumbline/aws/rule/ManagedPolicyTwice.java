package io.plumbline.aws.rule;

import io.plumbline.model.AnyRole;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A role is given one managed policy twice, or two that differ by nothing but their path. */
final class ManagedPolicyTwice implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-ROLE-004",
          "managed policy given twice",
          "A role has a managed policy or has it not; two attachments of one would be told apart by"
              + " nothing.",
          "AWS IAM API Reference, AttachRolePolicy",
          "name each managed policy once");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (AnyRole role : scope.all(AnyRole.class)) {
      Set<String> given = new HashSet<>();
      for (String policy : role.managedPolicies()) {
        if (!given.add(policy.substring(policy.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))) {
          problems.report(RULE, role, "got \"" + policy + "\" again");
        }
      }
    }
  }
}
