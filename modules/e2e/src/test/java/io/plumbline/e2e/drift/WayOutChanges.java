package io.plumbline.e2e.drift;

import static io.plumbline.e2e.drift.Change.drift;
import static io.plumbline.e2e.drift.Change.noDrift;

import io.plumbline.graph.IdentityTags;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.ConnectivityType;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.FlowLogsResourceType;
import software.amazon.awssdk.services.ec2.model.GatewayType;
import software.amazon.awssdk.services.ec2.model.LogDestinationType;
import software.amazon.awssdk.services.ec2.model.TrafficType;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/** What is done to the ways into a network and out of it. */
final class WayOutChanges {
  private static final String ANYWHERE = "0.0.0.0/0";
  private static final String PUBLIC_A = "net/public-us-east-1a";
  private static final String STORE = "net/endpoint-s3";
  private static final String LOCKED = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";

  private WayOutChanges() {}

  static List<Change> all() {
    return List.of(
        new Change(
            "nodes go out without the NAT gateway",
            List.of(
                "changed net/private-us-east-1a-default gatewayId <- net",
                "changed net/private-us-east-1a-default natGatewayId <- net"),
            WayOutChanges::bypass),
        drift(
            "a tag of the NAT gateway's address is removed",
            "changed net/nat-us-east-1a-address tags/plumbline:stack <- net",
            fleet -> NetworkChanges.untag(fleet, address(fleet), IdentityTags.STACK)),
        drift(
            "another NAT gateway is added",
            "unmanaged nat-gateway <- net",
            WayOutChanges::addNatGateway),
        drift(
            "a table loses its way to the object store",
            "changed net/endpoint-s3 routeTableIds <- net",
            WayOutChanges::cutStoreOff),
        drift(
            "an endpoint lets nobody through",
            "changed net/endpoint-s3 policyDocument <- net",
            fleet -> {
              String endpoint = endpoint(fleet);
              fleet.ec2().modifyVpcEndpoint(r -> r.vpcEndpointId(endpoint).policyDocument(LOCKED));
              return () ->
                  fleet.ec2().modifyVpcEndpoint(r -> r.vpcEndpointId(endpoint).resetPolicy(true));
            }),
        drift(
            "a gateway endpoint is added, which adds routes",
            "unmanaged vpc-endpoint <- net",
            fleet -> {
              String table = fleet.routeTable(Fleet.PRIVATE_A + "-routes");
              return add(
                  fleet,
                  fleet
                      .ec2()
                      .createVpcEndpoint(
                          r ->
                              r.vpcId(fleet.vpc())
                                  .serviceName("com.amazonaws.us-east-1.dynamodb")
                                  .routeTableIds(table))
                      .vpcEndpoint()
                      .vpcEndpointId());
            }),
        drift(
            "an interface endpoint is added",
            "unmanaged vpc-endpoint <- net",
            fleet -> {
              String subnet = fleet.subnet(Fleet.PRIVATE_A);
              return add(
                  fleet,
                  fleet
                      .ec2()
                      .createVpcEndpoint(
                          r ->
                              r.vpcId(fleet.vpc())
                                  .vpcEndpointType(VpcEndpointType.INTERFACE)
                                  .serviceName("com.amazonaws.us-east-1.logs")
                                  .subnetIds(subnet))
                      .vpcEndpoint()
                      .vpcEndpointId());
            }),
        drift(
            "somebody records the network's traffic",
            "unmanaged flow-log <- net",
            fleet -> record(fleet, fleet.vpc(), FlowLogsResourceType.VPC)),
        drift(
            "somebody records a subnet's traffic",
            "unmanaged flow-log <- net",
            fleet -> record(fleet, fleet.subnet(Fleet.PRIVATE_A), FlowLogsResourceType.SUBNET)),
        drift(
            "a VPN gateway is attached",
            "unmanaged vpn-gateway <- net",
            WayOutChanges::attachVpnGateway),
        drift(
            "the network is attached to a transit gateway",
            "unmanaged transit-gateway-vpc-attachment <- net",
            WayOutChanges::attachToTransitGateway),
        noDrift(
            "somebody else takes an address",
            fleet -> {
              String allocation = fleet.ec2().allocateAddress().allocationId();
              return () -> fleet.ec2().releaseAddress(r -> r.allocationId(allocation));
            }));
  }

  private static Filter tagged(String address) {
    return Filter.builder().name("tag:" + IdentityTags.ID).values(address).build();
  }

  private static String address(Fleet fleet) {
    return fleet
        .ec2()
        .describeAddresses(r -> r.filters(tagged("net/nat-us-east-1a-address")))
        .addresses()
        .get(0)
        .allocationId();
  }

  private static String endpoint(Fleet fleet) {
    return fleet
        .ec2()
        .describeVpcEndpoints(r -> r.filters(tagged(STORE)))
        .vpcEndpoints()
        .get(0)
        .vpcEndpointId();
  }

  private static Runnable bypass(Fleet fleet) {
    String table = fleet.routeTable(Fleet.PRIVATE_A + "-routes");
    String gateway = fleet.gateway();
    String nat = fleet.ec2().describeNatGateways().natGateways().get(0).natGatewayId();
    fleet
        .ec2()
        .replaceRoute(r -> r.routeTableId(table).destinationCidrBlock(ANYWHERE).gatewayId(gateway));
    return () ->
        fleet
            .ec2()
            .replaceRoute(
                r -> r.routeTableId(table).destinationCidrBlock(ANYWHERE).natGatewayId(nat));
  }

  private static Runnable addNatGateway(Fleet fleet) {
    String subnet = fleet.subnet(PUBLIC_A);
    String gateway =
        fleet
            .ec2()
            .createNatGateway(r -> r.subnetId(subnet).connectivityType(ConnectivityType.PRIVATE))
            .natGateway()
            .natGatewayId();
    return () -> fleet.ec2().deleteNatGateway(r -> r.natGatewayId(gateway));
  }

  private static Runnable cutStoreOff(Fleet fleet) {
    String endpoint = endpoint(fleet);
    String table = fleet.routeTable(Fleet.PRIVATE_A + "-routes");
    fleet.ec2().modifyVpcEndpoint(r -> r.vpcEndpointId(endpoint).removeRouteTableIds(table));
    return () ->
        fleet.ec2().modifyVpcEndpoint(r -> r.vpcEndpointId(endpoint).addRouteTableIds(table));
  }

  private static Runnable add(Fleet fleet, String endpoint) {
    return () -> fleet.ec2().deleteVpcEndpoints(r -> r.vpcEndpointIds(endpoint));
  }

  private static Runnable record(Fleet fleet, String resource, FlowLogsResourceType type) {
    String log =
        fleet
            .ec2()
            .createFlowLogs(
                r ->
                    r.resourceIds(resource)
                        .resourceType(type)
                        .trafficType(TrafficType.ALL)
                        .logDestinationType(LogDestinationType.S3)
                        .logDestination("arn:aws:s3:::" + fleet.bucket() + "/by-hand/"))
            .flowLogIds()
            .get(0);
    return () -> fleet.ec2().deleteFlowLogs(r -> r.flowLogIds(log));
  }

  private static Runnable attachVpnGateway(Fleet fleet) {
    String vpc = fleet.vpc();
    String gateway =
        fleet.ec2().createVpnGateway(r -> r.type(GatewayType.IPSEC_1)).vpnGateway().vpnGatewayId();
    fleet.ec2().attachVpnGateway(r -> r.vpnGatewayId(gateway).vpcId(vpc));
    return () -> {
      fleet.ec2().detachVpnGateway(r -> r.vpnGatewayId(gateway).vpcId(vpc));
      fleet.ec2().deleteVpnGateway(r -> r.vpnGatewayId(gateway));
    };
  }

  private static Runnable attachToTransitGateway(Fleet fleet) {
    String hub =
        fleet
            .ec2()
            .createTransitGateway(r -> r.description("x"))
            .transitGateway()
            .transitGatewayId();
    String subnet = fleet.subnet(Fleet.PRIVATE_A);
    String attachment =
        fleet
            .ec2()
            .createTransitGatewayVpcAttachment(
                r -> r.transitGatewayId(hub).vpcId(fleet.vpc()).subnetIds(subnet))
            .transitGatewayVpcAttachment()
            .transitGatewayAttachmentId();
    return () -> {
      fleet.ec2().deleteTransitGatewayVpcAttachment(r -> r.transitGatewayAttachmentId(attachment));
      fleet.ec2().deleteTransitGateway(r -> r.transitGatewayId(hub));
    };
  }
}
