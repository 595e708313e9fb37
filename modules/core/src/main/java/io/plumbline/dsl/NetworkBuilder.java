package io.plumbline.dsl;

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
   * addresses. They are cut from the start of the network's block upwards. They have no way out to
   * the internet yet: what nodes need from there comes in the image.
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
    return new Network(identity(), cidr, zones, subnets);
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
