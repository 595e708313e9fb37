package io.plumbline.aws.rule;

import io.plumbline.aws.catalogue.InstanceType;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Purchase;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.unit.Price;
import java.util.ArrayList;
import java.util.List;

/** A price cap above what the same node costs on demand. */
final class SpotPriceAboveOnDemand implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-POOL-007",
          "price cap above the on-demand price",
          "Spot never costs more than on demand; a higher cap is mostly a slip of units, such as a"
              + " price for eight nodes.",
          "Amazon EC2 User Guide, Spot Instance pricing",
          "leave maxPrice out: the cap is then the on-demand price");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (GpuPool pool : scope.all(GpuPool.class)) {
      if (pool.machine() != null
          && pool.purchase() instanceof Purchase.Spot spot
          && spot.maxPrice() != null) {
        check(
            pool,
            scope.catalogue().candidates(pool.machine(), spot),
            spot.maxPrice(),
            scope,
            problems);
      }
    }
  }

  /** Above the dearest type: below it, the cap does what a cap is for. */
  private static void check(
      GpuPool pool, List<String> types, Price cap, AwsScope scope, Problems problems) {
    List<String> cheaper = new ArrayList<>();
    for (String name : types) {
      InstanceType type = scope.catalogue().find(name);
      InstanceType.ListPrice list = type == null ? null : type.price();
      if (list == null || cap.compareTo(list.price()) <= 0) {
        return;
      }
      cheaper.add(name + " " + list.price() + " (" + list.region() + ", " + list.date() + ")");
    }
    problems.report(RULE, pool, "got " + cap + "; on demand: " + String.join(", ", cheaper));
  }
}
