package io.plumbline.onprem.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.BmcProtocol;
import io.plumbline.model.HostBmc;
import io.plumbline.model.Site;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A fleet wants something of management controllers that its site lets nobody read. */
final class BmcNotReadable implements Check<OnPremScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-DC-020",
          "management controllers not readable",
          "Each of them would be undetermined in each report.",
          "IPMI 2.0, appendix G: Get System Boot Options takes privilege Operator",
          "say in the environment file as whom they are asked: bmc: {user: …, password-file: …}");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(OnPremScope scope, Problems problems) {
    Site site = scope.target().site();
    for (BareMetalFleet fleet : scope.all(BareMetalFleet.class)) {
      HostBmc bmc = fleet.bmc();
      if (bmc == null) {
        continue;
      }
      if (site.setting("bmc.user") == null
          || (site.setting("bmc.password-file") == null)
              == (site.setting("bmc.password-variable") == null)) {
        problems.report(
            RULE,
            fleet,
            "got site \""
                + site.name()
                + "\" without bmc.user, or without one source of the password; allowed is a user,"
                + " and either bmc.password-file or bmc.password-variable");
      } else if (bmc.protocol() == BmcProtocol.IPMI
          && bmc.bootOverride() != null
          && bmc.bootOrder().isEmpty()
          && !site.setting("bmc.ipmi-privilege", "user").equals("operator")) {
        problems.report(
            RULE,
            fleet,
            "got a wish for starts, and site \""
                + site.name()
                + "\" with bmc.ipmi-privilege user, who may not read that; allowed is operator");
      }
    }
  }
}
