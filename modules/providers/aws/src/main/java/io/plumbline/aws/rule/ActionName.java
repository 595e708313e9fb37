package io.plumbline.aws.rule;

import io.plumbline.model.AnyRole;
import io.plumbline.model.Statement;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A role's statement names an action that cannot exist. */
final class ActionName implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-ROLE-003",
          "action not named as AWS names them",
          "IAM refuses the whole policy.",
          "AWS IAM User Guide, IAM JSON policy elements: Action",
          "write SERVICE:ACTION, such as s3:GetObject");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (AnyRole role : scope.all(AnyRole.class)) {
      for (Statement statement : role.statements()) {
        statement.actions().stream()
            .filter(action -> !action.matches("\\*|[a-z0-9-]+:[a-zA-Z0-9*?]+"))
            .forEach(
                action ->
                    problems.report(
                        RULE, role, "got \"" + action + "\"; allowed is such as s3:GetObject"));
      }
    }
  }
}
