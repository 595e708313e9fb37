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
 * @param nat how private subnets reach the internet
 * @param endpoints services that it reaches without the internet, as they were listed
 * @param flowLogs where its traffic is recorded; null if it is not
 */
public record Network(
    Identity identity,
    @Nullable Cidr cidr,
    List<String> zones,
    List<Subnet> subnets,
    NatGateways nat,
    List<Endpoint> endpoints,
    @Nullable FlowLogs flowLogs)
    implements AnyNetwork {
  public Network {
    zones = List.copyOf(zones);
    subnets = List.copyOf(subnets);
    endpoints = List.copyOf(endpoints);
  }

  /** Its subnets of one tier. */
  public List<Subnet> subnets(Tier tier) {
    return subnets.stream().filter(s -> s.tier() == tier).toList();
  }

  @Override
  public List<Component> uses() {
    return flowLogs == null ? List.of() : List.of(flowLogs.bucket());
  }

  @Override
  public String noun() {
    return "network";
  }
}
