package io.plumbline.dsl;

import io.plumbline.rule.Rule;
import java.util.List;

/** The rules that are held while a stack is described, in alphabetical order; for documentation. */
public final class DescriptionRules {
  public static final List<Rule> ALL =
      List.of(
          CidrSyntax.RULE,
          Incomplete.RULE,
          RefusedValue.RULE,
          StackFailed.RULE,
          SubnetsDoNotFit.RULE,
          UnknownSite.RULE);

  private DescriptionRules() {}
}
