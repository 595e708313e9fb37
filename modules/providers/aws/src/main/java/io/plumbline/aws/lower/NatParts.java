package io.plumbline.aws.lower;

import io.plumbline.aws.kinds.ElasticIp;
import io.plumbline.aws.kinds.NatGateway;
import io.plumbline.aws.kinds.Route;
import io.plumbline.graph.Resource;
import io.plumbline.model.Network;
import io.plumbline.model.Subnet;
import io.plumbline.model.Tier;
import io.plumbline.unit.Cidr;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * NAT gateways, each with an address of its own in a public subnet, and the routes of private
 * subnets to them. A gateway is called after its zone, so that one gateway becomes one of several
 * where a design asks for more.
 */
final class NatParts {
  private final Network network;
  private final Parts parts;

  NatParts(Network network, Parts parts) {
    this.network = network;
    this.parts = parts;
  }

  /** Parts of the routes out of private subnets. */
  static List<String> routes(Network network) {
    return zones(network).isEmpty()
        ? List.of()
        : network.subnets(Tier.PRIVATE).stream().map(subnet -> route(subnet.zone())).toList();
  }

  /** The zones that have a gateway. */
  private static List<String> zones(Network network) {
    List<String> zones = network.subnets(Tier.PUBLIC).stream().map(Subnet::zone).toList();
    return switch (network.nat()) {
      case NONE -> List.of();
      case ONE -> zones.subList(0, Math.min(1, zones.size()));
      case PER_ZONE -> zones;
    };
  }

  private static String gateway(String zone) {
    return "nat-" + zone;
  }

  private static String route(String zone) {
    return NetworkParts.part(Tier.PRIVATE, zone) + "-default";
  }

  List<Resource> resources() {
    List<Resource> made = new ArrayList<>();
    List<String> zones = zones(network);
    for (String zone : zones) {
      made.add(address(gateway(zone) + "-address"));
      made.add(gateway(zone, gateway(zone) + "-address"));
    }
    if (!zones.isEmpty()) {
      for (Subnet subnet : network.subnets(Tier.PRIVATE)) {
        String zone = zones.contains(subnet.zone()) ? subnet.zone() : zones.get(0);
        made.add(route(subnet, zone));
      }
    }
    return made;
  }

  private Resource address(String part) {
    return parts.make(
        part, ElasticIp.KIND, Value.object("domain", Value.text("vpc"), "tags", parts.tags(part)));
  }

  /** It must not be made before its subnet leads to the internet: it would fail. */
  private Resource gateway(String zone, String address) {
    String part = gateway(zone);
    String subnet = NetworkParts.part(Tier.PUBLIC, zone);
    return parts
        .make(
            part,
            NatGateway.KIND,
            Value.object(
                "subnetId", parts.id(subnet),
                "connectivityType", Value.text("public"),
                "allocationId", parts.id(address),
                "tags", parts.tags(part)))
        .withAfter(List.of(parts.address(NetworkParts.PUBLIC_DEFAULT)));
  }

  private Resource route(Subnet subnet, String zone) {
    return parts.make(
        route(subnet.zone()),
        Route.KIND,
        Value.object(
            "routeTableId", parts.id(NetworkParts.part(Tier.PRIVATE, subnet.zone()) + "-routes"),
            "destinationCidrBlock", Value.text(Cidr.ANYWHERE.toString()),
            "natGatewayId", parts.id(gateway(zone))));
  }
}
