package io.plumbline.aws.rule;

import io.plumbline.model.AnyRole;
import io.plumbline.model.Statement;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.value.Value;

/**
 * What a role's statements take together is more than AWS lets its own policies hold. References
 * count as nothing: nobody knows yet how long they will be.
 */
final class RolePolicyTooLong implements Check<AwsScope> {
  private static final int MOST = 10_240;

  private static final int AROUND_STATEMENT =
      "{'Effect':'Allow','Action':[],'Resource':[]},".length();

  private static final Rule RULE =
      Rule.error(
          "PLB-ROLE-006",
          "role's policy too long",
          "AWS refuses it when everything before it has been made already.",
          "AWS IAM User Guide, IAM quotas: inline policies of a role, "
              + MOST
              + " characters in sum",
          "use wildcards, or give the role a managed policy that you keep elsewhere");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (AnyRole role : scope.all(AnyRole.class)) {
      int least = role.statements().stream().mapToInt(RolePolicyTooLong::length).sum();
      if (least > MOST) {
        problems.report(
            RULE, role, "got statements of at least " + least + " characters; at most " + MOST);
      }
    }
  }

  private static int length(Statement statement) {
    int actions = statement.actions().stream().mapToInt(action -> action.length() + 3).sum();
    int resources = statement.resources().stream().mapToInt(each -> known(each) + 3).sum();
    return AROUND_STATEMENT + actions + resources;
  }

  private static int known(Value value) {
    return switch (value) {
      case Value.Text text -> text.value().length();
      case Value.Join join -> join.parts().stream().mapToInt(RolePolicyTooLong::known).sum();
      default -> 0;
    };
  }
}
