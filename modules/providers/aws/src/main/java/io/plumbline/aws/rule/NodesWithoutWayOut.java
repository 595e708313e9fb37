package io.plumbline.aws.rule;

import io.plumbline.model.NatGateways;
import io.plumbline.model.Network;
import io.plumbline.model.NodePool;
import io.plumbline.model.Tier;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

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
      if (pool.subnets() != null
          && pool.subnets().tier() == Tier.PRIVATE
          && pool.subnets().network() instanceof Network network
          && network.nat() == NatGateways.NONE
          && network.endpoints().isEmpty()) {
        problems.report(
            RULE, pool, "got private subnets of \"" + network.id() + "\", which have no way out");
      }
    }
  }
}
