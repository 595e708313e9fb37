package io.plumbline.azure.rule;

import io.plumbline.model.GpuPool;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** Machines are asked for on a site that names no public key. */
final class KeyForLogin implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-010",
          "site without a key for logins",
          "Azure makes no Linux machine without a password or a public key, and passwords stand"
              + " nowhere here.",
          "Microsoft Learn, Create SSH keys in the Azure portal",
          "give the site ssh-key: the id of a public key that is kept in Azure");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AzureScope scope, Problems problems) {
    if (scope.target().site().setting("ssh-key") == null) {
      scope.all(GpuPool.class).stream()
          .limit(1)
          .forEach(
              pool ->
                  problems.report(
                      RULE,
                      pool,
                      "got no ssh-key on site \"" + scope.target().site().name() + "\""));
    }
  }
}
