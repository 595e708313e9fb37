package io.plumbline.aws.rule;

import io.plumbline.model.GpuPool;
import io.plumbline.model.Machine;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A pool names an instance type that the catalogue does not have. */
final class UnknownInstanceType implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-POOL-003",
          "instance type unknown",
          "A type that does not exist is found out only when the group fails to start its first"
              + " node.",
          "AWS, Amazon EC2 instance types",
          "choose a type of the catalogue, or ask by accelerator: gpusPerNode(8, H100_SXM)");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (GpuPool pool : scope.all(GpuPool.class)) {
      if (pool.machine() instanceof Machine.OfTypes named) {
        named.types().stream()
            .filter(type -> scope.catalogue().find(type) == null)
            .forEach(
                type ->
                    problems.report(
                        RULE,
                        pool,
                        "got \"" + type + "\"; " + Nearest.to(type, scope.catalogue())));
      }
    }
  }
}
