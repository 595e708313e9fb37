package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.azure.kinds.AgentPool;
import io.plumbline.azure.kinds.ManagedCluster;
import io.plumbline.graph.Resource;
import io.plumbline.model.ExistingNetwork;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.KubernetesCluster.Support;
import io.plumbline.model.NatGateways;
import io.plumbline.model.Network;
import io.plumbline.model.Subnets;
import io.plumbline.model.Tier;
import io.plumbline.unit.Cidr;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An AKS cluster. Azure runs its control plane, but what a cluster itself needs (names, metrics)
 * runs on nodes: it comes with two small ones, from which pods of the fleet are kept away.
 *
 * <p>Pods have addresses of their own, outside of the network, and people no way in but by roles of
 * Azure.
 */
final class KubernetesClusterParts {
  private static final String NODES = "nodes";

  /** Enough for what AKS places there: Microsoft Learn, Use system node pools in AKS. */
  private static final String SYSTEM_SIZE = "Standard_D4ds_v5";

  private static final int SYSTEM_NODES = 2;
  private static final int SYSTEM_DISK = 128;

  private final KubernetesCluster cluster;
  private final Parts parts;
  private final Subnets subnets;

  KubernetesClusterParts(KubernetesCluster cluster, Parts parts) {
    this.cluster = cluster;
    this.parts = parts;
    this.subnets = requireNonNull(cluster.subnets(), "validated");
  }

  List<Resource> resources() {
    Map<String, Value> said = new LinkedHashMap<>();
    boolean extended = cluster.support() == Support.EXTENDED;
    said.put("tier", Value.text(extended ? "Premium" : "Standard"));
    said.put("kubernetesVersion", version());
    said.put("dnsPrefix", Value.text(parts.name("", Names.DNS_PREFIX)));
    said.put("nodeResourceGroup", Value.text(parts.name(NODES, Names.USUAL)));
    said.put("supportPlan", Value.text(extended ? "AKSLongTermSupport" : "KubernetesOfficial"));
    said.put("enableRBAC", Value.flag(true));
    said.put("disableLocalAccounts", Value.flag(true));
    said.put("systemPool", systemPool());
    said.put("enableAzureRBAC", Value.flag(true));
    said.putAll(network());
    said.putAll(endpoint());
    said.put("oidcIssuer", Value.flag(true));
    said.put("workloadIdentity", Value.flag(true));
    said.put("nodeOSUpgradeChannel", Value.text("None"));
    said.values().removeIf(Value.Null.class::isInstance);
    Resource made = parts.make("", ManagedCluster.KIND, Names.CLUSTER, new Value.Obj(said));
    return List.of(tagged(made).withAfter(first()));
  }

  private Resource tagged(Resource made) {
    Map<String, Value> tags = new LinkedHashMap<>(parts.tags("").members());
    cluster.tags().forEach((key, value) -> tags.putIfAbsent(key, Value.text(value)));
    Map<String, Value> all = new LinkedHashMap<>(made.attributes().members());
    all.put("tags", new Value.Obj(tags));
    return made.withAttributes(new Value.Obj(all));
  }

  private Value version() {
    return Value.text(requireNonNull(cluster.version(), "validated"));
  }

  private Value systemPool() {
    Value zones = NodePoolParts.zones(subnets);
    Map<String, Value> said = new LinkedHashMap<>();
    said.put("name", Value.text(AgentPool.SYSTEM));
    said.put("criticalAddonsOnly", Value.flag(true));
    said.put("vmSize", Value.text(SYSTEM_SIZE));
    said.put("count", Value.whole(SYSTEM_NODES));
    if (!(zones instanceof Value.Null)) {
      said.put("availabilityZones", zones);
    }
    said.put("subnet", NetworkParts.subnet(subnets));
    said.put("orchestratorVersion", version());
    said.put("osDiskSizeGB", Value.whole(SYSTEM_DISK));
    said.put("osDiskType", Value.text("Managed"));
    said.put("osSKU", Value.text("Ubuntu"));
    return new Value.Obj(said);
  }

  private Map<String, Value> network() {
    ClusterBlocks blocks = ClusterBlocks.of(cluster);
    Map<String, Value> said = new LinkedHashMap<>();
    said.put("networkPlugin", Value.text("azure"));
    said.put("networkPluginMode", Value.text("overlay"));
    said.put("networkPolicy", Value.text("cilium"));
    said.put("networkDataplane", Value.text("cilium"));
    said.put("loadBalancerSku", Value.text("standard"));
    said.put("outboundType", Value.text(outbound()));
    said.put("podCidr", Value.text(blocks.pods().toString()));
    said.put("serviceCidr", Value.text(blocks.services().toString()));
    said.put("dnsServiceIP", Value.text(blocks.names()));
    return said;
  }

  /** By the network's own way out where it has one; else by a load balancer of the cluster's. */
  private String outbound() {
    return switch (subnets.network()) {
      case Network ours when subnets.tier() == Tier.PRIVATE && ours.nat() != NatGateways.NONE ->
          "userAssignedNATGateway";
      case Network ours -> "loadBalancer";
      case ExistingNetwork existing -> "loadBalancer";
    };
  }

  /**
   * Private, or public to some blocks; to all of the internet is said by naming none. The name of a
   * private one is known outside too, so that both have one: {@code cluster.address()}.
   */
  private Map<String, Value> endpoint() {
    List<Cidr> from = cluster.endpoint().publicFrom();
    Map<String, Value> said = new LinkedHashMap<>();
    if (!from.isEmpty() && from.stream().noneMatch(Cidr::isAnywhere)) {
      said.put(
          "authorizedIPRanges", Value.texts(from.stream().map(Cidr::toString).sorted().toList()));
    }
    said.put("enablePrivateCluster", Value.flag(from.isEmpty()));
    said.put("enablePrivateClusterPublicFQDN", Value.flag(from.isEmpty()));
    said.put("disableRunCommand", Value.flag(true));
    return said;
  }

  private List<String> first() {
    return subnets.network() instanceof Network network
        ? NetworkParts.waysOut(network, subnets.tier())
        : List.of();
  }
}
