package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.GpuPool;
import io.plumbline.model.RawSetting;
import java.util.Locale;

/** A pool that no security rules are said for, so that those of the network's default hold. */
final class PoolWithoutRules implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-SEC-007",
          "pool without security rules",
          "Its nodes get the network's default security group, which lets everything out and all"
              + " its members at each other; in an existing network it belongs to others.",
          "Amazon VPC User Guide, Default security groups for your VPCs",
          "say securedBy(rules)");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (GpuPool pool : design.all(GpuPool.class)) {
      if (pool.securedBy().isEmpty()
          && pool.identity().raw().stream().noneMatch(PoolWithoutRules::saysGroups)) {
        problems.report(RULE, pool, "got no rules; allowed are one or more");
      }
    }
  }

  /** Whatever the dialect, and whether groups stand by themselves or at an interface. */
  private static boolean saysGroups(RawSetting raw) {
    String path = raw.path().toLowerCase(Locale.ROOT).replace("_", "");
    return path.contains("securitygroup") || path.contains("networkinterface");
  }
}
