package io.plumbline.aws.rule;

import io.plumbline.model.SecurityRules;
import io.plumbline.model.TrafficRule;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A description that AWS does not take for security groups and their rules. */
final class DescriptionRefused implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-SEC-006",
          "description not allowed",
          "EC2 takes up to 255 characters, of a few kinds; a group's description can never be"
              + " changed.",
          "Amazon EC2 API Reference, CreateSecurityGroup: GroupDescription",
          "use letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (SecurityRules rules : scope.all(SecurityRules.class)) {
      check(rules, rules.description(), false, problems);
      for (TrafficRule rule : rules.rules()) {
        check(rules, rule.description(), true, problems);
      }
    }
  }

  private static void check(
      SecurityRules rules, String text, boolean mayBeEmpty, Problems problems) {
    boolean fits = text.length() <= 255 && text.matches("[a-zA-Z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]*");
    if (!fits || (text.isEmpty() && !mayBeEmpty)) {
      problems.report(
          RULE,
          rules,
          "got \""
              + text
              + "\"; allowed are up to 255 letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*");
    }
  }
}
