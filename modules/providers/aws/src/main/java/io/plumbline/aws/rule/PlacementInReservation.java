package io.plumbline.aws.rule;

import io.plumbline.model.AnyPool;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.ExistingCapacityBlock;
import io.plumbline.model.Placement;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A pool forces its nodes into a placement group in which its reservation was not made. */
final class PlacementInReservation implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-RES-003",
          "placement group together with a reservation",
          "A reservation has its place already. Nodes of a cluster placement group start only in"
              + " reservations that were made in that group: all others fail with"
              + " InsufficientInstanceCapacity, though the reservation is there and empty. What is"
              + " in a capacity block lies close together by itself, and no placement group is"
              + " taken.",
          "Amazon EC2 User Guide, Capacity Reservations in cluster placement groups;"
              + " terraform-aws-eks pull request 3730, eksctl issue 7949, aws-parallelcluster pull"
              + " request 6311",
          "leave placement(…) out; for a reservation of ours say clustered() there");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (AnyPool pool : scope.all(AnyPool.class)) {
      if (pool.placement() != null && pool.reservation() != null && isRefused(pool)) {
        problems.report(
            RULE,
            pool,
            "got placement("
                + pool.placement()
                + ") in "
                + pool.reservation().noun()
                + " \""
                + pool.reservation().id()
                + "\"");
      }
    }
  }

  /** Capacity that was not reserved in a group serves spread and partition groups too. */
  private static boolean isRefused(AnyPool pool) {
    return pool.placement() == Placement.CLUSTER
        || pool.reservation() instanceof ExistingCapacityBlock
        || (pool.reservation() instanceof CapacityReservation ours && ours.clustered());
  }
}
