package io.plumbline.aws.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.aws.kinds.InternetGateway;
import io.plumbline.aws.kinds.Route;
import io.plumbline.aws.kinds.RouteTable;
import io.plumbline.aws.kinds.RouteTableAssociation;
import io.plumbline.aws.kinds.Vpc;
import io.plumbline.graph.Resource;
import io.plumbline.model.Network;
import io.plumbline.model.Subnet;
import io.plumbline.model.Tier;
import io.plumbline.unit.Cidr;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A network: a VPC, a subnet for each tier and zone, one route table for the public subnets with a
 * route to the internet, and one for each private subnet, so that each zone has its own way out.
 */
final class NetworkParts {
  private static final String GATEWAY = "internet-gateway";
  private static final String PUBLIC_ROUTES = "public-routes";
  private static final String ASSOCIATION = "-association";

  /** The route of public subnets to the internet. */
  static final String PUBLIC_DEFAULT = "public-default";

  private final Network network;
  private final Parts parts;
  private final String region;

  NetworkParts(Network network, Parts parts, String region) {
    this.network = network;
    this.parts = parts;
    this.region = region;
  }

  /** What a subnet is called within its network: the same whatever other zones there are. */
  static String part(Tier tier, String zone) {
    return tier.word() + "-" + zone;
  }

  List<Resource> resources() {
    List<Resource> made = new ArrayList<>();
    made.add(vpc());
    if (!network.subnets(Tier.PUBLIC).isEmpty()) {
      made.add(gateway());
      made.add(table(PUBLIC_ROUTES));
      made.add(wayOut());
    }
    for (Subnet subnet : network.subnets()) {
      String part = part(subnet.tier(), subnet.zone());
      made.add(subnet(subnet, part));
      if (subnet.tier() == Tier.PRIVATE) {
        made.add(table(part + "-routes"));
      }
      made.add(association(part, table(subnet)));
    }
    made.addAll(new NatParts(network, parts).resources());
    made.addAll(new EndpointParts(network, parts, region).resources());
    made.addAll(FlowLogPart.resources(network, parts));
    return made;
  }

  /** The table that a subnet goes by. */
  private static String table(Subnet subnet) {
    return subnet.tier() == Tier.PUBLIC
        ? PUBLIC_ROUTES
        : part(subnet.tier(), subnet.zone()) + "-routes";
  }

  /** The tables of all subnets. */
  static List<String> tables(Network network) {
    return network.subnets().stream().map(NetworkParts::table).distinct().toList();
  }

  /** Addresses of what must be there before a node in a subnet of this tier reaches anything. */
  static List<String> waysOut(Network network, Tier tier) {
    List<String> ways = new ArrayList<>();
    if (tier == Tier.PUBLIC) {
      ways.add(PUBLIC_DEFAULT);
    } else {
      ways.addAll(NatParts.routes(network));
    }
    ways.addAll(EndpointParts.all(network));
    if (!ways.isEmpty()) {
      network.subnets(tier).forEach(subnet -> ways.add(part(tier, subnet.zone()) + ASSOCIATION));
    }
    return ways.stream().map(way -> Parts.address(network, way)).toList();
  }

  private Resource vpc() {
    Cidr block = requireNonNull(network.cidr(), "validated");
    return parts.make(
        "",
        Vpc.KIND,
        Value.object(
            "cidrBlock", Value.text(block.toString()),
            "instanceTenancy", Value.text("default"),
            "enableDnsSupport", Value.flag(true),
            "enableDnsHostnames", Value.flag(true),
            "tags", parts.tags("")));
  }

  private Resource gateway() {
    return parts.make(
        GATEWAY, InternetGateway.KIND, Value.object("vpcId", vpcId(), "tags", parts.tags(GATEWAY)));
  }

  private Resource table(String part) {
    return parts.make(
        part, RouteTable.KIND, Value.object("vpcId", vpcId(), "tags", parts.tags(part)));
  }

  private Resource wayOut() {
    return parts.make(
        PUBLIC_DEFAULT,
        Route.KIND,
        Value.object(
            "routeTableId", idOf(PUBLIC_ROUTES),
            "destinationCidrBlock", Value.text(Cidr.ANYWHERE.toString()),
            "gatewayId", idOf(GATEWAY)));
  }

  private Resource subnet(Subnet subnet, String part) {
    return parts.make(
        part,
        io.plumbline.aws.kinds.Subnet.KIND,
        Value.object(
            "vpcId", vpcId(),
            "cidrBlock", Value.text(subnet.cidr().toString()),
            "availabilityZone", Value.text(subnet.zone()),
            "mapPublicIpOnLaunch", Value.flag(subnet.tier() == Tier.PUBLIC),
            "tags", parts.tags(part)));
  }

  private Resource association(String subnet, String table) {
    return parts.make(
        subnet + ASSOCIATION,
        RouteTableAssociation.KIND,
        Value.object("routeTableId", idOf(table), "subnetId", idOf(subnet)));
  }

  private Value vpcId() {
    return idOf("");
  }

  private Value idOf(String part) {
    return Value.ref(parts.address(part), "id");
  }
}
