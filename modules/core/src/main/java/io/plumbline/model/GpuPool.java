package io.plumbline.model;

import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    List<SecurityRules> securedBy)
    implements Component {
  public GpuPool {
    securedBy = List.copyOf(securedBy);
  }

  @Override
  public List<Component> uses() {
    Set<Component> used = new LinkedHashSet<>();
    if (subnets != null) {
      used.add(subnets.network());
    }
    if (role != null) {
      used.add(role);
    }
    used.addAll(securedBy);
    if (rootDisk.key() != null) {
      used.add(rootDisk.key());
    }
    return List.copyOf(used);
  }

  @Override
  public List<Value> values() {
    List<Value> values = new ArrayList<>(Component.super.values());
    if (bootScript != null) {
      values.add(bootScript);
    }
    return values;
  }

  @Override
  public String noun() {
    return "pool";
  }
}
