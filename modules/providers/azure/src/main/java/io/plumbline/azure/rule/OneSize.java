package io.plumbline.azure.rule;

import io.plumbline.model.GpuPool;
import io.plumbline.model.Machine;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A pool names several sizes, of which a scale set with accelerators takes one. */
final class OneSize implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-005",
          "one size for each pool",
          "Azure mixes sizes of a few families alone in a scale set, and none with accelerators.",
          "Microsoft Learn, Instance Mix for Virtual Machine Scale Sets",
          "name one size, or describe a pool for each");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AzureScope scope, Problems problems) {
    for (GpuPool pool : scope.all(GpuPool.class)) {
      if (pool.machine() instanceof Machine.OfTypes named && named.types().size() != 1) {
        problems.report(
            RULE, pool, "got " + String.join(", ", named.types()) + "; allowed is one size");
      }
    }
  }
}
