package io.plumbline.aws.rule;

import io.plumbline.model.Key;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A key on a site that does not say which account it is. */
final class KeyWithoutAccount implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-KEY-001",
          "key on a site without an account",
          "A key's policy names the account that rules it; one that names nobody locks everybody"
              + " out, and KMS refuses it.",
          "AWS KMS Developer Guide, Default key policy",
          "say account: \"…\" at the site in the environment file");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    if (scope.target().site().setting("account") == null) {
      for (Key key : scope.all(Key.class)) {
        problems.report(
            RULE, key, "got no account at site \"" + scope.target().site().name() + "\"");
      }
    }
  }
}
