package io.plumbline.model;

import java.util.List;

/**
 * What replaces nodes that the provider takes back, or whose hardware it reports failing, before
 * they are missed.
 *
 * @param pools the pools whose nodes are looked after
 * @param replacesOnRebalance whether a node is given up already when the provider says that it may
 *     soon be taken back
 */
public record InterruptionHandling(
    Identity identity, List<GpuPool> pools, boolean replacesOnRebalance) implements Component {
  public InterruptionHandling {
    pools = List.copyOf(pools);
  }

  @Override
  public List<Component> uses() {
    return pools.stream().distinct().map(Component.class::cast).toList();
  }

  @Override
  public String noun() {
    return "interruption handling";
  }
}
