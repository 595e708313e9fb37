package io.plumbline.rule;

import io.plumbline.model.AnyRole;
import io.plumbline.model.Design;
import io.plumbline.model.Statement;
import io.plumbline.value.Value;

/** A role may do everything to everything. */
final class EverythingAllowed implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-ROLE-002",
          "role may do everything",
          "Whoever gets a shell on one node would own the account.",
          "AWS Security Hub, control IAM.1",
          "name the actions and the things that the nodes need");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (AnyRole role : design.all(AnyRole.class)) {
      for (Statement statement : role.statements()) {
        if (statement.allow()
            && statement.resources().contains(Value.text("*"))
            && statement.actions().stream().anyMatch(a -> a.equals("*") || a.equals("*:*"))) {
          problems.report(RULE, role, "got action * on resource *");
        }
      }
    }
  }
}
