package io.plumbline.dsl;

import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.NodePool;
import io.plumbline.model.NodePool.Effect;
import io.plumbline.model.NodePool.OperatingSystem;
import io.plumbline.model.NodePool.Taint;
import io.plumbline.model.Purchase;
import io.plumbline.model.Subnets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sets up nodes of a Kubernetes cluster. Needed: {@link #of}, {@link #gpusPerNode} or {@link
 * #instanceTypes}, {@link #count}. They live in the cluster's subnets unless {@link #in} says
 * others, and boot from what the provider keeps for such machines and the cluster's version.
 */
public final class NodePoolBuilder extends PoolBuilder<NodePool, NodePoolBuilder> {
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final List<Taint> taints = new ArrayList<>();
  private @Nullable KubernetesCluster cluster;
  private Purchase purchase = new Purchase.OnDemand();
  private OperatingSystem system = OperatingSystem.GENERAL;
  private int maxUnavailable = 1;
  private boolean repaired;
  private boolean metadataForPods;

  NodePoolBuilder(Order order) {
    super("node pool", order, "/dev/xvda");
  }

  /** Whose nodes they are. */
  public NodePoolBuilder of(KubernetesCluster whose) {
    cluster = whose;
    return this;
  }

  /**
   * Spare capacity, taken back at short notice, instead of on demand. The provider chooses where it
   * takes it from, and drains a node before it goes.
   */
  public NodePoolBuilder spot() {
    purchase = new SpotBuilder().build();
    return this;
  }

  /** What nodes boot from; by default the provider's own Linux. */
  public NodePoolBuilder system(OperatingSystem which) {
    system = which;
    return this;
  }

  /** A label by which pods choose these nodes. Called again, it adds. */
  public NodePoolBuilder label(String key, String value) {
    labels.put(key, value);
    return this;
  }

  /** Keeps pods away that do not tolerate it. Called again, it adds. */
  public NodePoolBuilder taint(String key, String value, Effect effect) {
    taints.add(new Taint(key, value, effect));
    return this;
  }

  /** So many may be missing at a time while nodes are replaced; by default one. */
  public NodePoolBuilder maxUnavailable(int nodes) {
    maxUnavailable = nodes;
    return this;
  }

  /**
   * The provider replaces or restarts a node that it finds unwell, GPUs included; its add-on that
   * watches nodes must run in the cluster: {@code eks-node-monitoring-agent} on AWS.
   */
  public NodePoolBuilder repaired() {
    repaired = true;
    return this;
  }

  /**
   * Pods reach the metadata service of their node, and may do all that its role may. By default
   * they do not: what a pod may do is said by a {@code workloadRole}.
   */
  public NodePoolBuilder metadataForPods() {
    metadataForPods = true;
    return this;
  }

  @Override
  NodePoolBuilder self() {
    return this;
  }

  @Override
  NodePool build() {
    require(cluster, "it is of no cluster; say of(cluster)");
    requireMachine();
    require(
        count,
        "it does not say how many; say count(4) or count(band(0, 16).ownedBy(\"autoscaler\"))");
    return new NodePool(
        identity(),
        cluster,
        where(),
        machine,
        count,
        purchase,
        system,
        rootDisk,
        role,
        securedBy,
        fabric,
        placement,
        reservation,
        labels,
        taints,
        maxUnavailable,
        repaired,
        metadataForPods);
  }

  private @Nullable Subnets where() {
    return subnets == null && cluster != null ? cluster.subnets() : subnets;
  }
}
