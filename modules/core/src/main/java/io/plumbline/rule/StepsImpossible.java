package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.GpuPool;
import io.plumbline.model.ScalingPolicy;
import io.plumbline.model.ScalingPolicy.Side;
import io.plumbline.model.ScalingPolicy.Step;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Steps that do not begin at the value, do not go further and further, or go the wrong way. */
final class StepsImpossible implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-SCALE-004",
          "steps impossible",
          "Providers refuse steps that overlap or leave a gap; more nodes below a value make it"
              + " fall further.",
          "Amazon EC2 Auto Scaling User Guide, Step and simple scaling policies",
          "begin with step(0, …), each further beyond than the one before; add nodes above a value,"
              + " take them away below");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (GpuPool pool : design.all(GpuPool.class)) {
      if (pool.elasticity().scaling() != null) {
        for (ScalingPolicy policy : pool.elasticity().scaling().policies()) {
          String problem = policy instanceof ScalingPolicy.Steps steps ? problem(steps) : null;
          if (problem != null) {
            problems.report(RULE, pool, "policy \"" + policy.id() + "\": " + problem);
          }
        }
      }
    }
  }

  private static @Nullable String problem(ScalingPolicy.Steps policy) {
    if (policy.steps().isEmpty()) {
      return "got no steps; allowed is one or more";
    }
    BigDecimal last = null;
    for (Step step : policy.steps()) {
      if (last == null ? step.beyond().signum() != 0 : step.beyond().compareTo(last) <= 0) {
        return "got a step at "
            + step.beyond().toPlainString()
            + " beyond; allowed is "
            + (last == null ? "0 at first" : "more than " + last.toPlainString());
      }
      if (policy.side() == Side.ABOVE ? step.nodes() <= 0 : step.nodes() >= 0) {
        return "got "
            + step.nodes()
            + " nodes "
            + (policy.side() == Side.ABOVE
                ? "above; allowed is 1 or more"
                : "below; allowed is -1 or less");
      }
      last = step.beyond();
    }
    return null;
  }
}
