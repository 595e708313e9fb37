package io.plumbline.azure.rule;

import io.plumbline.model.GpuPool;
import io.plumbline.model.Network;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.List;

/** A pool with a fabric spans zones. */
final class FabricAcrossZones implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-007",
          "fabric across zones",
          "InfiniBand connects the machines of one placement group, which stands in one zone.",
          "Microsoft Learn, Enable InfiniBand on HPC virtual machines",
          "place the pool in one zone: in(net.privateSubnets().inZones(\"1\"))");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AzureScope scope, Problems problems) {
    for (GpuPool pool : scope.all(GpuPool.class)) {
      if (pool.fabric()
          && pool.subnets() != null
          && pool.subnets().network() instanceof Network network) {
        List<String> zones =
            pool.subnets().of(network).stream().map(each -> each.zone()).distinct().toList();
        if (zones.size() > 1) {
          problems.report(RULE, pool, "got zones " + String.join(", ", zones) + "; allowed is one");
        }
      }
    }
  }
}
