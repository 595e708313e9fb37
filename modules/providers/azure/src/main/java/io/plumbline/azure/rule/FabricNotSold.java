package io.plumbline.azure.rule;

import io.plumbline.model.GpuPool;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A pool wants a fabric, and its size has no InfiniBand. */
final class FabricNotSold implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-006",
          "size without InfiniBand",
          "Nodes without InfiniBand reach each other by the network alone, many times slower.",
          "Microsoft Learn, RDMA and InfiniBand on HPC virtual machines",
          "choose a size with an r in its name, such as Standard_ND96isr_H100_v5, or leave fabric()"
              + " out");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AzureScope scope, Problems problems) {
    for (GpuPool pool : scope.all(GpuPool.class)) {
      if (pool.fabric() && pool.machine() != null) {
        scope.catalogue().candidates(pool).stream()
            .limit(1)
            .map(scope.catalogue()::find)
            .filter(size -> size != null && size.fabricInterfaces() == 0)
            .forEach(size -> problems.report(RULE, pool, "got fabric() with " + size.name()));
      }
    }
  }
}
