package io.plumbline.aws.rule;

import io.plumbline.model.AnyPool;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.Reservation;
import io.plumbline.model.Subnets;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.List;

/** A pool cannot use its reservation: it is of another type, or in another zone. */
final class ReservationElsewhere implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-RES-004",
          "reservation of another type or zone",
          "A node starts in a reservation of its own type and zone alone. What does not match fails"
              + " to start, while the reservation is paid for.",
          "Amazon EC2 User Guide, Launch instances into an existing Capacity Reservation",
          "reserve the type and the zone that the pool uses; narrow the pool down with inZones(…)");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (AnyPool pool : scope.all(AnyPool.class)) {
      if (pool.reservation() != null && pool.machine() != null) {
        types(pool, pool.reservation(), scope.catalogue().candidates(pool), problems);
      }
      if (pool.reservation() != null && pool.subnets() != null) {
        zones(pool, pool.reservation(), pool.subnets(), problems);
      }
    }
  }

  private static void types(
      AnyPool pool, Reservation reservation, List<String> types, Problems problems) {
    String kept = reservation instanceof CapacityReservation ours ? ours.instanceType() : null;
    if (types.size() > 1 || (kept != null && !types.equals(List.of(kept)))) {
      problems.report(
          RULE,
          pool,
          "got "
              + (types.isEmpty() ? "no type that is" : String.join(", ", types))
              + " in \""
              + reservation.id()
              + "\", which keeps "
              + (kept == null ? "one type" : kept));
    }
  }

  private static void zones(
      AnyPool pool, Reservation reservation, Subnets subnets, Problems problems) {
    String kept = reservation instanceof CapacityReservation ours ? ours.zone() : null;
    List<String> zones = PoolZones.zones(subnets);
    boolean elsewhere = kept != null && !zones.isEmpty() && !zones.contains(kept);
    if (PoolZones.subnets(subnets) > 1 || elsewhere) {
      problems.report(
          RULE,
          pool,
          "got "
              + PoolZones.text(subnets)
              + ", and \""
              + reservation.id()
              + "\" in "
              + (kept == null ? "one zone" : kept));
    }
  }
}
