package io.plumbline.e2e.drift;

import static io.plumbline.e2e.drift.Change.drift;
import static io.plumbline.e2e.drift.Change.noDrift;

import io.plumbline.graph.IdentityTags;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Tag;

/** What is done to the network, and beside it. */
final class NetworkChanges {
  private static final String ANYWHERE = "0.0.0.0/0";
  private static final String PUBLIC_ROUTES = "net/public-routes";

  private NetworkChanges() {}

  static List<Change> all() {
    return List.of(
        drift(
            "a network's identity tag is removed",
            "changed net tags/plumbline:id <- net",
            fleet -> untag(fleet, fleet.vpc(), IdentityTags.ID)),
        drift(
            "a network is renamed",
            "changed net tags/Name <- net",
            fleet -> retag(fleet, fleet.vpc(), "Name", "old-network")),
        drift(
            "a tag of somebody else's is put on a network",
            "changed net tags/owner <- net",
            fleet -> {
              String vpc = fleet.vpc();
              tag(fleet, vpc, "owner", "finance");
              return () -> fleet.ec2().deleteTags(r -> r.resources(vpc).tags(t -> t.key("owner")));
            }),
        drift(
            "names of machines are switched off",
            "changed net enableDnsHostnames <- net",
            fleet -> {
              String vpc = fleet.vpc();
              dnsHostnames(fleet, vpc, false);
              return () -> dnsHostnames(fleet, vpc, true);
            }),
        drift(
            "nodes in a private subnet get public addresses",
            "changed net/private-us-east-1a mapPublicIpOnLaunch <- net",
            fleet -> {
              String subnet = fleet.subnet(Fleet.PRIVATE_A);
              publicAddresses(fleet, subnet, true);
              return () -> publicAddresses(fleet, subnet, false);
            }),
        drift("a route is added", "unmanaged route <- net", NetworkChanges::addRoute),
        drift(
            "a way to the internet is added to the network's main routes",
            "unmanaged route <- net",
            fleet -> {
              String table = fleet.mainTable();
              String anywhere = "0.0.0.0/0";
              fleet
                  .ec2()
                  .createRoute(
                      r ->
                          r.routeTableId(table)
                              .destinationCidrBlock(anywhere)
                              .gatewayId(fleet.gateway()));
              return () ->
                  fleet
                      .ec2()
                      .deleteRoute(r -> r.routeTableId(table).destinationCidrBlock(anywhere));
            }),
        drift("a route is deleted", "missing net/public-default <- net", NetworkChanges::cutOff),
        drift(
            "a route leads elsewhere",
            "changed net/public-default gatewayId <- net",
            NetworkChanges::lead),
        drift(
            "a private subnet takes the public routes",
            "changed net/private-us-east-1a-association routeTableId <- net",
            NetworkChanges::reassociate),
        drift(
            "a private subnet loses its routes",
            "missing net/private-us-east-1a-association <- net",
            NetworkChanges::dissociate),
        drift(
            "a subnet is added",
            "unmanaged subnet <- net",
            fleet -> {
              String subnet = subnet(fleet);
              return () -> fleet.ec2().deleteSubnet(r -> r.subnetId(subnet));
            }),
        drift(
            "a route table is added",
            "unmanaged route-table <- net",
            fleet -> {
              String table =
                  fleet
                      .ec2()
                      .createRouteTable(r -> r.vpcId(fleet.vpc()))
                      .routeTable()
                      .routeTableId();
              return () -> fleet.ec2().deleteRouteTable(r -> r.routeTableId(table));
            }),
        drift(
            "our tags are copied to another network",
            "duplicate net <- net",
            fleet -> secondVpc(fleet, "net")),
        drift(
            "our tags are copied to another subnet",
            "duplicate net/private-us-east-1a <- net",
            NetworkChanges::secondSubnet),
        drift(
            "the tags of a group are copied to a network",
            "unmanaged vpc <- trainers",
            fleet -> secondVpc(fleet, "trainers/group")),
        noDrift("somebody else's network appears", fleet -> secondVpc(fleet, "")));
  }

  static void tag(Fleet fleet, String resource, String key, String value) {
    fleet.ec2().createTags(r -> r.resources(resource).tags(t -> t.key(key).value(value)));
  }

  static Runnable untag(Fleet fleet, String resource, String key) {
    String before = value(fleet, resource, key);
    fleet.ec2().deleteTags(r -> r.resources(resource).tags(t -> t.key(key)));
    return () -> tag(fleet, resource, key, before);
  }

  static Runnable retag(Fleet fleet, String resource, String key, String value) {
    String before = value(fleet, resource, key);
    tag(fleet, resource, key, value);
    return () -> tag(fleet, resource, key, before);
  }

  private static String value(Fleet fleet, String resource, String key) {
    return fleet
        .ec2()
        .describeTags(r -> r.filters(f -> f.name("resource-id").values(resource)))
        .tags()
        .stream()
        .filter(tag -> tag.key().equals(key))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static void dnsHostnames(Fleet fleet, String vpc, boolean on) {
    fleet.ec2().modifyVpcAttribute(r -> r.vpcId(vpc).enableDnsHostnames(v -> v.value(on)));
  }

  private static void publicAddresses(Fleet fleet, String subnet, boolean on) {
    fleet
        .ec2()
        .modifySubnetAttribute(r -> r.subnetId(subnet).mapPublicIpOnLaunch(v -> v.value(on)));
  }

  private static Runnable addRoute(Fleet fleet) {
    String table = fleet.routeTable(Fleet.PRIVATE_A + "-routes");
    String gateway = fleet.gateway();
    fleet
        .ec2()
        .createRoute(
            r -> r.routeTableId(table).destinationCidrBlock("192.0.2.0/24").gatewayId(gateway));
    return () ->
        fleet.ec2().deleteRoute(r -> r.routeTableId(table).destinationCidrBlock("192.0.2.0/24"));
  }

  private static Runnable cutOff(Fleet fleet) {
    String table = fleet.routeTable(PUBLIC_ROUTES);
    String gateway = fleet.gateway();
    fleet.ec2().deleteRoute(r -> r.routeTableId(table).destinationCidrBlock(ANYWHERE));
    return () ->
        fleet
            .ec2()
            .createRoute(
                r -> r.routeTableId(table).destinationCidrBlock(ANYWHERE).gatewayId(gateway));
  }

  private static Runnable lead(Fleet fleet) {
    String table = fleet.routeTable(PUBLIC_ROUTES);
    String gateway = fleet.gateway();
    String other = fleet.ec2().createInternetGateway().internetGateway().internetGatewayId();
    fleet
        .ec2()
        .replaceRoute(r -> r.routeTableId(table).destinationCidrBlock(ANYWHERE).gatewayId(other));
    return () -> {
      fleet
          .ec2()
          .replaceRoute(
              r -> r.routeTableId(table).destinationCidrBlock(ANYWHERE).gatewayId(gateway));
      fleet.ec2().deleteInternetGateway(r -> r.internetGatewayId(other));
    };
  }

  private static Runnable reassociate(Fleet fleet) {
    String subnet = fleet.subnet(Fleet.PRIVATE_A);
    String before = fleet.association(subnet).routeTableId();
    associate(fleet, subnet, fleet.routeTable(PUBLIC_ROUTES));
    return () -> associate(fleet, subnet, before);
  }

  private static void associate(Fleet fleet, String subnet, String table) {
    String association = fleet.association(subnet).routeTableAssociationId();
    fleet.ec2().replaceRouteTableAssociation(r -> r.associationId(association).routeTableId(table));
  }

  private static Runnable dissociate(Fleet fleet) {
    String subnet = fleet.subnet(Fleet.PRIVATE_A);
    var before = fleet.association(subnet);
    fleet.ec2().disassociateRouteTable(r -> r.associationId(before.routeTableAssociationId()));
    return () ->
        fleet
            .ec2()
            .associateRouteTable(r -> r.subnetId(subnet).routeTableId(before.routeTableId()));
  }

  private static String subnet(Fleet fleet) {
    return fleet
        .ec2()
        .createSubnet(r -> r.vpcId(fleet.vpc()).cidrBlock("10.20.250.0/24"))
        .subnet()
        .subnetId();
  }

  private static Runnable secondVpc(Fleet fleet, String address) {
    String vpc = fleet.ec2().createVpc(r -> r.cidrBlock("10.99.0.0/16")).vpc().vpcId();
    if (!address.isEmpty()) {
      tagAs(fleet, vpc, address);
    }
    return () -> fleet.ec2().deleteVpc(r -> r.vpcId(vpc));
  }

  private static Runnable secondSubnet(Fleet fleet) {
    String subnet = subnet(fleet);
    tagAs(fleet, subnet, Fleet.PRIVATE_A);
    return () -> fleet.ec2().deleteSubnet(r -> r.subnetId(subnet));
  }

  private static void tagAs(Fleet fleet, String resource, String address) {
    List<Tag> tags =
        List.of(
            tag(IdentityTags.ID, address),
            tag(IdentityTags.STACK, "llm-training"),
            tag(IdentityTags.ENVIRONMENT, "sandbox"));
    fleet.ec2().createTags(r -> r.resources(resource).tags(tags));
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}
