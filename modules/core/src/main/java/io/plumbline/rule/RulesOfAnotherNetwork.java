package io.plumbline.rule;

import io.plumbline.model.AnyNetwork;
import io.plumbline.model.Design;
import io.plumbline.model.GpuPool;
import io.plumbline.model.SecurityRules;

/** A pool carries security rules that hold in another network than its own. */
final class RulesOfAnotherNetwork implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-SEC-005",
          "security rules of another network",
          "Security rules exist inside one network; providers refuse a node that mixes two.",
          "Amazon VPC User Guide, Security groups",
          "make the rules in(…) the pool's network");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (GpuPool pool : design.all(GpuPool.class)) {
      for (SecurityRules rules : pool.securedBy()) {
        if (pool.subnets() != null && rules.network() != null) {
          check(pool, pool.subnets().network(), rules, rules.network(), problems);
        }
      }
    }
  }

  private static void check(
      GpuPool pool, AnyNetwork home, SecurityRules rules, AnyNetwork where, Problems problems) {
    if (!home.id().equals(where.id())) {
      problems.report(
          RULE,
          pool,
          "got \""
              + rules.id()
              + "\" of network \""
              + where.id()
              + "\"; allowed are rules of \""
              + home.id()
              + "\"");
    }
  }
}
