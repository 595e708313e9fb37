package io.plumbline.aws.rule;

import io.plumbline.aws.catalogue.InstanceType;
import io.plumbline.model.AnyPool;
import io.plumbline.model.Gpu;
import io.plumbline.model.Machine;
import io.plumbline.model.Purchase;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.List;
import java.util.stream.Collectors;

/** A pool asks for accelerators that no instance type has, in that number and on those terms. */
final class AcceleratorNotOffered implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-POOL-004",
          "accelerator not offered here",
          "AWS sells accelerators by whole instance types; a number between two of them cannot be"
              + " had.",
          "AWS, Amazon EC2 instance types",
          "choose a number and model that are offered, or name an instance type");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
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
                + terms(pool)
                + "; AWS offers "
                + offered(scope, wanted));
      }
    }
  }

  private static String terms(AnyPool pool) {
    if (pool.reservation() != null) {
      return " in \"" + pool.reservation().id() + "\"";
    }
    return switch (pool.purchase()) {
      case Purchase.OnDemand onDemand -> " on demand";
      case Purchase.Spot spot -> " as spot";
    };
  }

  /** Other numbers of the same model where there are any; else all models. */
  private static String offered(AwsScope scope, Machine.WithGpus wanted) {
    List<InstanceType> same =
        scope.catalogue().types().stream().filter(t -> t.gpu() == wanted.model()).toList();
    return same.isEmpty()
        ? scope.catalogue().types().stream()
            .map(InstanceType::gpu)
            .distinct()
            .sorted()
            .map(Gpu::name)
            .collect(Collectors.joining(", "))
        : same.stream()
            .map(AcceleratorNotOffered::text)
            .distinct()
            .collect(Collectors.joining(", "));
  }

  private static String text(InstanceType type) {
    String how =
        (type.onDemandOffered() ? " on demand" : "")
            + (type.spotOffered() ? " spot" : "")
            + (type.capacityBlock() ? " capacity block" : "");
    return type.gpus() + " x " + type.gpu() + " (" + type.name() + ":" + how + ")";
  }
}
