package io.plumbline.model;

import io.plumbline.unit.Cidr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A private network of ours, with subnets in each of its zones.
 *
 * @param cidr its block; null where what was written is no block, which is reported
 * @param zones in the order in which subnets were placed; appending one moves no subnet
 * @param subnets by tier, then in the order of zones
 */
public record Network(
    Identity identity, @Nullable Cidr cidr, List<String> zones, List<Subnet> subnets)
    implements AnyNetwork {
  public Network {
    zones = List.copyOf(zones);
    subnets = List.copyOf(subnets);
  }

  /** Its subnets of one tier. */
  public List<Subnet> subnets(Tier tier) {
    return subnets.stream().filter(s -> s.tier() == tier).toList();
  }

  @Override
  public List<Component> uses() {
    return List.of();
  }

  @Override
  public String noun() {
    return "network";
  }
}
