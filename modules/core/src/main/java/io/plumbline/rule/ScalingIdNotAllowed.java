package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Scaling;
import io.plumbline.model.ScalingPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A policy or a schedule of a pool whose id is not allowed, or is another one's. */
final class ScalingIdNotAllowed implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-SCALE-006",
          "id of a policy or schedule not allowed",
          "Ids are parts of addresses and names. Two policies on one metric would also move the"
              + " same number for the same reason.",
          "Plumbline, addresses",
          "use 1 to 40 of a to z, 0 to 9 and hyphens, each once: target(\"busy\", gpuMemory(80))");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (GpuPool pool : design.all(GpuPool.class)) {
      Scaling scaling = pool.elasticity().scaling();
      if (scaling != null) {
        check(pool, "policy", scaling.policies().stream().map(ScalingPolicy::id), problems);
        check(pool, "schedule", scaling.schedules().stream().map(s -> s.id()), problems);
      }
    }
  }

  private static void check(GpuPool pool, String what, Stream<String> all, Problems problems) {
    Set<String> seen = new HashSet<>();
    for (String id : List.copyOf(all.toList())) {
      if (!id.matches("[a-z0-9-]{1,40}")) {
        problems.report(
            RULE, pool, "got " + what + " \"" + id + "\"; allowed are 1 to 40 of [a-z0-9-]");
      } else if (!seen.add(id)) {
        problems.report(RULE, pool, "got " + what + " \"" + id + "\" twice; allowed is once");
      }
    }
  }
}
