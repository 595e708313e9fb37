package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.azure.catalogue.Catalogue;
import io.plumbline.azure.kinds.AgentPool;
import io.plumbline.azure.kinds.ProximityPlacementGroup;
import io.plumbline.graph.Resource;
import io.plumbline.model.Count;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.Network;
import io.plumbline.model.NodePool;
import io.plumbline.model.NodePool.OperatingSystem;
import io.plumbline.model.NodePool.Taint;
import io.plumbline.model.Placement;
import io.plumbline.model.Purchase;
import io.plumbline.model.Subnets;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An agent pool of a cluster, and a proximity placement group where its nodes must stand close
 * together. Azure starts it with the fewest nodes that there may be; where there may be more, its
 * autoscaler moves the number.
 *
 * <p>Nodes are replaced in place, since machines with accelerators that stand beside the old ones
 * for a while are rarely to be had; of spot nodes AKS takes no word on it.
 */
final class NodePoolParts {
  private static final String POOL = "pool";
  private static final String PLACEMENT = "placement";

  /** What AKS gives spot nodes by itself, said so that nothing stands there unsaid. */
  private static final String SPOT = "kubernetes.azure.com/scalesetpriority";

  private final NodePool pool;
  private final KubernetesCluster cluster;
  private final Subnets subnets;
  private final Parts parts;
  private final Catalogue catalogue;

  NodePoolParts(NodePool pool, Parts parts, Catalogue catalogue) {
    this.pool = pool;
    this.cluster = requireNonNull(pool.cluster(), "validated");
    this.subnets = requireNonNull(pool.subnets(), "validated");
    this.parts = parts;
    this.catalogue = catalogue;
  }

  /** The zones that subnets have; of an existing network nobody knows any. */
  static Value zones(Subnets subnets) {
    return subnets.network() instanceof Network network
        ? Value.texts(subnets.of(network).stream().map(each -> each.zone()).distinct().toList())
        : Value.NULL;
  }

  List<Resource> resources() {
    List<Resource> made = new ArrayList<>();
    if (pool.placement() == Placement.CLUSTER) {
      made.add(
          parts.make(
              PLACEMENT,
              ProximityPlacementGroup.KIND,
              Names.USUAL,
              Value.object("proximityPlacementGroupType", Value.text("Standard"))));
    }
    made.add(pool());
    return made;
  }

  private Resource pool() {
    Count count = requireNonNull(pool.count(), "validated");
    Map<String, Value> said = new LinkedHashMap<>();
    said.put("cluster", Value.ref(cluster.id(), "id"));
    said.putAll(nodes());
    said.putAll(many(count));
    said.putAll(purchase());
    said.put("nodeLabels", labels());
    said.put("nodeTaints", taints());
    if (!isSpot()) {
      said.put("maxSurge", Value.text("0"));
      said.put("maxUnavailable", Value.text(Integer.toString(pool.maxUnavailable())));
    }
    said.put(
        "proximityPlacementGroup",
        pool.placement() == Placement.CLUSTER ? parts.id(PLACEMENT) : Value.NULL);
    said.put("enableEncryptionAtHost", Value.flag(false));
    said.put("enableNodePublicIP", Value.flag(false));
    said.put("tags", parts.tags(POOL));
    said.values().removeIf(Value.Null.class::isInstance);
    Resource made =
        parts
            .child(POOL, AgentPool.KIND, parts.shortName(Names.AGENT_POOL), new Value.Obj(said))
            .withAfter(first());
    return count instanceof Count.Within within ? made.withBand("count", within.band()) : made;
  }

  private Map<String, Value> nodes() {
    String size = catalogue.candidates(pool).get(0);
    Map<String, Value> said = new LinkedHashMap<>();
    said.put("vmSize", Value.text(size));
    said.put("availabilityZones", zones(subnets));
    said.put("subnet", NetworkParts.subnet(subnets));
    said.put("orchestratorVersion", Value.text(requireNonNull(cluster.version(), "validated")));
    said.put("osDiskSizeGB", Value.whole(pool.rootDisk().size().gibibytes()));
    said.put("osDiskType", Value.text("Managed"));
    said.put("osSKU", Value.text(system(pool.system())));
    said.put("gpuDriver", catalogue.find(size) == null ? Value.NULL : Value.text("Install"));
    return said;
  }

  private static String system(OperatingSystem system) {
    return switch (system) {
      case GENERAL -> "Ubuntu";
      case CONTAINERS_ONLY -> "AzureLinux";
    };
  }

  private static Map<String, Value> many(Count count) {
    Map<String, Value> said = new LinkedHashMap<>();
    said.put("count", Value.whole(count.min()));
    boolean moves = count instanceof Count.Within;
    said.put("enableAutoScaling", Value.flag(moves));
    said.put("minCount", moves ? Value.whole(count.min()) : Value.NULL);
    said.put("maxCount", moves ? Value.whole(count.max()) : Value.NULL);
    return said;
  }

  private Map<String, Value> purchase() {
    return switch (pool.purchase()) {
      case Purchase.OnDemand onDemand -> Map.of("scaleSetPriority", Value.text("Regular"));
      case Purchase.Spot spot -> {
        Map<String, Value> said = new LinkedHashMap<>();
        said.put("scaleSetPriority", Value.text("Spot"));
        said.put("scaleSetEvictionPolicy", Value.text("Delete"));
        said.put("spotMaxPrice", SpotPrice.of(spot));
        yield said;
      }
    };
  }

  private boolean isSpot() {
    return pool.purchase() instanceof Purchase.Spot;
  }

  private Value labels() {
    Map<String, Value> labels = new LinkedHashMap<>();
    pool.labels().forEach((key, value) -> labels.put(key, Value.text(value)));
    if (isSpot()) {
      labels.put(SPOT, Value.text("spot"));
    }
    return new Value.Obj(labels);
  }

  private Value taints() {
    List<String> taints =
        new ArrayList<>(pool.taints().stream().map(NodePoolParts::taint).toList());
    if (isSpot()) {
      taints.add(SPOT + "=spot:NoSchedule");
    }
    return taints.isEmpty() ? Value.NULL : Value.texts(taints);
  }

  private static String taint(Taint taint) {
    String effect =
        switch (taint.effect()) {
          case NO_SCHEDULE -> "NoSchedule";
          case PREFER_NO_SCHEDULE -> "PreferNoSchedule";
          case NO_EXECUTE -> "NoExecute";
        };
    return taint.key() + "=" + taint.value() + ":" + effect;
  }

  /** Azure waits for its nodes, which come up once they can reach anything. */
  private List<String> first() {
    return subnets.network() instanceof Network network
        ? NetworkParts.waysOut(network, subnets.tier())
        : List.of();
  }
}
