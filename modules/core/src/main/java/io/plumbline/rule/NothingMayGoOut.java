package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.GpuPool;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.TrafficRule.Direction;

/** A pool's security rules let nothing out. */
final class NothingMayGoOut implements Check<Design> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-SEC-004",
          "nothing may go out",
          "A node that reaches nothing cannot join its cluster, fetch an image or report its"
              + " health; it looks healthy and does nothing.",
          "Amazon VPC User Guide, Security group rules",
          "allow what is needed, such as egress(r -> r.tcp(443).toAnywhere())");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (GpuPool pool : design.all(GpuPool.class)) {
      boolean out = pool.securedBy().stream().anyMatch(NothingMayGoOut::letsOut);
      if (!out && !pool.securedBy().isEmpty()) {
        problems.report(RULE, pool, "got rules with no egress");
      }
    }
  }

  private static boolean letsOut(SecurityRules rules) {
    return rules.rules().stream().anyMatch(r -> r.direction() == Direction.EGRESS);
  }
}
