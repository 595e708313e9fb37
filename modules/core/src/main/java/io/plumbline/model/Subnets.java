package io.plumbline.model;

import java.util.List;

/**
 * Subnets of one tier of a network; what a pool is placed in.
 *
 * @param zones the only zones that are meant; empty for all that there are
 */
public record Subnets(AnyNetwork network, Tier tier, List<String> zones) {
  public Subnets {
    zones = List.copyOf(zones);
  }

  /** All of one tier. */
  public Subnets(AnyNetwork network, Tier tier) {
    this(network, tier, List.of());
  }

  /** Those in these zones alone: {@code net.privateSubnets().inZones("us-east-1a")}. */
  public Subnets inZones(String... names) {
    return new Subnets(network, tier, List.of(names));
  }

  /** Those in these zones alone. */
  public Subnets inZones(List<String> names) {
    return new Subnets(network, tier, names);
  }

  /** Those of a network of ours, in its order. */
  public List<Subnet> of(Network ours) {
    return ours.subnets(tier).stream()
        .filter(subnet -> zones.isEmpty() || zones.contains(subnet.zone()))
        .toList();
  }
}
