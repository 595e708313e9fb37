package io.plumbline.aws.rule;

import io.plumbline.aws.catalogue.InstanceType;
import io.plumbline.model.AnyPool;
import io.plumbline.model.Machine;
import io.plumbline.model.Purchase;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A spot pool names a type of which AWS sells no spare capacity. */
final class SpotNotOffered implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-POOL-008",
          "not offered as spot",
          "The request is accepted and never filled: the pool stays empty.",
          "AWS, Spot Instance Advisor",
          "leave the type out, or buy it on demand");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (AnyPool pool : scope.all(AnyPool.class)) {
      if (pool.machine() instanceof Machine.OfTypes named
          && pool.purchase() instanceof Purchase.Spot) {
        for (String name : named.types()) {
          InstanceType type = scope.catalogue().find(name);
          if (type != null && !type.spotOffered()) {
            problems.report(RULE, pool, "got \"" + name + "\", which is not sold as spot");
          }
        }
      }
    }
  }
}
