package io.plumbline.azure.rule;

import io.plumbline.model.AnyPool;
import io.plumbline.model.ExistingNetwork;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A pool stands in several subnets of a network that exists already. */
final class OneSubnet implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-011",
          "one subnet for each pool",
          "A scale set stands in one subnet, which spans all zones; further ones would be left"
              + " out.",
          "Microsoft Learn, Networking for Azure Virtual Machine Scale Sets",
          "list one subnet of each tier");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AzureScope scope, Problems problems) {
    for (AnyPool pool : scope.all(AnyPool.class)) {
      if (pool.subnets() != null
          && pool.subnets().network() instanceof ExistingNetwork network
          && network.lookups(pool.subnets().tier()).size() > 1) {
        problems.report(
            RULE,
            pool,
            "got " + network.lookups(pool.subnets().tier()).size() + " subnets; allowed is one");
      }
    }
  }
}
