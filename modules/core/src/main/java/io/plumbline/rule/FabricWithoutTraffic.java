package io.plumbline.rule;

import io.plumbline.model.AnyPool;
import io.plumbline.model.Design;
import io.plumbline.model.Peer;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.TrafficRule;
import io.plumbline.model.TrafficRule.Direction;
import io.plumbline.model.TrafficRule.Protocol;

/** A fabric pool whose rules do not allow everything among its nodes, both ways. */
final class FabricWithoutTraffic implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-FAB-001",
          "fabric that no rule lets through",
          "A fabric speaks its own protocol, which only a rule for all traffic covers, and wants it"
              + " to and from the rules themselves: a way out to 0.0.0.0/0 is not enough. Without,"
              + " jobs hang at their first collective.",
          "Amazon EC2 User Guide, Get started with EFA: prepare an EFA-enabled security group",
          "say amongThemselves() in rules that the pool carries");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (AnyPool pool : design.all(AnyPool.class)) {
      if (pool.fabric() && !allows(pool, Direction.INGRESS)) {
        problems.report(RULE, pool, "got no ingress of all traffic from its own nodes");
      }
      if (pool.fabric() && !allows(pool, Direction.EGRESS)) {
        problems.report(RULE, pool, "got no egress of all traffic to its own nodes");
      }
    }
  }

  private static boolean allows(AnyPool pool, Direction direction) {
    for (SecurityRules rules : pool.securedBy()) {
      for (TrafficRule rule : rules.rules()) {
        if (rule.direction() == direction
            && rule.protocol() == Protocol.ALL
            && isOwn(rule.peer(), pool)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether every node of the pool is such a peer: it carries all of the pool's rules. */
  private static boolean isOwn(Peer peer, AnyPool pool) {
    return switch (peer) {
      case Peer.Self self -> true;
      case Peer.Members members -> pool.securedBy().contains(members.of());
      case Peer.Block block -> false;
    };
  }
}
