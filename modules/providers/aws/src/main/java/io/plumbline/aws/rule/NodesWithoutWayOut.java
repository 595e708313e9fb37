package io.plumbline.aws.rule;

import io.plumbline.model.NatGateways;
import io.plumbline.model.Network;
import io.plumbline.model.NodePool;
import io.plumbline.model.Subnets;
import io.plumbline.model.Tier;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import org.jspecify.annotations.Nullable;

/** Nodes in private subnets of ours without any way to what they need. */
final class NodesWithoutWayOut implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-KUBE-030",
          "nodes without a way out",
          "A node fetches images and asks EC2 and EKS before it joins: in a private"
              + " subnet without a NAT gateway or endpoints it never does.",
          "Amazon EKS User Guide, Deploy private clusters with limited internet access",
          "say natGatewayPerZone() of the network, or endpoints(…) for all that nodes ask");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (NodePool pool : scope.all(NodePool.class)) {
      if (isCutOff(pool.subnets())) {
        problems.report(
            RULE,
            pool,
            "got private subnets of \"" + network(pool.subnets()) + "\", which have no way out");
      }
    }
  }

  /** Whether nothing leads out of these subnets; of a network of others, nobody knows here. */
  static boolean isCutOff(@Nullable Subnets subnets) {
    return subnets != null
        && subnets.tier() == Tier.PRIVATE
        && subnets.network() instanceof Network network
        && network.nat() == NatGateways.NONE
        && network.endpoints().isEmpty();
  }

  static String network(@Nullable Subnets subnets) {
    return subnets == null ? "" : subnets.network().id();
  }
}
