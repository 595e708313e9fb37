package io.plumbline.aws.rule;

import io.plumbline.model.AnyPool;
import io.plumbline.model.Machine;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.Set;

/** A pool names no instance type, one twice, or more than AWS takes. */
final class InstanceTypeTwice implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-POOL-012",
          "list of instance types not allowed",
          "A scaling group takes up to 40 types, each once.",
          "Amazon EC2 Auto Scaling User Guide, Mixed instances groups: overrides",
          "name 1 to 40 types, each once, the preferred one first");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (AnyPool pool : scope.all(AnyPool.class)) {
      if (pool.machine() instanceof Machine.OfTypes named) {
        int distinct = Set.copyOf(named.types()).size();
        if (named.types().isEmpty() || distinct > 40 || distinct != named.types().size()) {
          problems.report(RULE, pool, "got " + named.types());
        }
      }
    }
  }
}
