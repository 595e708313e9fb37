package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.Peer;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.TrafficRule;
import io.plumbline.model.TrafficRule.Direction;
import io.plumbline.unit.Cidr;
import java.util.ArrayList;
import java.util.List;

/** The whole internet, or a large part of it, may reach SSH. */
final class WorldOpenSsh implements Check<Design> {
  private static final int SSH = 22;

  private static final Rule RULE =
      Rule.error(
          "PLB-SEC-001",
          "SSH open to the world",
          "Open SSH ports are found within minutes and tried without end; one weak key gives a GPU"
              + " fleet away.",
          "AWS Security Hub, control EC2.13",
          "name the networks that may, or use a session service of the provider and no SSH at all");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (SecurityRules rules : design.all(SecurityRules.class)) {
      List<Cidr> blocks = new ArrayList<>();
      for (TrafficRule rule : rules.rules()) {
        if (rule.direction() == Direction.INGRESS
            && rule.allowsTcp(SSH)
            && rule.peer() instanceof Peer.Block block) {
          blocks.add(block.cidr());
        }
      }
      WideOpen.of(blocks)
          .forEach(
              wide ->
                  problems.report(
                      RULE,
                      rules,
                      "got port 22 from "
                          + wide
                          + (blocks.contains(wide) ? "" : ", put together from several blocks")
                          + "; allowed are blocks smaller than /7, or other rules"));
    }
  }
}
