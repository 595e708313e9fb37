package io.plumbline.azure.rule;

import io.plumbline.model.Component;
import io.plumbline.model.ExistingKey;
import io.plumbline.model.ExistingSecret;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** An existing key or secret called by what cannot be its id. */
final class VaultId implements Check<AzureScope> {
  private static final String VAULT =
      "(?i)/subscriptions/[0-9a-f-]{36}/resourceGroups/[^/\\s]+/providers/Microsoft\\.KeyVault"
          + "/vaults/[a-z0-9-]{3,24}/";

  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-032",
          "not the id of a key or secret",
          "It would be looked up in vain at each plan.",
          "Microsoft Learn, Microsoft.KeyVault/vaults/keys and vaults/secrets",
          "say the resource id, without a version: /subscriptions/…/providers/Microsoft.KeyVault"
              + "/vaults/NAME/keys/NAME, or …/secrets/NAME");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AzureScope scope, Problems problems) {
    for (ExistingKey key : scope.all(ExistingKey.class)) {
      check(key, key.called(), "keys", problems);
    }
    for (ExistingSecret secret : scope.all(ExistingSecret.class)) {
      check(secret, secret.called(), "secrets", problems);
    }
  }

  private static void check(
      Component component, String called, String collection, Problems problems) {
    if (!called.matches(VAULT + collection + "/[a-z0-9-]{1,127}")) {
      problems.report(RULE, component, "got \"" + called + "\"");
    }
  }
}
