package io.plumbline.aws.rule;

import io.plumbline.aws.catalogue.InstanceType;
import io.plumbline.model.AnyPool;
import io.plumbline.model.Tier;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A fabric pool of types with several network cards, in public subnets. */
final class FabricInPublicSubnets implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-FAB-004",
          "nodes with several interfaces get no public address",
          "EC2 gives a node that starts with several interfaces no public IPv4 address, whatever"
              + " the subnet says: in a public subnet it then has no way out at all.",
          "Amazon VPC User Guide, IP addressing: public IPv4 addresses",
          "place the pool in private subnets, behind a NAT gateway or endpoints");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (AnyPool pool : scope.all(AnyPool.class)) {
      if (pool.fabric()
          && pool.machine() != null
          && pool.subnets() != null
          && pool.subnets().tier() == Tier.PUBLIC) {
        for (String name : scope.catalogue().candidates(pool)) {
          InstanceType type = scope.catalogue().find(name);
          if (type != null && type.networkCards() > 1) {
            problems.report(
                RULE,
                pool,
                "got public subnets, and " + name + " with " + type.networkCards() + " interfaces");
          }
        }
      }
    }
  }
}
