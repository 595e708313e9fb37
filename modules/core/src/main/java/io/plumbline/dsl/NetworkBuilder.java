package io.plumbline.dsl;

import io.plumbline.model.Bucket;
import io.plumbline.model.Endpoint;
import io.plumbline.model.FlowLogs;
import io.plumbline.model.NatGateways;
import io.plumbline.model.Network;
import io.plumbline.model.Subnet;
import io.plumbline.model.Tier;
import io.plumbline.unit.Cidr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a network of ours. Needed: {@link #cidr}, {@link #zones}, and subnets of at least one
 * tier.
 */
public final class NetworkBuilder extends ComponentBuilder<Network, NetworkBuilder> {
  private @Nullable Cidr cidr;
  private boolean cidrGiven;
  private List<String> zones = List.of();
  private SubnetPlan publicPlan = SubnetPlan.NONE;
  private SubnetPlan privatePlan = SubnetPlan.NONE;
  private NatGateways nat = NatGateways.NONE;
  private final List<Endpoint> endpoints = new ArrayList<>();
  private @Nullable Bucket flowLogBucket;
  private @Nullable String flowLogPrefix;

  NetworkBuilder(Order order) {
    super("network", order);
  }

  /** Its block of addresses: {@code "10.20.0.0/16"}. */
  public NetworkBuilder cidr(String block) {
    cidrGiven = true;
    cidr = readCidr(block);
    return this;
  }

  /** Its block of addresses. */
  public NetworkBuilder cidr(Cidr block) {
    cidrGiven = true;
    cidr = block;
    return this;
  }

  /**
   * The zones that it has subnets in. Append new ones at the end: subnets are placed in this order.
   */
  public NetworkBuilder zones(String... names) {
    zones = List.of(names);
    return this;
  }

  /** The zones that it has subnets in. */
  public NetworkBuilder zones(List<String> names) {
    zones = List.copyOf(names);
    return this;
  }

  /**
   * One public subnet in each zone, all with a prefix of this length: {@code 24} for 256 addresses.
   * They are cut from the end of the network's block downwards, so that neither another zone nor
   * another size of private subnets moves them.
   */
  public NetworkBuilder publicSubnets(int prefix) {
    publicPlan = new SubnetPlan.Cut(prefix);
    return this;
  }

  /** One public subnet in each zone, with these blocks in the order of the zones. */
  public NetworkBuilder publicSubnets(String... blocks) {
    publicPlan = new SubnetPlan.Listed(readCidrs(blocks), blocks.length);
    return this;
  }

  /**
   * One private subnet in each zone, all with a prefix of this length: {@code 20} for 4096
   * addresses. They are cut from the start of the network's block upwards. They have a way out by
   * {@link #natGatewayPerZone} or {@link #oneNatGateway}, and to services by {@link #endpoints};
   * without any, what nodes need comes in the image.
   */
  public NetworkBuilder privateSubnets(int prefix) {
    privatePlan = new SubnetPlan.Cut(prefix);
    return this;
  }

  /** One private subnet in each zone, with these blocks in the order of the zones. */
  public NetworkBuilder privateSubnets(String... blocks) {
    privatePlan = new SubnetPlan.Listed(readCidrs(blocks), blocks.length);
    return this;
  }

  /**
   * A NAT gateway in each zone, by which its private subnet reaches the internet. Needs public
   * subnets; each gateway has an address that stays the same.
   */
  public NetworkBuilder natGatewayPerZone() {
    nat = NatGateways.PER_ZONE;
    return this;
  }

  /**
   * One NAT gateway, in the first zone, by which all private subnets reach the internet. Cheaper
   * than one in each zone; if that zone fails, none of them has a way out, and traffic from others
   * is paid for on its way there. Needs public subnets.
   */
  public NetworkBuilder oneNatGateway() {
    nat = NatGateways.ONE;
    return this;
  }

  /**
   * Services of the provider that all subnets reach without the internet: {@code
   * endpoints(OBJECT_STORE, CONTAINER_REGISTRY)}. May be called several times.
   */
  public NetworkBuilder endpoints(Endpoint... services) {
    endpoints.addAll(List.of(services));
    return this;
  }

  /**
   * Records in this bucket who talked to whom, accepted or refused, below {@code flow-logs/} and
   * the network's id.
   */
  public NetworkBuilder flowLogs(Bucket bucket) {
    flowLogBucket = bucket;
    flowLogPrefix = null;
    return this;
  }

  /** The same, below this prefix: {@code "audit/network"}. */
  public NetworkBuilder flowLogs(Bucket bucket, String prefix) {
    flowLogBucket = bucket;
    flowLogPrefix = prefix;
    return this;
  }

  @Override
  NetworkBuilder self() {
    return this;
  }

  @Override
  Network build() {
    if (!cidrGiven) {
      report(
          Incomplete.RULE, "it has no block of addresses; say cidr(\"10.20.0.0/16\") or another");
    }
    List<Subnet> subnets = new ArrayList<>(place(Tier.PUBLIC, publicPlan));
    subnets.addAll(place(Tier.PRIVATE, privatePlan));
    return new Network(identity(), cidr, zones, subnets, nat, endpoints, flowLogs());
  }

  /** By default under the id that it had first: records stay together when it is renamed. */
  private @Nullable FlowLogs flowLogs() {
    if (flowLogBucket == null) {
      return null;
    }
    String first = identity().formerly() == null ? identity().id() : identity().formerly();
    return new FlowLogs(
        flowLogBucket, flowLogPrefix == null ? "flow-logs/" + first : flowLogPrefix);
  }

  private List<Subnet> place(Tier tier, SubnetPlan plan) {
    Cidr block = cidr;
    if (block == null) {
      return List.of();
    }
    String problem = plan.problem(block, zones.size());
    if (problem != null) {
      report(SubnetsDoNotFit.RULE, tier.word() + " subnets: " + problem);
      return List.of();
    }
    return plan.place(tier, block, zones);
  }
}
