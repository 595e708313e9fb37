package io.plumbline.azure.rule;

import io.plumbline.model.CapacityReservation;
import io.plumbline.model.Component;
import io.plumbline.model.Network;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.Set;

/** A zone that is not called as Azure calls its own. */
final class ZoneName implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-002",
          "zone unknown to Azure",
          "Azure numbers the zones of a location, and refuses any other name when it is deployed.",
          "Microsoft Learn, What are availability zones",
          "name zones of Azure: zones(\"1\", \"2\")");

  @Override
  public Rule rule() {
    return RULE;
  }

  private static final Set<String> ZONES = Set.of("1", "2", "3");

  @Override
  public void check(AzureScope scope, Problems problems) {
    for (Network network : scope.all(Network.class)) {
      network.zones().forEach(zone -> check(network, zone, problems));
    }
    for (CapacityReservation reservation : scope.all(CapacityReservation.class)) {
      if (reservation.zone() != null) {
        check(reservation, reservation.zone(), problems);
      }
    }
  }

  private static void check(Component component, String zone, Problems problems) {
    if (!ZONES.contains(zone)) {
      problems.report(RULE, component, "got zone \"" + zone + "\"; allowed are 1, 2 and 3");
    }
  }
}
