package io.plumbline.azure.lower;

import io.plumbline.model.AnyRole;
import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Bucket;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.ClusterAddOn;
import io.plumbline.model.Component;
import io.plumbline.model.DnsRecord;
import io.plumbline.model.Elasticity;
import io.plumbline.model.Endpoint;
import io.plumbline.model.ExistingCapacityBlock;
import io.plumbline.model.ExistingCapacityReservation;
import io.plumbline.model.ExistingKey;
import io.plumbline.model.ExistingNetwork;
import io.plumbline.model.ExistingSecret;
import io.plumbline.model.ExistingZone;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.InterruptionHandling;
import io.plumbline.model.Key;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.LoadBalancer;
import io.plumbline.model.Monitoring;
import io.plumbline.model.Network;
import io.plumbline.model.NodePool;
import io.plumbline.model.ParallelFiles;
import io.plumbline.model.Parameter;
import io.plumbline.model.Purchase;
import io.plumbline.model.Scaling;
import io.plumbline.model.ScalingPolicy;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.SharedFiles;
import io.plumbline.model.SlurmCluster;
import io.plumbline.model.VmFleet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Of each component, what of it Azure does not have, or is not said here yet. */
public final class Gaps {
  private static final String ELSEWHERE =
      "describe it on a site of provider aws, or make it beside the stack and refer to it";

  private static final Duration LEAST_NOTICE = Duration.ofMinutes(5);
  private static final Duration MOST_NOTICE = Duration.ofMinutes(15);

  /** What is asked for where nobody says anything. */
  private static final Duration USUAL_DRAIN = Duration.ofMinutes(5);

  private Gaps() {}

  /** All that keeps a component from Azure; nothing where it is lowered whole. */
  public static List<Unsupported> of(Component component) {
    return switch (component) {
      case Network network -> of(network);
      case ExistingNetwork existing -> List.of();
      case SecurityRules rules -> List.of();
      case GpuPool pool -> of(pool);
      case CapacityReservation reservation -> of(reservation);
      case ExistingCapacityReservation existing -> List.of();
      case ExistingCapacityBlock block ->
          List.of(
              new Unsupported(
                  "a block of capacity for a time, which Azure does not sell",
                  "reserve capacity: site.capacityReservation(…), or name a group of"
                      + " reservations"));
      case BareMetalFleet fleet -> List.of(ownMachines(fleet));
      case SlurmCluster cluster -> List.of(ownMachines(cluster));
      case Monitoring monitoring -> List.of(ownMachines(monitoring));
      case VmFleet fleet -> List.of(ownMachines(fleet));
      case AnyRole role -> of(role);
      case LoadBalancer balancer -> of(balancer);
      case KubernetesCluster cluster -> ClusterGaps.of(cluster);
      case NodePool pool -> ClusterGaps.of(pool);
      case ClusterAddOn addOn -> ClusterGaps.of(addOn);
      case DnsRecord dns -> DnsGaps.of(dns);
      case ExistingZone zone -> List.of();
      case Bucket bucket -> StorageGaps.of(bucket);
      case InterruptionHandling handling -> InterruptionGaps.of(handling);
      case Key key -> KeyGaps.of(key);
      case ExistingKey existing -> List.of();
      case ExistingSecret secret -> List.of();
      case Parameter parameter -> notYet(parameter);
      case SharedFiles files -> StorageGaps.of(files);
      case ParallelFiles files -> StorageGaps.of(files);
    };
  }

  private static Unsupported ownMachines(Component component) {
    return new Unsupported(
        "a " + component.noun() + ", where Azure rents out machines of its own",
        "describe it on a site of provider onprem; or ask Azure for gpuPool(…)");
  }

  private static List<Unsupported> notYet(Component component) {
    return List.of(
        new Unsupported(
            "a " + component.noun() + ", which is not said in Azure's terms yet", ELSEWHERE));
  }

  private static List<Unsupported> of(Network network) {
    List<Unsupported> gaps = new ArrayList<>();
    for (Endpoint endpoint : network.endpoints()) {
      if (ServiceEndpoints.of(endpoint).isEmpty()) {
        gaps.add(
            new Unsupported(
                "endpoint " + endpoint + ", for which subnets of Azure have none",
                "leave it out: Azure's own agents reach it by the way out, oneNatGateway()"));
      }
    }
    if (network.flowLogs() != null) {
      gaps.add(
          new Unsupported(
              "flow logs, which are not said in Azure's terms yet",
              "leave flowLogs(…) out, and record traffic in Network Watcher"));
    }
    return gaps;
  }

  private static List<Unsupported> of(CapacityReservation reservation) {
    List<Unsupported> gaps = new ArrayList<>();
    if (reservation.until() != null) {
      gaps.add(
          new Unsupported(
              "an end, which reservations of Azure do not have",
              "leave until(…) out, and take the reservation out of the stack when it is over"));
    }
    if (reservation.clustered()) {
      gaps.add(
          new Unsupported(
              "nodes close together, which a reservation of Azure does not promise",
              "leave it out; sizes with InfiniBand stand close together by themselves"));
    }
    return gaps;
  }

  private static List<Unsupported> of(GpuPool pool) {
    List<Unsupported> gaps = new ArrayList<>(elasticity(pool));
    gaps.addAll(DiskGaps.of(pool.rootDisk(), "/dev/sda1"));
    if (pool.purchase() instanceof Purchase.Spot spot
        && spot.strategy() != Purchase.Strategy.PRICE_CAPACITY_OPTIMIZED) {
      gaps.add(
          new Unsupported(
              "strategy " + spot.strategy() + " among sizes, of which a scale set has one",
              "leave strategy(…) out, and describe a pool for each size"));
    }
    if (pool.image() instanceof Image.ByParameter) {
      gaps.add(
          new Unsupported(
              "an image by a parameter, which Azure has not",
              "name it: Image.id(\"publisher:offer:sku:version\"), or by its resource id"));
    }
    boolean uniform = Orchestration.of(pool) == Orchestration.UNIFORM;
    if (uniform && Orchestration.isMixed(pool)) {
      gaps.add(
          new Unsupported(
              "spot nodes beside others, with a fabric or spread out: no scale set is both",
              "describe two pools, or leave onDemandBase(…) and onDemandShare(…) out"));
    }
    return gaps;
  }

  private static List<Unsupported> elasticity(GpuPool pool) {
    List<Unsupported> gaps = new ArrayList<>();
    Elasticity elasticity = pool.elasticity();
    if (elasticity.warmPool() != null) {
      gaps.add(
          new Unsupported(
              "a warm pool, which is not said in Azure's terms yet",
              "leave warmPool(…) out, and keep more nodes: scaling(s -> s.between(2, 16)…)"));
    }
    if (elasticity.launch() != null) {
      gaps.add(
          new Unsupported(
              "a launch hook: Azure waits for no word of a fresh node",
              "leave launchHook(…) out, and say readyWithin(…)"));
    }
    Duration drain = elasticity.drain();
    if (drain != null && pool.purchase() instanceof Purchase.Spot) {
      gaps.add(
          new Unsupported(
              "a drain hook of spot nodes, of whose end Azure gives no notice but the half minute"
                  + " that they are told themselves",
              "leave drainHook(…) out, and let nodes hear of it: site.interruptionHandling(…)"));
    } else if (drain != null
        && (drain.compareTo(LEAST_NOTICE) < 0 || drain.compareTo(MOST_NOTICE) > 0)) {
      gaps.add(
          new Unsupported(
              "a drain hook of " + drain + ", where Azure gives 5 to 15 minutes' notice",
              "say drainHook(minutes(15)), or less"));
    }
    if (elasticity.scaling() != null) {
      gaps.addAll(of(elasticity.scaling(), elasticity));
    }
    return gaps;
  }

  private static List<Unsupported> of(Scaling scaling, Elasticity elasticity) {
    List<Unsupported> gaps = new ArrayList<>();
    for (ScalingPolicy policy : scaling.policies()) {
      if (policy instanceof ScalingPolicy.Predictive) {
        gaps.add(
            new Unsupported(
                "a forecast, which Azure makes of processors' load alone",
                "say a target in its place: target(cpu(60))"));
      } else if (Metrics.of(policy.at().metric(), elasticity.agents()) == null) {
        gaps.add(
            new Unsupported(
                "metric " + policy.at().metric().word() + ", which nothing sends to Azure Monitor",
                "say cpu(…), or sendsMetrics(…) with what exports DCGM's counters, or a metric of"
                    + " your own without dimensions"));
      }
    }
    for (Scaling.Schedule schedule : scaling.schedules()) {
      if (Recurrence.of(schedule) == null) {
        gaps.add(
            new Unsupported(
                "schedule " + schedule.cron() + " in " + schedule.zone(),
                "say one minute and hour on days of the week, such as \"0 20 * * 1-5\", in UTC or"
                    + " in the zone of a large city"));
      }
    }
    return gaps;
  }

  private static List<Unsupported> of(AnyRole role) {
    List<Unsupported> gaps = new ArrayList<>();
    if (!role.statements().isEmpty()) {
      gaps.add(
          new Unsupported(
              "rights of its own, which Azure gives by roles",
              "name roles: managedPolicy(\"Storage Blob Data Contributor\")"));
    }
    for (String name : role.managedPolicies()) {
      if (BuiltInRoles.number(name) == null) {
        gaps.add(
            new Unsupported(
                "role \"" + name + "\"",
                "allowed are " + BuiltInRoles.names() + ", and any other by its number"));
      }
    }
    return gaps;
  }

  private static List<Unsupported> of(LoadBalancer balancer) {
    List<Unsupported> gaps = new ArrayList<>();
    for (LoadBalancer.Listener listener : balancer.listeners()) {
      if (listener.protocol().isEncrypted() || listener.redirect() != null) {
        gaps.add(
            new Unsupported(
                "a listener on port " + listener.port() + " that decrypts or redirects",
                "let nodes do so behind a TCP listener, which hands connections on as they are"));
      }
    }
    if (balancer.backend() != null && !balancer.backend().drain().equals(USUAL_DRAIN)) {
      gaps.add(
          new Unsupported(
              "connections ended after "
                  + balancer.backend().drain()
                  + ": a balancer of Azure ends none that is open",
              "leave drainAfter(…) out, and say drainHook(minutes(15)) of pool \""
                  + balancer.backend().pool().id()
                  + "\", which gives its nodes that time"));
    }
    return gaps;
  }
}
