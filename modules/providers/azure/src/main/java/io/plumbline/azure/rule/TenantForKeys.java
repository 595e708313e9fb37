package io.plumbline.azure.rule;

import io.plumbline.model.Key;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A key on a site that does not say whose directory it is. */
final class TenantForKeys implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-031",
          "no directory for a vault",
          "A vault asks one directory who somebody is, and is made for that one alone.",
          "Microsoft Learn, Microsoft.KeyVault/vaults: tenantId",
          "say tenant: in the site's settings; az account show --query tenantId tells it");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AzureScope scope, Problems problems) {
    if (scope.target().site().setting("tenant") == null) {
      for (Key key : scope.all(Key.class)) {
        problems.report(RULE, key, "got a site without a tenant");
      }
    }
  }
}
