package io.plumbline.azure.rule;

import io.plumbline.azure.lower.ZoneId;
import io.plumbline.model.ExistingZone;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.Locale;

/** A zone of which nobody knows the resource group, or one that names another domain. */
final class ZoneWithoutId implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-043",
          "zone without an id of Azure",
          "Azure knows a domain once in each resource group; a record set is made in the group of"
              + " its zone, which only the zone's id says.",
          "Microsoft Learn, DNS zones and records; Private DNS zones",
          "existingZone(…, z -> z.withId(\"/subscriptions/…/resourceGroups/…/providers/"
              + "Microsoft.Network/dnsZones/example.com\")), of the site's subscription;"
              + " privateDnsZones for internal()");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AzureScope scope, Problems problems) {
    String ours = scope.target().site().setting("subscription", "");
    for (ExistingZone zone : scope.all(ExistingZone.class)) {
      ZoneId id = ZoneId.find(zone);
      if (id == null) {
        problems.report(
            RULE, zone, zone.called() == null ? "got no id" : "got \"" + zone.called() + "\"");
      } else if (!id.domain().toLowerCase(Locale.ROOT).equals(zone.domain())) {
        problems.report(RULE, zone, "got the id of " + id.domain() + " for " + zone.domain());
      } else if (!id.subscription().equalsIgnoreCase(ours)) {
        problems.report(
            RULE, zone, "got subscription " + id.subscription() + "; allowed is " + ours);
      }
    }
  }
}
