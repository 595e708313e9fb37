package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.RemovalCommand.aws;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * Says which table a subnet (or the edge of a gateway) goes by. A subnet has one at most, so the
 * subnet tells it from others; the main association comes with the VPC.
 */
public final class RouteTableAssociation {
  private RouteTableAssociation() {}

  public static final ResourceKind KIND =
      kind("route-table-association")
          .type("aws_route_table_association", "AWS::EC2::SubnetRouteTableAssociation")
          .read(
              Read.all("ec2:DescribeRouteTables")
                  .each("Associations", "RouteTableId")
                  .soughtBy("routeTableId"))
          .keyedBy("subnetId", "gatewayId")
          .within("routeTableId")
          .providerMade("Main", Value.flag(true))
          .output("id", "id", "Ref", "RouteTableAssociationId")
          .attributes(
              ref("routeTableId", "route-table", "id").replaces(CLOUDFORMATION),
              ref("subnetId", "subnet", "id").replaces(),
              text("gatewayId")
                  .notIn(CLOUDFORMATION, "a type of its own: GatewayRouteTableAssociation")
                  .replaces(TERRAFORM))
          .notOurs("given by AWS", "RouteTableAssociationId", "Main")
          .notOurs("passes by itself", "AssociationState")
          .notOurs("of address pools of one's own, which no design has", "PublicIpv4Pool")
          .makingTakes("ec2:AssociateRouteTable")
          .free()
          .removedBy(aws("ec2 disassociate-route-table --association-id {id}"))
          .build();
}
