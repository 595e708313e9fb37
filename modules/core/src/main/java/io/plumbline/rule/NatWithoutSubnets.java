package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.NatGateways;
import io.plumbline.model.Network;
import io.plumbline.model.Tier;

/**
 * NAT gateways for a network that lacks the subnets which they stand in, or those which they serve.
 */
final class NatWithoutSubnets implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-NET-011",
          "NAT gateway without subnets",
          "A NAT gateway stands in a public subnet and serves private ones.",
          "Amazon VPC User Guide, NAT gateways",
          "add publicSubnets(24) and privateSubnets(20), or leave the NAT gateway out");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (Network network : design.all(Network.class)) {
      if (network.nat() != NatGateways.NONE && network.cidr() != null) {
        for (Tier tier : Tier.values()) {
          if (network.subnets(tier).isEmpty()) {
            problems.report(
                RULE, network, "got no " + tier.word() + " subnets; both tiers are needed");
          }
        }
      }
    }
  }
}
