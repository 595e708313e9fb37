package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.NodePool;
import io.plumbline.model.Subnets;

/** Nodes, or a part of them, in another network than their cluster. */
final class NodesElsewhere implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-KUBE-004",
          "nodes in another network than their cluster",
          "Nodes and control plane talk over addresses of one network: nodes of another"
              + " never join, and are paid for.",
          "Amazon EKS User Guide, View Amazon EKS networking requirements for VPC and" + " subnets",
          "place the pool in(…) subnets of the cluster's network, or leave in(…) out");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (NodePool pool : design.all(NodePool.class)) {
      Subnets home = pool.cluster() == null ? null : pool.cluster().subnets();
      if (home != null
          && pool.subnets() != null
          && !pool.subnets().network().id().equals(home.network().id())) {
        problems.report(
            RULE,
            pool,
            "got network \""
                + pool.subnets().network().id()
                + "\"; its cluster is in \""
                + home.network().id()
                + "\"");
      }
    }
  }
}
