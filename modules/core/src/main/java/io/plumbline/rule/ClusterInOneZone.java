package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.ExistingNetwork;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.Network;
import io.plumbline.model.Subnet;
import io.plumbline.model.Subnets;

/** A Kubernetes cluster that stands in fewer than two zones. */
final class ClusterInOneZone implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-KUBE-001",
          "cluster in a single zone",
          "Providers keep a control plane in several zones, and refuse subnets of one.",
          "Amazon EKS User Guide, View Amazon EKS networking requirements for VPC and" + " subnets",
          "put it in(network.privateSubnets()) of a network with two zones or more");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (KubernetesCluster cluster : design.all(KubernetesCluster.class)) {
      if (cluster.subnets() != null) {
        long zones = zones(cluster.subnets());
        if (zones < 2) {
          problems.report(
              RULE, cluster, "got subnets in " + zones + " zones; allowed are two or more");
        }
      }
    }
  }

  /** Of an existing network each subnet may be in a zone of its own. */
  private static long zones(Subnets where) {
    return switch (where.network()) {
      case Network network -> where.of(network).stream().map(Subnet::zone).distinct().count();
      case ExistingNetwork existing -> existing.lookups(where.tier()).size();
    };
  }
}
