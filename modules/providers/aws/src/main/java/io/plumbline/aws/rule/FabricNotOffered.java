package io.plumbline.aws.rule;

import io.plumbline.aws.catalogue.InstanceType;
import io.plumbline.model.AnyPool;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A fabric pool of types that have no fabric adapter, or not as many as each other. */
final class FabricNotOffered implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-FAB-002",
          "no fabric, or another one, on this type",
          "EC2 refuses an interface for EFA on a type without it, and more of them than a type"
              + " takes. One template says how many there are, for all types of the pool.",
          "Amazon EC2 User Guide, Elastic Fabric Adapter: supported instance types; network cards",
          "choose types with the same number of EFA interfaces, or leave fabric() out");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (AnyPool pool : scope.all(AnyPool.class)) {
      if (pool.fabric() && pool.machine() != null) {
        check(pool, scope.catalogue().candidates(pool), scope, problems);
      }
    }
  }

  private static String lacking(InstanceType type) {
    return type.isVerified()
        ? ", which has no EFA interface"
        : ": how many EFA interfaces it has is unknown here";
  }

  private static void check(AnyPool pool, List<String> names, AwsScope scope, Problems problems) {
    Set<String> numbers = new TreeSet<>();
    List<String> all = new ArrayList<>();
    for (String name : names) {
      InstanceType type = scope.catalogue().find(name);
      if (type != null && type.efaInterfaces() == 0) {
        problems.report(RULE, pool, "got fabric() on " + name + lacking(type));
      } else if (type != null) {
        numbers.add(type.efaInterfaces() + " on " + type.networkCards());
        all.add(name + " with " + type.efaInterfaces());
      }
    }
    if (numbers.size() > 1) {
      problems.report(RULE, pool, "got fabric() on " + String.join(", ", all) + " interfaces");
    }
  }
}
