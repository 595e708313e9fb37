package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.Network;

/** A network with no zone has no subnet, so that nothing can live in it. */
final class NetworkWithoutZones implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-NET-006",
          "network without zones",
          "Subnets lie in zones; without one nothing can be placed in the network.",
          "Amazon VPC User Guide, Subnets for your VPC",
          "name the zones: zones(\"us-east-1a\", \"us-east-1b\")");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (Network network : design.all(Network.class)) {
      if (network.zones().isEmpty()) {
        problems.report(RULE, network, "got no zone; allowed is one or more");
      }
    }
  }
}
