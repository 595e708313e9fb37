package io.plumbline.aws.rule;

import io.plumbline.model.GpuPool;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A pool in private subnets of ours, from which nothing leads anywhere. */
final class PoolWithoutWayOut implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-POOL-021",
          "pool without a way out",
          "Its nodes reach no bucket, no package, no image of a container and no API of AWS; they"
              + " start, run, and are paid for.",
          "Amazon VPC User Guide, NAT gateways; Gateway endpoints (2026-11)",
          "say natGatewayPerZone() of the network, and endpoints(Endpoint.OBJECT_STORE), which"
              + " costs nothing; or waive it where all is in the image");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (GpuPool pool : scope.all(GpuPool.class)) {
      if (NodesWithoutWayOut.isCutOff(pool.subnets())) {
        problems.report(
            RULE,
            pool,
            "got private subnets of \""
                + NodesWithoutWayOut.network(pool.subnets())
                + "\", which have neither a NAT gateway nor endpoints");
      }
    }
  }
}
