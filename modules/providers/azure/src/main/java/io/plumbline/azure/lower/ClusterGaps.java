package io.plumbline.azure.lower;

import io.plumbline.model.ClusterAddOn;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.NodePool;
import io.plumbline.model.Placement;
import io.plumbline.model.Purchase;
import java.util.ArrayList;
import java.util.List;

/** What of Kubernetes clusters, and of what belongs to them, AKS does not have. */
final class ClusterGaps {
  private ClusterGaps() {}

  static List<Unsupported> of(KubernetesCluster cluster) {
    List<Unsupported> gaps = new ArrayList<>();
    if (cluster.endpoint().isPrivate() && !cluster.endpoint().publicFrom().isEmpty()) {
      gaps.add(
          new Unsupported(
              "an API that both its network and the internet reach: AKS has one or the other",
              "leave publicEndpoint(…) out, or say privateEndpoint(false)"));
    }
    if (!cluster.securedBy().isEmpty()) {
      gaps.add(
          new Unsupported(
              "rules on a control plane, which stands in a network of Azure's own",
              "leave securedBy(…) out, and say publicEndpoint(…) with the blocks that may reach"
                  + " it"));
    }
    if (cluster.secretsKey() != null) {
      gaps.add(
          new Unsupported(
              "a key of its own for secrets, which is not said in Azure's terms yet",
              "leave secretsEncryptedWith(…) out: Azure encrypts them with a key of its own"));
    }
    if (!cluster.accesses().isEmpty()) {
      gaps.add(
          new Unsupported(
              "who may enter it: assignments of roles are not said for clusters yet",
              "leave access(…) and administrator(…) out, and assign the roles Azure Kubernetes"
                  + " Service RBAC … beside the stack"));
    }
    if (!cluster.logs().isEmpty()) {
      gaps.add(
          new Unsupported(
              "records of the control plane, which are a diagnostic setting at Azure, and not said"
                  + " in its terms yet",
              "leave logs(…) out, and make a diagnostic setting beside the stack"));
    }
    return gaps;
  }

  static List<Unsupported> of(NodePool pool) {
    List<Unsupported> gaps = new ArrayList<>();
    if (pool.role() != null) {
      gaps.add(
          new Unsupported(
              "a role of its nodes, which in AKS share one identity with all of the cluster's",
              "leave role(…) out, and say with workloadRole(…) what pods may do"));
    }
    if (!pool.securedBy().isEmpty()) {
      gaps.add(
          new Unsupported(
              "rules on its nodes, whose interfaces carry a group of AKS's own",
              "leave securedBy(…) out, and say with network policies who pods talk to"));
    }
    if (pool.fabric()) {
      gaps.add(
          new Unsupported(
              "a fabric, whose driver AKS does not bring along",
              "leave fabric() out, choose a size with InfiniBand, and run NVIDIA's network"
                  + " operator; or describe gpuPool(…)"));
    }
    if (pool.placement() == Placement.SPREAD || pool.placement() == Placement.PARTITION) {
      gaps.add(
          new Unsupported(
              "nodes on hardware of their own: agent pools do not choose fault domains",
              "leave placement(…) out, and spread pods over zones"));
    }
    if (pool.repaired()) {
      gaps.add(
          new Unsupported(
              "repair of nodes with a bad GPU: AKS repairs those that are not ready, and no others",
              "leave repaired() out: what AKS does, it does for each pool"));
    }
    gaps.addAll(bought(pool));
    gaps.addAll(DiskGaps.of(pool.rootDisk(), "/dev/xvda"));
    return gaps;
  }

  private static List<Unsupported> bought(NodePool pool) {
    List<Unsupported> gaps = new ArrayList<>();
    if (pool.reservation() != null) {
      gaps.add(
          new Unsupported(
              "nodes in a reservation, which is not said for agent pools yet",
              "leave reservation(…) out, or describe gpuPool(…)"));
    }
    if (pool.purchase() instanceof Purchase.Spot && pool.maxUnavailable() != 1) {
      gaps.add(
          new Unsupported(
              "a number of spot nodes that may be missing, of which AKS takes no word",
              "leave maxUnavailable(…) out"));
    }
    if (pool.purchase() instanceof Purchase.Spot spot
        && (spot.onDemandBase() > 0 || spot.onDemandShare() > 0)) {
      gaps.add(
          new Unsupported(
              "spot nodes beside others: an agent pool is one or the other", "describe two pools"));
    }
    return gaps;
  }

  /** AKS has what a cluster needs built in; all else are extensions of it. */
  static List<Unsupported> of(ClusterAddOn addOn) {
    return List.of(
        new Unsupported(
            "an add-on: AKS runs its network, names, proxies and drivers of disks by itself, and"
                + " its extensions are not said yet",
            "leave it out, or install it with Helm"));
  }
}
