package io.plumbline.dsl;

import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.WorkloadRole;
import org.jspecify.annotations.Nullable;

/**
 * Sets up what pods may do at the provider's API. Needed: {@link #of}, {@link #serviceAccount}. The
 * cluster must run the add-on that hands out its credentials: {@code eks-pod-identity-agent} on
 * AWS.
 */
public final class WorkloadRoleBuilder extends RightsBuilder<WorkloadRole, WorkloadRoleBuilder> {
  private @Nullable KubernetesCluster cluster;
  private String namespace = "default";
  private @Nullable String serviceAccount;

  WorkloadRoleBuilder(Order order) {
    super("workload role", order);
  }

  /** In which cluster the pods run. */
  public WorkloadRoleBuilder of(KubernetesCluster where) {
    cluster = where;
    return this;
  }

  /** As which service account the pods run, in which namespace. */
  public WorkloadRoleBuilder serviceAccount(String inNamespace, String name) {
    namespace = inNamespace;
    serviceAccount = name;
    return this;
  }

  @Override
  WorkloadRoleBuilder self() {
    return this;
  }

  @Override
  WorkloadRole build() {
    if (cluster == null) {
      report(Incomplete.RULE, "it is of no cluster; say of(cluster)");
    }
    if (serviceAccount == null) {
      report(
          Incomplete.RULE,
          "no pod gets it; say serviceAccount(\"kube-system\", \"ebs-csi-controller-sa\")");
    }
    return new WorkloadRole(
        identity(), cluster, namespace, serviceAccount, statements(), managedPolicies());
  }
}
