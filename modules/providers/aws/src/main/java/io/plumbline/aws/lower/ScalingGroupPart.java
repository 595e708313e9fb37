package io.plumbline.aws.lower;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.plumbline.aws.kinds.AutoScalingGroup;
import io.plumbline.graph.Band;
import io.plumbline.graph.Resource;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.Count;
import io.plumbline.model.GpuPool;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.Network;
import io.plumbline.model.Purchase;
import io.plumbline.model.Scaling;
import io.plumbline.model.Scaling.Schedule;
import io.plumbline.model.Subnets;
import io.plumbline.model.WarmPool;
import io.plumbline.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How many nodes a pool has, where they are, and on what terms. */
final class ScalingGroupPart {
  private static final String DESIRED = "desiredCapacity";
  private static final String SCHEDULES = "its schedules";

  /** Until when a fresh node is not looked at, where nobody says. */
  private static final Duration USUAL = Duration.ofMinutes(5);

  private ScalingGroupPart() {}

  static Resource resource(
      GpuPool pool, Parts parts, List<String> types, List<Value> targetGroups) {
    Count count = requireNonNull(pool.count(), "validated");
    boolean simple = pool.purchase() instanceof Purchase.OnDemand && types.size() == 1;
    Resource group =
        parts
            .make(
                GpuPoolParts.GROUP,
                AutoScalingGroup.KIND,
                Value.object(
                    "name",
                    parts.nameValue(GpuPoolParts.GROUP, Names.SCALING_GROUP),
                    "minSize",
                    Value.whole(count.min()),
                    "maxSize",
                    Value.whole(count.max()),
                    DESIRED,
                    count instanceof Count.Fixed f ? Value.whole(f.nodes()) : Value.NULL,
                    "subnets",
                    Value.list(SubnetIds.of(requireNonNull(pool.subnets(), "validated"))),
                    "launchTemplate",
                    simple ? template(parts) : Value.NULL,
                    "mixedInstancesPolicy",
                    simple ? Value.NULL : mixed(pool, parts, types),
                    "defaultCooldown",
                    Value.whole(300),
                    "healthCheckType",
                    Value.text(targetGroups.isEmpty() ? "EC2" : "ELB"),
                    "healthCheckGracePeriod",
                    Value.whole(requireNonNullElse(pool.elasticity().ready(), USUAL).toSeconds()),
                    "enabledMetrics",
                    ScalingParts.countsNodes(pool)
                        ? Value.texts(List.of(Measure.NODES))
                        : Value.NULL,
                    "targetGroupArns",
                    targetGroups.isEmpty() ? Value.NULL : Value.list(targetGroups),
                    "warmPool",
                    warmPool(pool.elasticity().warmPool()),
                    "placementGroup",
                    placement(pool, parts),
                    "tags",
                    tags(parts)))
            .withAfter(first(pool, parts));
    return banded(group, count, pool.elasticity().scaling());
  }

  private static Resource banded(Resource group, Count count, @Nullable Scaling scaling) {
    if (!(count instanceof Count.Within within)) {
      return group;
    }
    if (scaling == null || scaling.schedules().isEmpty()) {
      return group.withBand(DESIRED, within.band());
    }
    List<Schedule> schedules = scaling.schedules();
    long highestMin = schedules.stream().mapToLong(Schedule::min).max().orElse(scaling.min());
    long lowestMax = schedules.stream().mapToLong(Schedule::max).min().orElse(scaling.max());
    return group
        .withBand(DESIRED, new Band(scaling.lowest(), scaling.highest(), Scaling.OWNER))
        .withBand(
            "minSize", new Band(scaling.lowest(), Math.max(highestMin, scaling.min()), SCHEDULES))
        .withBand(
            "maxSize", new Band(Math.min(lowestMax, scaling.max()), scaling.highest(), SCHEDULES));
  }

  private static Value warmPool(@Nullable WarmPool pool) {
    return pool == null
        ? Value.NULL
        : Value.object(
            "minSize", Value.whole(pool.min()),
            "maxGroupPreparedCapacity",
                pool.maxPrepared() == null ? Value.NULL : Value.whole(pool.maxPrepared()),
            "poolState", Value.text(pool.running() ? "Running" : "Stopped"),
            "instanceReusePolicy", Value.object("reuseOnScaleIn", Value.flag(pool.reuse())));
  }

  /** A node runs its boot script once, so it must not start before it can reach anything. */
  private static List<String> first(GpuPool pool, Parts parts) {
    List<String> first = new ArrayList<>(rights(pool.role()));
    String hooks = HookParts.rights(pool);
    if (hooks != null) {
      first.add(parts.address(hooks));
    }
    Subnets subnets = requireNonNull(pool.subnets(), "validated");
    if (subnets.network() instanceof Network network) {
      first.addAll(NetworkParts.waysOut(network, subnets.tier()));
    }
    return first;
  }

  /**
   * The pool's own group, or the one in which its reservation was made: others are refused there.
   */
  private static Value placement(GpuPool pool, Parts parts) {
    if (pool.placement() != null) {
      return Value.ref(parts.address(GpuPoolParts.PLACEMENT), "name");
    }
    return pool.reservation() instanceof CapacityReservation kept && kept.clustered()
        ? Value.ref(Parts.address(kept, GpuPoolParts.PLACEMENT), "name")
        : Value.NULL;
  }

  /** A node must not start before its role may do all that it will. */
  private static List<String> rights(@Nullable InstanceRole role) {
    return role == null
        ? List.of()
        : RoleParts.rights(role).stream().map(part -> Parts.address(role, part)).toList();
  }

  /** The version is pinned: CloudFormation never moves the default one. */
  private static Value template(Parts parts) {
    String address = parts.address(GpuPoolParts.TEMPLATE);
    return Value.object(
        "launchTemplateId", Value.ref(address, "id"),
        "version", Value.ref(address, "latestVersion"));
  }

  private static Value mixed(GpuPool pool, Parts parts, List<String> types) {
    List<Value> overrides = new ArrayList<>();
    types.forEach(type -> overrides.add(Value.object("instanceType", Value.text(type))));
    return Value.object(
        "instancesDistribution", distribution(pool.purchase()),
        "launchTemplate",
            Value.object(
                "launchTemplateSpecification",
                template(parts),
                "overrides",
                Value.list(overrides)));
  }

  private static Value distribution(Purchase purchase) {
    return switch (purchase) {
      case Purchase.OnDemand onDemand ->
          distribution(0, 100, "price-capacity-optimized", Value.NULL);
      case Purchase.Spot spot ->
          distribution(
              spot.onDemandBase(),
              spot.onDemandShare(),
              spot.strategy().name().toLowerCase(Locale.ROOT).replace('_', '-'),
              spot.maxPrice() == null ? Value.NULL : Value.decimal(spot.maxPrice().usdPerHour()));
    };
  }

  private static Value distribution(int base, int share, String strategy, Value maxPrice) {
    return Value.object(
        "onDemandAllocationStrategy", Value.text("prioritized"),
        "onDemandBaseCapacity", Value.whole(base),
        "onDemandPercentageAboveBaseCapacity", Value.whole(share),
        "spotAllocationStrategy", Value.text(strategy),
        "spotInstancePools", strategy.equals("lowest-price") ? Value.whole(2) : Value.NULL,
        "spotMaxPrice", maxPrice);
  }

  /** Nodes are tagged by the template, with the pool's id: they are no resources of the design. */
  private static Value tags(Parts parts) {
    List<Value> tags = new ArrayList<>();
    parts
        .tags(GpuPoolParts.GROUP)
        .members()
        .forEach(
            (key, value) ->
                tags.add(
                    Value.object(
                        "key", Value.text(key),
                        "value", value,
                        "propagateAtLaunch", Value.flag(false))));
    return Value.list(tags);
  }
}
