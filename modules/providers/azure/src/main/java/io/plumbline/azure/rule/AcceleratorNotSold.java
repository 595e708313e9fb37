package io.plumbline.azure.rule;

import static java.util.stream.Collectors.joining;

import io.plumbline.azure.catalogue.VmSize;
import io.plumbline.model.AnyPool;
import io.plumbline.model.Gpu;
import io.plumbline.model.Machine;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.List;

/** A pool asks for accelerators that no size has, in that number and on those terms. */
final class AcceleratorNotSold implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-003",
          "accelerator not sold by Azure",
          "Azure sells accelerators by whole sizes; a number between two of them cannot be had.",
          "Microsoft Learn, GPU-accelerated virtual machine sizes",
          "choose a number and model that are sold, or keep the pool on another provider");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AzureScope scope, Problems problems) {
    for (AnyPool pool : scope.all(AnyPool.class)) {
      if (pool.machine() instanceof Machine.WithGpus wanted
          && scope.catalogue().candidates(pool).isEmpty()) {
        problems.report(
            RULE,
            pool,
            "got "
                + wanted.perNode()
                + " x "
                + wanted.model()
                + (pool.reservation() == null ? "" : " in \"" + pool.reservation().id() + "\"")
                + "; Azure sells "
                + sold(scope, wanted.model()));
      }
    }
  }

  /** Other numbers of the same model where there are any; else all models. */
  private static String sold(AzureScope scope, Gpu model) {
    List<VmSize> same =
        scope.catalogue().sizes().stream().filter(size -> size.gpu() == model).toList();
    return same.isEmpty()
        ? scope.catalogue().sizes().stream()
            .map(size -> size.gpu().name())
            .distinct()
            .sorted()
            .collect(joining(", "))
        : same.stream()
            .map(size -> size.gpus() + " x " + size.gpu() + " (" + size.name() + ")")
            .collect(joining(", "));
  }
}
