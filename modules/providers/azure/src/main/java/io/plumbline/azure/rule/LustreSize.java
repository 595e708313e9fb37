package io.plumbline.azure.rule;

import io.plumbline.azure.lower.LustreSku;
import io.plumbline.model.ParallelFiles;
import io.plumbline.model.ParallelFiles.Deployment;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A capacity or throughput that Azure Managed Lustre is not sold in. */
final class LustreSize implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-033",
          "size of parallel files not sold on Azure",
          "Azure sells whole servers, each with its share of the capacity; it refuses any other"
              + " size.",
          "Microsoft Learn, Create an Azure Managed Lustre file system by using Azure Resource"
              + " Manager templates",
          "say throughputPerTib(40), 125, 250 or 500, and a multiple of what is sold at that:"
              + " capacity(tib(48)), 16, 8 or 4");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AzureScope scope, Problems problems) {
    for (ParallelFiles files : scope.all(ParallelFiles.class)) {
      LustreSku sku = LustreSku.of(files.throughputPerTib());
      if (sku == null && files.deployment() == Deployment.PERSISTENT_2) {
        problems.report(
            RULE,
            files,
            (files.throughputPerTib() == null
                    ? "got no throughputPerTib"
                    : "got throughputPerTib(" + files.throughputPerTib() + ")")
                + "; allowed are "
                + LustreSku.throughputs());
      }
      if (sku != null && files.capacity() != null && !sku.isSold(files.capacity().gibibytes())) {
        problems.report(
            RULE,
            files,
            "got "
                + files.capacity().gibibytes()
                + " GiB at throughputPerTib("
                + files.throughputPerTib()
                + "); allowed are "
                + sku.sizes());
      }
    }
  }
}
