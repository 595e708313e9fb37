package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Dialect.TERRAFORM;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The nodes that a cluster's own parts run on: Azure makes no cluster without. It answers them in
 * one list with all other pools of the cluster, which are kinds of their own.
 */
final class SystemPool {
  private static final String MODE = "mode";
  private static final String PROFILES = "agentPoolProfiles";

  /** What Azure wants said of such a pool, and azurerm says by itself. */
  private static final Value.Obj ALWAYS =
      Value.object(
          MODE,
          Value.text("System"),
          "osType",
          Value.text("Linux"),
          "type",
          Value.text("VirtualMachineScaleSets"));

  /** Whether pods of the fleet stay away ↔ the taint that keeps them away. */
  private static final Codec KEPT_FREE =
      new Codec(
          free ->
              free.equals(Value.flag(true))
                  ? Value.texts(List.of("CriticalAddonsOnly=true:NoSchedule"))
                  : Value.list(),
          taints ->
              taints instanceof Value.Sequence said
                  ? Value.flag(said.items().stream().anyMatch(SystemPool::keepsAway))
                  : taints);

  private static final Codec PROFILE = new Codec(SystemPool::profile, SystemPool::pool);

  private static final Shape NODES =
      record(
          Stream.concat(Stream.of(name(), keptFree()), Stream.of(AgentPool.nodes()))
              .toArray(Attribute[]::new));

  private SystemPool() {}

  static Attribute attribute() {
    return one("systemPool", NODES).in(ARM, PROFILES, PROFILE).in(TERRAFORM, "default_node_pool");
  }

  private static Attribute keptFree() {
    return flag("criticalAddonsOnly")
        .in(ARM, "nodeTaints", KEPT_FREE)
        .in(TERRAFORM, "only_critical_addons_enabled");
  }

  private static boolean keepsAway(Value taint) {
    return taint instanceof Value.Text text && text.value().startsWith("CriticalAddonsOnly=");
  }

  private static Value profile(Value pool) {
    if (!(pool instanceof Value.Obj said)) {
      return pool;
    }
    Map<String, Value> all = new LinkedHashMap<>(said.members());
    all.putAll(ALWAYS.members());
    return Value.list(new Value.Obj(all));
  }

  /** The one that the cluster runs on, of all its pools; the first, if somebody added more. */
  private static Value pool(Value profiles) {
    if (!(profiles instanceof Value.Sequence pools)) {
      return profiles;
    }
    return pools.items().stream()
        .filter(
            each -> each instanceof Value.Obj pool && pool.get(MODE).equals(Value.text("System")))
        .findFirst()
        .map(SystemPool::withoutConstants)
        .orElse(Value.NULL);
  }

  private static Value withoutConstants(Value pool) {
    Map<String, Value> said = new LinkedHashMap<>(((Value.Obj) pool).members());
    said.keySet().removeAll(ALWAYS.members().keySet());
    return new Value.Obj(said);
  }
}
