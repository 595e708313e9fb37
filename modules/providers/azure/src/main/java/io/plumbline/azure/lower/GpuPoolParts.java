package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.azure.kinds.FlexibleScaleSet;
import io.plumbline.azure.kinds.ProximityPlacementGroup;
import io.plumbline.azure.kinds.UniformScaleSet;
import io.plumbline.graph.Band;
import io.plumbline.graph.Resource;
import io.plumbline.model.Count;
import io.plumbline.model.GpuPool;
import io.plumbline.model.LoadBalancer;
import io.plumbline.model.Network;
import io.plumbline.model.Placement;
import io.plumbline.model.Purchase;
import io.plumbline.model.Scaling;
import io.plumbline.model.Subnets;
import io.plumbline.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A pool: a scale set, which says what a node is, how many there are and where, and a proximity
 * placement group where nodes must stand close together.
 */
final class GpuPoolParts {
  static final String SCALE_SET = "scale-set";
  private static final String PLACEMENT = "placement";

  /** How many fault domains a zone has: machines in different ones share no rack. */
  private static final int FAULT_DOMAINS = 5;

  /** How long Azure goes on trying to bring a machine back that it took. */
  private static final Duration RESTORED_WITHIN = Duration.ofHours(1);

  private final GpuPool pool;
  private final Parts parts;
  private final String size;
  private final Orchestration orchestration;
  private final List<LoadBalancer> balancers;
  private final boolean lookedAfter;

  /**
   * The parts of a pool.
   *
   * @param size what its machines are
   * @param balancers those that send traffic to it
   * @param lookedAfter whether its nodes hear of what Azure is about to do to them
   */
  GpuPoolParts(
      GpuPool pool, Parts parts, String size, List<LoadBalancer> balancers, boolean lookedAfter) {
    this.pool = pool;
    this.balancers = balancers;
    this.lookedAfter = lookedAfter;
    this.parts = parts;
    this.size = size;
    this.orchestration = Orchestration.of(pool);
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
    made.add(scaleSet());
    if (pool.elasticity().scaling() != null) {
      made.add(new ScalingParts(pool, pool.elasticity().scaling(), parts).resource());
    }
    return made;
  }

  private Resource scaleSet() {
    Count count = requireNonNull(pool.count(), "validated");
    Map<String, Value> said = new LinkedHashMap<>();
    said.put("zones", zones());
    said.put("size", Value.text(size));
    said.put("capacity", Value.whole(count.min()));
    said.putAll(orchestration());
    said.put(
        "proximityPlacementGroup",
        pool.placement() == Placement.CLUSTER ? parts.id(PLACEMENT) : Value.NULL);
    said.putAll(upgrades());
    said.putAll(purchase());
    said.put(
        "capacityReservationGroup",
        pool.reservation() == null ? Value.NULL : pool.reservation().liveId());
    said.putAll(new NodeParts(pool, parts, balancers, lookedAfter).attributes());
    said.values().removeIf(Value.Null.class::isInstance);
    Resource made =
        parts
            .make(
                SCALE_SET,
                orchestration == Orchestration.UNIFORM
                    ? UniformScaleSet.KIND
                    : FlexibleScaleSet.KIND,
                Names.SCALE_SET,
                new Value.Obj(said))
            .withAfter(first());
    return count instanceof Count.Within within ? made.withBand("capacity", band(within)) : made;
  }

  /** Schedules move the ends as well. */
  private Band band(Count.Within within) {
    Scaling scaling = pool.elasticity().scaling();
    return scaling == null
        ? within.band()
        : new Band(scaling.lowest(), scaling.highest(), Scaling.OWNER);
  }

  /** A node runs its boot script once, so it must not start before it can reach anything. */
  private List<String> first() {
    List<String> first = new ArrayList<>();
    Subnets subnets = requireNonNull(pool.subnets(), "validated");
    if (subnets.network() instanceof Network network) {
      first.addAll(NetworkParts.waysOut(network, subnets.tier()));
    }
    if (pool.role() != null) {
      first.addAll(InstanceRoleParts.rights(pool.role()));
    }
    pool.securedBy().forEach(rules -> first.addAll(SecurityRulesParts.addresses(rules)));
    return first;
  }

  /** The zones that the pool's subnets have; of an existing network nobody knows any. */
  private Value zones() {
    Subnets subnets = requireNonNull(pool.subnets(), "validated");
    return subnets.network() instanceof Network network
        ? Value.texts(subnets.of(network).stream().map(each -> each.zone()).distinct().toList())
        : Value.NULL;
  }

  private Map<String, Value> orchestration() {
    Map<String, Value> said = new LinkedHashMap<>();
    boolean zonal = !(zones() instanceof Value.Null);
    said.put("singlePlacementGroup", Value.flag(pool.fabric()));
    said.put(
        "platformFaultDomainCount",
        Value.whole(Orchestration.isSpreadOut(pool) ? FAULT_DOMAINS : 1));
    said.put("zoneBalance", zonal ? Value.flag(false) : Value.NULL);
    if (orchestration == Orchestration.UNIFORM) {
      said.put("overprovision", Value.flag(false));
    }
    return said;
  }

  /**
   * Machines behind a balancer are replaced some at a time where what they are changes, since it is
   * known which of them are well; others stay as they are until they go.
   */
  private Map<String, Value> upgrades() {
    Map<String, Value> said = new LinkedHashMap<>();
    said.put("upgradeMode", Value.text(balancers.isEmpty() ? "Manual" : "Rolling"));
    if (!balancers.isEmpty()) {
      said.put(
          "rollingUpgradePolicy",
          Value.object(
              "maxBatchInstancePercent", Value.whole(20),
              "maxUnhealthyInstancePercent", Value.whole(20),
              "maxUnhealthyUpgradedInstancePercent", Value.whole(20),
              "pauseTimeBetweenBatches", Value.text("PT1M"),
              "prioritizeUnhealthyInstances", Value.flag(true),
              "maxSurge", Value.flag(false)));
    }
    return said;
  }

  private Map<String, Value> purchase() {
    Map<String, Value> said = new LinkedHashMap<>();
    switch (pool.purchase()) {
      case Purchase.OnDemand onDemand -> said.put("priority", Value.text("Regular"));
      case Purchase.Spot spot -> {
        said.put("priority", Value.text("Spot"));
        said.put("evictionPolicy", Value.text("Delete"));
        said.put("maxPrice", SpotPrice.of(spot));
        if (orchestration == Orchestration.FLEXIBLE) {
          said.put("baseRegularPriorityCount", Value.whole(spot.onDemandBase()));
          said.put("regularPriorityPercentageAboveBase", Value.whole(spot.onDemandShare()));
        } else {
          said.put(
              "spotRestorePolicy",
              Value.object(
                  "enabled", Value.flag(true),
                  "restoreTimeout", Value.text(RESTORED_WITHIN.toString())));
        }
      }
    }
    return said;
  }
}
