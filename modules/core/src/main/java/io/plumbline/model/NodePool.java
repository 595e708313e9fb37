package io.plumbline.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Nodes of a Kubernetes cluster, all alike, which the provider starts, joins to it and replaces.
 *
 * @param cluster whose they are; null where the stack does not say, which is reported
 * @param subnets where they live; null where neither stack nor cluster says
 * @param machine what they are; null where the stack does not say, which is reported
 * @param count how many; null where the stack does not say, which is reported
 * @param system what they boot from
 * @param role what a node may do; null: what a node of a cluster needs, and no more
 * @param labels by which pods choose nodes
 * @param taints that keep pods away
 * @param maxUnavailable how many may be missing at a time while they are replaced
 * @param repaired whether the provider replaces a node that it finds unwell
 * @param metadataForPods whether pods reach the nodes' metadata service, and with it their role
 */
public record NodePool(
    Identity identity,
    @Nullable KubernetesCluster cluster,
    @Nullable Subnets subnets,
    @Nullable Machine machine,
    @Nullable Count count,
    Purchase purchase,
    OperatingSystem system,
    Disk rootDisk,
    @Nullable InstanceRole role,
    List<SecurityRules> securedBy,
    boolean fabric,
    @Nullable Placement placement,
    @Nullable Reservation reservation,
    Map<String, String> labels,
    List<Taint> taints,
    int maxUnavailable,
    boolean repaired,
    boolean metadataForPods)
    implements AnyPool {
  public NodePool {
    securedBy = List.copyOf(securedBy);
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    taints = List.copyOf(taints);
  }

  /** What nodes boot from; the provider keeps one of each for each sort of machine. */
  public enum OperatingSystem {
    /** The provider's own Linux, with a package manager and a login. */
    GENERAL,
    /** A small system that runs containers and nothing else. */
    CONTAINERS_ONLY
  }

  /**
   * Keeps away the pods that do not tolerate it.
   *
   * @param value may be empty
   */
  public record Taint(String key, String value, Effect effect) {}

  /** What a taint does to a pod that does not tolerate it. */
  public enum Effect {
    /** None is placed here any more. */
    NO_SCHEDULE,
    /** None is placed here as long as there is another place. */
    PREFER_NO_SCHEDULE,
    /** None is placed here, and those that run are ended. */
    NO_EXECUTE
  }

  @Override
  public List<Component> uses() {
    return new Uses()
        .and(cluster)
        .in(subnets)
        .and(role)
        .and(securedBy)
        .and(rootDisk.key())
        .and(reservation)
        .list();
  }

  @Override
  public String noun() {
    return "node pool";
  }
}
