package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.RemovalCommand.aws;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * A route table; its routes and its associations are kinds of their own. It has no name of its own:
 * the tag {@code Name} is its live name. The main table comes with the VPC.
 */
public final class RouteTable {
  private RouteTable() {}

  public static final ResourceKind KIND =
      kind("route-table")
          .type("aws_route_table", "AWS::EC2::RouteTable")
          .read(Read.all("ec2:DescribeRouteTables"))
          .taggedBy("tags")
          .importedBy("id")
          .namedBy("tags/Name")
          .within("vpcId")
          .providerMade("Associations/Main", Value.flag(true))
          .output("id", "id", "Ref", "RouteTableId")
          .attributes(
              ref("vpcId", "vpc", "id").replaces(),
              set("propagatingGateways", Shape.Leaf.TEXT)
                  .in(TERRAFORM, "propagating_vgws")
                  .notIn(CLOUDFORMATION, "a resource of its own: VPNGatewayRoutePropagation")
                  .in(AWS_API, "PropagatingVgws", Codec.each(Codec.member("GatewayId")))
                  .byDefault(Value.list()),
              Tags.tags())
          .notOurs("given by AWS", "RouteTableId", "OwnerId")
          .notOurs("kinds of their own: route, route-table-association", "Routes", "Associations")
          .makingTakes("ec2:CreateRouteTable")
          .free()
          .removedBy(aws("ec2 delete-route-table --route-table-id {id}"))
          .build();
}
