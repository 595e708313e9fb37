package io.plumbline.aws.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.aws.kinds.EksAddon;
import io.plumbline.graph.Resource;
import io.plumbline.model.ClusterAddOn;
import io.plumbline.model.Component;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.NodePool;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Add-ons, in the order in which they work. Those that run once on each node come before the nodes,
 * which never get ready without a network; all others come after them, since EKS waits until what
 * it places runs somewhere.
 */
final class ClusterAddOnParts {
  /** Daemon sets by which a node is a node of a cluster. */
  private static final Set<String> ON_EACH_NODE =
      Set.of("vpc-cni", "kube-proxy", "eks-pod-identity-agent", "eks-node-monitoring-agent");

  private ClusterAddOnParts() {}

  static List<Resource> resources(ClusterAddOn addOn, Parts parts, List<Component> around) {
    KubernetesCluster cluster = requireNonNull(addOn.cluster(), "validated");
    List<String> after = new ArrayList<>();
    if (addOn.role() != null) {
      after.add(Parts.address(addOn.role(), WorkloadRoleParts.ASSOCIATION));
    }
    if (!isOnEachNode(addOn)) {
      around.stream()
          .filter(other -> other instanceof NodePool pool && isOf(pool.cluster(), cluster))
          .forEach(pool -> after.add(Parts.address(pool, NodePoolParts.GROUP)));
    }
    return List.of(
        parts
            .make(
                "",
                EksAddon.KIND,
                Value.object(
                    "clusterName", Value.ref(cluster.id(), "name"),
                    "addonName", Value.text(requireNonNull(addOn.name(), "validated")),
                    "addonVersion", Value.text(requireNonNull(addOn.version(), "validated")),
                    "configurationValues", addOn.configuration(),
                    "tags", parts.tags("")))
            .withAfter(after));
  }

  /** What the nodes of a cluster come after. */
  static List<String> beforeNodes(KubernetesCluster cluster, List<Component> around) {
    return around.stream()
        .filter(
            other ->
                other instanceof ClusterAddOn addOn
                    && isOnEachNode(addOn)
                    && isOf(addOn.cluster(), cluster))
        .map(Component::id)
        .toList();
  }

  private static boolean isOnEachNode(ClusterAddOn addOn) {
    return addOn.name() != null && ON_EACH_NODE.contains(addOn.name());
  }

  private static boolean isOf(@Nullable KubernetesCluster one, KubernetesCluster other) {
    return one != null && one.id().equals(other.id());
  }
}
