package io.plumbline.aws.rule;

import io.plumbline.model.GpuPool;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.value.Value;

/**
 * Nodes with a fabric whose boot script, from the template that comes along, does not look at it.
 */
final class FabricNotLookedAt implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-FAB-005",
          "fabric that the boot script does not look at",
          "A node whose EFA driver or device is missing joins the others all the same; the job then"
              + " runs over TCP, many times slower, and nothing says so.",
          "AWS, NCCL with EFA: fi_info --provider efa (2026-11)",
          "say set(\"efa\", true) of the template aws/gpu-node.sh");

  /** How the template writes it where nobody says it, or says no. */
  private static final String NOT_WANTED = "\nreadonly efa=false\n";

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (GpuPool pool : scope.all(GpuPool.class)) {
      if (pool.fabric() && pool.bootScript() != null && says(pool.bootScript())) {
        problems.report(RULE, pool, "got fabric() and a boot script with efa=false");
      }
    }
  }

  private static boolean says(Value script) {
    return switch (script) {
      case Value.Text text -> text.value().replace("'", "").contains(NOT_WANTED);
      case Value.Join join -> join.parts().stream().anyMatch(FabricNotLookedAt::says);
      default -> false;
    };
  }
}
