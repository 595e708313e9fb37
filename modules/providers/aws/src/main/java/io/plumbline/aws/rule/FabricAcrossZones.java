package io.plumbline.aws.rule;

import io.plumbline.model.AnyPool;
import io.plumbline.model.Placement;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import org.jspecify.annotations.Nullable;

/** A fabric pool, or one whose nodes lie close together, in several zones. */
final class FabricAcrossZones implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-FAB-003",
          "nodes that must be near each other in several zones",
          "EFA reaches nodes of the same zone alone, and a cluster placement group is in one zone:"
              + " the scaling group spreads nodes over all of its zones, and half of a job cannot"
              + " reach the other.",
          "Amazon EC2 User Guide, Elastic Fabric Adapter: limitations; Placement strategies:"
              + " cluster",
          "narrow the pool down: in(network.privateSubnets().inZones(\"us-east-1a\"))");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (AnyPool pool : scope.all(AnyPool.class)) {
      String wish = wish(pool);
      if (wish != null && pool.subnets() != null) {
        int subnets = PoolZones.subnets(pool.subnets());
        if (subnets > 1) {
          problems.report(
              RULE,
              pool,
              "got " + wish + " in " + PoolZones.text(pool.subnets()) + "; allowed is one zone");
        }
      }
    }
  }

  private static @Nullable String wish(AnyPool pool) {
    if (pool.fabric()) {
      return "fabric()";
    }
    return pool.placement() == Placement.CLUSTER ? "placement(CLUSTER)" : null;
  }
}
