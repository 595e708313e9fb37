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
 * route to the internet, and one for each private subnet, so that each zone can have its own way
 * out later. Private subnets have no way out yet.
 */
final class NetworkParts {
  private static final String GATEWAY = "internet-gateway";
  private static final String PUBLIC_ROUTES = "public-routes";

  private final Network network;
  private final Parts parts;

  NetworkParts(Network network, Parts parts) {
    this.network = network;
    this.parts = parts;
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
      made.add(association(part, subnet.tier() == Tier.PUBLIC ? PUBLIC_ROUTES : part + "-routes"));
    }
    return made;
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
        "public-default",
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
        subnet + "-association",
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
