package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.NodePool;

/** A node pool that may never have a node, or that would be replaced by none at a time. */
final class NodePoolSize implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-KUBE-009",
          "size of a node pool impossible",
          "Providers refuse a pool whose most is zero, and one that replaces its nodes"
              + " zero at a time.",
          "Amazon EKS API Reference, NodegroupScalingConfig: maxSize;"
              + " NodegroupUpdateConfig: maxUnavailable",
          "count(band(0, 1).ownedBy(…)) for one that may be empty; maxUnavailable from 1"
              + " to 100");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (NodePool pool : design.all(NodePool.class)) {
      if (pool.count() != null && pool.count().max() == 0) {
        problems.report(RULE, pool, "got at most 0 nodes; allowed is 1 or more");
      }
      if (pool.maxUnavailable() < 1 || pool.maxUnavailable() > 100) {
        problems.report(
            RULE, pool, "got maxUnavailable(" + pool.maxUnavailable() + "); allowed is 1 to 100");
      }
    }
  }
}
