package io.plumbline.aws.rule;

import io.plumbline.model.ClusterAddOn;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.NodePool;
import io.plumbline.model.WorkloadRole;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** Something wants an agent on each node of a cluster that does not run there. */
final class AgentMissing implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-KUBE-023",
          "agent that a cluster does not run",
          "Pods get a role from the pod identity agent, and EKS sees a failing GPU by its"
              + " node monitoring agent: without, the one is denied and the other is never"
              + " replaced, in silence.",
          "Amazon EKS User Guide, Set up the Amazon EKS Pod Identity Agent; Enable node"
              + " auto repair",
          "say clusterAddOn(…) for eks-pod-identity-agent, or for"
              + " eks-node-monitoring-agent, of this cluster");

  private static final String IDENTITY = "eks-pod-identity-agent";
  private static final String MONITORING = "eks-node-monitoring-agent";

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (WorkloadRole role : scope.all(WorkloadRole.class)) {
      if (role.cluster() != null && !runs(scope, role.cluster(), IDENTITY)) {
        problems.report(RULE, role, lacking(role.cluster(), IDENTITY));
      }
    }
    for (NodePool pool : scope.all(NodePool.class)) {
      if (pool.repaired() && pool.cluster() != null && !runs(scope, pool.cluster(), MONITORING)) {
        problems.report(RULE, pool, "got repaired(), and " + lacking(pool.cluster(), MONITORING));
      }
    }
  }

  private static String lacking(KubernetesCluster cluster, String agent) {
    return "got no " + agent + " in cluster \"" + cluster.id() + "\"";
  }

  private static boolean runs(AwsScope scope, KubernetesCluster cluster, String agent) {
    return scope.all(ClusterAddOn.class).stream()
        .anyMatch(
            addOn ->
                agent.equals(addOn.name())
                    && addOn.cluster() != null
                    && addOn.cluster().id().equals(cluster.id()));
  }
}
