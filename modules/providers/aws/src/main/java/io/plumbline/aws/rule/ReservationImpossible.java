package io.plumbline.aws.rule;

import io.plumbline.aws.catalogue.InstanceType;
import io.plumbline.model.AnyPool;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.ExistingCapacityBlock;
import io.plumbline.model.ExistingCapacityReservation;
import io.plumbline.model.Reservation;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.regex.Pattern;

/** A reservation of a type or in a zone where there is none, or with an id that is none. */
final class ReservationImpossible implements Check<AwsScope> {
  private static final Pattern ID = Pattern.compile("cr-[0-9a-f]{8}(?:[0-9a-f]{9})?");

  private static final Rule RULE =
      Rule.error(
          "PLB-RES-007",
          "reservation that AWS does not make",
          "AWS reserves what it sells on demand, in zones of the site's region; what is sold in"
              + " blocks alone is bought, not reserved.",
          "Amazon EC2 User Guide, On-Demand Capacity Reservations: supported instance types;"
              + " Capacity Blocks for ML: supported instance types",
          "name a type and a zone as AWS does; ids of reservations and blocks look like"
              + " cr-0abcdef1234567890");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (Reservation reservation : scope.all(Reservation.class)) {
      switch (reservation) {
        case CapacityReservation ours -> ours(ours, scope, problems);
        case ExistingCapacityReservation there -> id(there, there.reservation(), problems);
        case ExistingCapacityBlock bought -> id(bought, bought.reservation(), problems);
      }
    }
    for (AnyPool pool : scope.all(AnyPool.class)) {
      if (pool.reservation() instanceof ExistingCapacityBlock block && pool.machine() != null) {
        for (String name : scope.catalogue().candidates(pool)) {
          InstanceType type = scope.catalogue().find(name);
          if (type != null && !type.capacityBlock()) {
            problems.report(
                RULE, pool, "got " + name + " in \"" + block.id() + "\": not sold in blocks");
          }
        }
      }
    }
  }

  private static void ours(CapacityReservation ours, AwsScope scope, Problems problems) {
    String name = ours.instanceType();
    InstanceType type = name == null ? null : scope.catalogue().find(name);
    if (name != null && type == null) {
      problems.report(RULE, ours, "got \"" + name + "\"; " + Nearest.to(name, scope.catalogue()));
    } else if (type != null && !type.onDemandOffered()) {
      problems.report(RULE, ours, "got \"" + name + "\", which is not sold on demand");
    }
    String zone = ours.zone();
    if (zone != null
        && !scope.region().isEmpty()
        && !ZoneOutsideRegion.isIn(zone, scope.region())) {
      problems.report(
          RULE, ours, "got zone \"" + zone + "\"; allowed are zones of " + scope.region());
    }
  }

  private static void id(Reservation existing, String id, Problems problems) {
    if (!ID.matcher(id).matches()) {
      problems.report(
          RULE, existing, "got \"" + id + "\"; allowed is such as cr-0abcdef1234567890");
    }
  }
}
