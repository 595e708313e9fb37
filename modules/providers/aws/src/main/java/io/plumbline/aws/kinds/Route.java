package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * A route of a table: one destination and one target. It carries no tags; table and destination
 * tell it from others. The route to the VPC itself comes with the table, and the one to a gateway
 * endpoint with the endpoint.
 */
public final class Route {
  private Route() {}

  public static final ResourceKind KIND =
      kind("route")
          .type("aws_route", "AWS::EC2::Route")
          .read(
              Read.all("ec2:DescribeRouteTables")
                  .each("Routes", "RouteTableId")
                  .soughtBy("routeTableId"))
          .keyedBy(
              "routeTableId",
              "destinationCidrBlock",
              "destinationIpv6CidrBlock",
              "destinationPrefixListId")
          .within("routeTableId")
          .providerMade("Origin", Value.text("CreateRouteTable"))
          .providerMade(Route::ofGatewayEndpoint)
          .output(
              "id",
              "id",
              "Ref",
              "{RouteTableId}_{DestinationCidrBlock}{DestinationIpv6CidrBlock}"
                  + "{DestinationPrefixListId}")
          .attributes(
              ref("routeTableId", "route-table", "id").replaces(),
              text("destinationCidrBlock").replaces(),
              text("destinationIpv6CidrBlock").replaces(),
              text("destinationPrefixListId").replaces(),
              target("gatewayId"),
              target("natGatewayId"),
              target("networkInterfaceId"),
              target("transitGatewayId"),
              target("vpcPeeringConnectionId"),
              target("egressOnlyInternetGatewayId").in(TERRAFORM, "egress_only_gateway_id"),
              target("carrierGatewayId"),
              target("localGatewayId"),
              text("coreNetworkArn"))
          .notOurs("given by AWS", "Origin")
          .notOurs("follows from the target", "State")
          .notOurs(
              "says again whose network interface is the target", "InstanceId", "InstanceOwnerId")
          .notOurs(
              "of route servers and database networks, to which no design leads",
              "IpAddress",
              "OdbNetworkArn")
          .makingTakes("ec2:CreateRoute")
          .free()
          .build();

  /** Its destination is a list of AWS's own; to other endpoints, people route blocks. */
  private static boolean ofGatewayEndpoint(Value.Obj route) {
    return route.get("GatewayId") instanceof Value.Text target
        && target.value().startsWith("vpce-")
        && route.has("DestinationPrefixListId");
  }

  /** Where the traffic goes; a route has one target, of one of these kinds. */
  private static Attribute target(String name) {
    return ref(name, "*", "id");
  }
}
