package io.plumbline.aws.rule;

import io.plumbline.model.Component;
import io.plumbline.model.ExistingKey;
import io.plumbline.model.ExistingSecret;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** An existing key or secret called by what cannot be its name. */
final class ExistingName implements Check<AwsScope> {
  private static final String KEY =
      "alias/[a-zA-Z0-9/_-]{1,250}|(mrk-)?[0-9a-f-]{32,36}"
          + "|arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:(key|alias)/[a-zA-Z0-9/_-]+";
  private static final String SECRET =
      "[a-zA-Z0-9/_+=.@-]{1,512}"
          + "|arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[a-zA-Z0-9/_+=.@-]+";

  private static final Rule RULE =
      Rule.error(
          "PLB-AWS-002",
          "not a name of a key or secret",
          "It would be looked up in vain at each plan.",
          "AWS KMS API Reference, DescribeKey: KeyId; AWS Secrets Manager API Reference,"
              + " DescribeSecret: SecretId",
          "a key: its id, its ARN, or alias/NAME; a secret: its name or its whole ARN");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (ExistingKey key : scope.all(ExistingKey.class)) {
      check(key, key.called(), KEY, problems);
    }
    for (ExistingSecret secret : scope.all(ExistingSecret.class)) {
      check(secret, secret.called(), SECRET, problems);
    }
  }

  private static void check(Component component, String called, String form, Problems problems) {
    if (!called.matches(form)) {
      problems.report(RULE, component, "got \"" + called + "\"");
    }
  }
}
