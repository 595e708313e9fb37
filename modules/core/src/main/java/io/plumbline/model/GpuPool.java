package io.plumbline.model;

import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nodes with accelerators, all alike, as many as asked for.
 *
 * @param subnets where they live; null where the stack does not say, which is reported
 * @param machine what they are; null where the stack does not say, which is reported
 * @param count how many; null where the stack does not say, which is reported
 * @param image what they boot from; null where the stack does not say, which is reported
 * @param bootScript what a node runs at its first start: text, maybe with references; null for
 *     nothing
 * @param role what a node may do; null for nothing
 * @param elasticity how it grows and shrinks
 * @param fabric whether nodes reach each other's memory over a fabric beside the network
 * @param localDisks whether a node must have disks of its own
 * @param placement how nodes lie to each other; null: as the provider likes
 * @param reservation the capacity that nodes are started in, and in no other; null for none
 */
public record GpuPool(
    Identity identity,
    @Nullable Subnets subnets,
    @Nullable Machine machine,
    @Nullable Count count,
    @Nullable Image image,
    Purchase purchase,
    Disk rootDisk,
    @Nullable Value bootScript,
    @Nullable InstanceRole role,
    List<SecurityRules> securedBy,
    Elasticity elasticity,
    boolean fabric,
    boolean localDisks,
    @Nullable Placement placement,
    @Nullable Reservation reservation)
    implements AnyPool {
  public GpuPool {
    securedBy = List.copyOf(securedBy);
  }

  @Override
  public List<Component> uses() {
    return new Uses()
        .in(subnets)
        .and(role)
        .and(securedBy)
        .and(rootDisk.key())
        .and(reservation)
        .list();
  }

  @Override
  public List<Value> values() {
    List<Value> values = new ArrayList<>(AnyPool.super.values());
    if (bootScript != null) {
      values.add(bootScript);
    }
    if (elasticity.scaling() != null) {
      for (ScalingPolicy policy : elasticity.scaling().policies()) {
        if (policy.at().metric() instanceof Metric.QueueDepth depth) {
          values.add(depth.queue());
        }
      }
    }
    return values;
  }

  @Override
  public String noun() {
    return "pool";
  }
}
