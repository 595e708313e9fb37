package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.unit.Cidr;

/** A Kubernetes cluster whose API nobody reaches, or its own nodes only by the internet. */
final class ClusterOutOfReach implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-KUBE-003",
          "API of a cluster out of reach",
          "Nodes join over the same address as people: without an endpoint in the network"
              + " they come from the addresses of its NAT gateways, which no block of a public"
              + " endpoint has, and never join.",
          "Amazon EKS User Guide, Cluster API server endpoint",
          "leave privateEndpoint(false) out; a public endpoint can stand beside it");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (KubernetesCluster cluster : design.all(KubernetesCluster.class)) {
      if (!cluster.endpoint().isPrivate()) {
        boolean open = cluster.endpoint().publicFrom().stream().anyMatch(Cidr::isAnywhere);
        if (!open) {
          problems.report(
              RULE,
              cluster,
              "got privateEndpoint(false) and "
                  + (cluster.endpoint().publicFrom().isEmpty()
                      ? "no public endpoint"
                      : "a public endpoint for some blocks alone"));
        }
      }
    }
  }
}
