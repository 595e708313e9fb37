package io.plumbline.dsl;

import io.plumbline.rule.Rule;
import java.util.List;

/** The rules that are held while a stack is described, in alphabetical order; for documentation. */
public final class DescriptionRules {
  public static final List<Rule> ALL =
      List.of(
          CidrSyntax.RULE,
          Incomplete.RULE,
          OtherStack.RULE,
          RefusedValue.RULE,
          StackFailed.RULE,
          StacksInACircle.RULE,
          SubnetsDoNotFit.RULE,
          TwoOwners.RULE,
          UnknownSite.RULE,
          UnknownStack.RULE);

  private DescriptionRules() {}
}
