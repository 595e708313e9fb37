package io.plumbline.rule;

import io.plumbline.model.AnyPool;
import io.plumbline.model.Design;
import io.plumbline.model.ExistingNetwork;
import io.plumbline.model.Network;
import io.plumbline.model.Subnets;

/** A pool is placed in subnets of a network that has none of that tier. */
final class PoolWithoutSubnets implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-POOL-002",
          "pool placed in subnets that are not there",
          "A scaling group without subnets cannot start a node.",
          "Amazon EC2 Auto Scaling API Reference, CreateAutoScalingGroup: VPCZoneIdentifier",
          "give the network such subnets, or place the pool in the other tier");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (AnyPool pool : design.all(AnyPool.class)) {
      Subnets subnets = pool.subnets();
      if (subnets != null && isEmpty(subnets)) {
        problems.report(
            RULE,
            pool,
            "got the "
                + subnets.tier().word()
                + " subnets of \""
                + subnets.network().id()
                + "\", which has none");
      }
    }
  }

  /**
   * A network whose own block is at fault has no subnets for that reason, which is reported there.
   */
  private static boolean isEmpty(Subnets subnets) {
    return switch (subnets.network()) {
      case Network network -> network.cidr() != null && subnets.of(network).isEmpty();
      case ExistingNetwork existing -> existing.lookups(subnets.tier()).isEmpty();
    };
  }
}
