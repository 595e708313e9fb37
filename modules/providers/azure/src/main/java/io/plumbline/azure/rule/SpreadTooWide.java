package io.plumbline.azure.rule;

import io.plumbline.model.GpuPool;
import io.plumbline.model.Placement;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A pool is spread over hardware of its own, and is larger than there are fault domains. */
final class SpreadTooWide implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-008",
          "more nodes than fault domains",
          "A zone has five fault domains; of more machines, some share hardware, and fail"
              + " together.",
          "Microsoft Learn, Choosing the right number of fault domains",
          "have at most five nodes, or say placement(PARTITION)");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AzureScope scope, Problems problems) {
    for (GpuPool pool : scope.all(GpuPool.class)) {
      if (pool.placement() == Placement.SPREAD && pool.count() != null && pool.count().max() > 5) {
        problems.report(RULE, pool, "got up to " + pool.count().max() + " nodes; allowed are 5");
      }
    }
  }
}
