package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.azure.kinds.NatGateway;
import io.plumbline.azure.kinds.PublicIp;
import io.plumbline.azure.kinds.VirtualNetwork;
import io.plumbline.graph.Resource;
import io.plumbline.model.ExistingNetwork;
import io.plumbline.model.NatGateways;
import io.plumbline.model.Network;
import io.plumbline.model.Subnets;
import io.plumbline.model.Tier;
import io.plumbline.unit.Cidr;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A network: a virtual network, and a subnet for each tier, with the blocks of all zones: subnets
 * of Azure span zones, and a scale set stands in one. Where rules hold in it, a group of rules,
 * which pools carry.
 */
final class NetworkParts {
  private static final String NAT = "nat";
  private static final String NAT_ADDRESS = "nat-address";

  private final Network network;
  private final Parts parts;

  NetworkParts(Network network, Parts parts) {
    this.network = network;
    this.parts = parts;
  }

  /** The id of the one subnet of a tier. */
  static Value subnet(Subnets subnets) {
    String part =
        switch (subnets.network()) {
          case Network ours -> subnets.tier().word();
          case ExistingNetwork existing -> subnets.tier().word() + "-1";
        };
    return Value.ref(Parts.address(subnets.network(), part), "id");
  }

  /** Addresses of what must be there before a node in a tier reaches anything. */
  static List<String> waysOut(Network network, Tier tier) {
    boolean byNat = tier == Tier.PRIVATE && network.nat() != NatGateways.NONE;
    return (byNat ? List.of(NAT, tier.word()) : List.of(tier.word()))
        .stream().map(part -> Parts.address(network, part)).toList();
  }

  List<Resource> resources() {
    List<Resource> made = new ArrayList<>();
    Cidr block = requireNonNull(network.cidr(), "validated");
    made.add(
        parts.make(
            "",
            VirtualNetwork.KIND,
            Names.NETWORK,
            Value.object("addressSpace", Value.texts(List.of(block.toString())))));
    if (network.nat() != NatGateways.NONE) {
      made.addAll(nat());
    }
    for (Tier tier : Tier.values()) {
      if (!network.subnets(tier).isEmpty()) {
        made.add(subnet(tier));
      }
    }
    return made;
  }

  /** One in a zone, or one that outlives any zone. */
  private List<Resource> nat() {
    boolean one = network.nat() == NatGateways.ONE;
    Value sku = Value.text(one ? "Standard" : "StandardV2");
    Value zones = one ? Value.texts(network.zones().subList(0, 1)) : Value.NULL;
    return List.of(
        parts.make(
            NAT_ADDRESS,
            PublicIp.KIND,
            Names.USUAL,
            Value.object(
                "zones", zones,
                "sku", sku,
                "tier", Value.text("Regional"),
                "publicIPAllocationMethod", Value.text("Static"),
                "publicIPAddressVersion", Value.text("IPv4"),
                "idleTimeoutInMinutes", Value.whole(4))),
        parts.make(
            NAT,
            NatGateway.KIND,
            Names.USUAL,
            Value.object(
                "zones",
                zones,
                "sku",
                sku,
                "idleTimeoutInMinutes",
                Value.whole(4),
                "publicIp",
                parts.id(NAT_ADDRESS))));
  }

  private Resource subnet(Tier tier) {
    boolean hasNat = tier == Tier.PRIVATE && network.nat() != NatGateways.NONE;
    List<String> services = ServiceEndpoints.of(network);
    return parts.child(
        tier.word(),
        io.plumbline.azure.kinds.Subnet.KIND,
        tier.word(),
        Value.object(
            "virtualNetwork",
            parts.id(""),
            "addressPrefixes",
            Value.texts(
                network.subnets(tier).stream().map(each -> each.cidr().toString()).toList()),
            "natGateway",
            hasNat ? parts.id(NAT) : Value.NULL,
            "serviceEndpoints",
            services.isEmpty() ? Value.NULL : Value.texts(services),
            "defaultOutboundAccess",
            Value.flag(false),
            "privateEndpointNetworkPolicies",
            Value.text("Disabled")));
  }
}
