package io.plumbline.rule;

import io.plumbline.model.AnyRole;
import io.plumbline.model.Design;
import io.plumbline.model.Statement;

/** A role's statement does not say what its actions may be done to, or names no action. */
final class StatementWithoutResources implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-ROLE-001",
          "statement incomplete",
          "Providers refuse a statement without actions or resources; a silent \"*\" would give"
              + " away everything.",
          "AWS IAM User Guide, IAM JSON policy elements: Action, Resource",
          "say allow(actions).on(things), such as on(bucket.objects()); on(\"*\") says everything"
              + " aloud");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (AnyRole role : design.all(AnyRole.class)) {
      for (Statement statement : role.statements()) {
        if (statement.resources().isEmpty()) {
          problems.report(RULE, role, "got " + statement.actions() + " on nothing");
        }
        if (statement.actions().isEmpty()) {
          problems.report(RULE, role, "got a statement with no action");
        }
      }
    }
  }
}
