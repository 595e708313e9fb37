package io.plumbline.aws.rule;

import io.plumbline.model.ClusterAddOn;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.NodePool;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A cluster with nodes, and without what makes them nodes. */
final class NodesNeverReady implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-KUBE-022",
          "nodes that never get ready",
          "A cluster comes without add-ons here, since those that EKS brings by itself"
              + " cannot be pinned. Without a network no node gets ready, and the node group"
              + " fails after half an hour; without kube-proxy and DNS no pod finds another.",
          "Amazon EKS User Guide, Amazon VPC CNI; kube-proxy; CoreDNS",
          "say clusterAddOn(…) for vpc-cni, kube-proxy and coredns of this cluster");

  private static final List<String> NEEDED = List.of("coredns", "kube-proxy", "vpc-cni");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (KubernetesCluster cluster : scope.all(KubernetesCluster.class)) {
      boolean hasNodes =
          scope.all(NodePool.class).stream().anyMatch(pool -> isThis(pool.cluster(), cluster));
      Set<String> lacking = new TreeSet<>(NEEDED);
      scope.all(ClusterAddOn.class).stream()
          .filter(addOn -> isThis(addOn.cluster(), cluster))
          .forEach(addOn -> lacking.remove(addOn.name()));
      if (hasNodes && !lacking.isEmpty()) {
        problems.report(RULE, cluster, "got nodes, and no " + String.join(", ", lacking));
      }
    }
  }

  private static boolean isThis(@Nullable KubernetesCluster one, KubernetesCluster other) {
    return one != null && one.id().equals(other.id());
  }
}
