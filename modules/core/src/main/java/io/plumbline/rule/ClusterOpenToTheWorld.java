package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.KubernetesCluster;

/** The whole internet may reach the API of a Kubernetes cluster. */
final class ClusterOpenToTheWorld implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-KUBE-002",
          "API of a cluster open to the world",
          "Whoever finds a weakness of the API server, or one credential, has the"
              + " cluster, and scanners find it within the hour.",
          "AWS Security Hub, control EKS.1; Amazon EKS User Guide, Cluster API server"
              + " endpoint",
          "leave publicEndpoint out and work from the network, or name the blocks of your"
              + " offices");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (KubernetesCluster cluster : design.all(KubernetesCluster.class)) {
      WideOpen.of(cluster.endpoint().publicFrom())
          .forEach(
              block ->
                  problems.report(
                      RULE,
                      cluster,
                      "got publicEndpoint(\"" + block + "\"); allowed are blocks smaller than /7"));
    }
  }
}
