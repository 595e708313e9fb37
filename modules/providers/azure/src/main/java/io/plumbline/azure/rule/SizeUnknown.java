package io.plumbline.azure.rule;

import static java.util.stream.Collectors.joining;

import io.plumbline.azure.catalogue.VmSize;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Machine;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A pool names a size that the catalogue does not have. */
final class SizeUnknown implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-004",
          "size unknown",
          "A size that does not exist is found out only when the scale set fails to start its first"
              + " machine.",
          "Microsoft Learn, GPU-accelerated virtual machine sizes",
          "choose a size of the catalogue, or ask by accelerator: gpusPerNode(8, H100_SXM)");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AzureScope scope, Problems problems) {
    for (GpuPool pool : scope.all(GpuPool.class)) {
      if (pool.machine() instanceof Machine.OfTypes named) {
        named.types().stream()
            .filter(size -> scope.catalogue().find(size) == null)
            .forEach(
                size ->
                    problems.report(
                        RULE,
                        pool,
                        "got \""
                            + size
                            + "\"; allowed are "
                            + scope.catalogue().sizes().stream()
                                .map(VmSize::name)
                                .collect(joining(", "))));
      }
    }
  }
}
