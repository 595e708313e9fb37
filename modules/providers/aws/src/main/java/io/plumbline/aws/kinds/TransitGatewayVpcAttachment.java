package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.reference;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * A VPC's place at a transit gateway, with one subnet in each zone that traffic passes. It has no
 * name of its own: the tag {@code Name} is its live name.
 */
public final class TransitGatewayVpcAttachment {
  private TransitGatewayVpcAttachment() {}

  public static final ResourceKind KIND =
      kind("transit-gateway-vpc-attachment")
          .type("aws_ec2_transit_gateway_vpc_attachment", "AWS::EC2::TransitGatewayAttachment")
          .read(Read.all("ec2:DescribeTransitGatewayVpcAttachments"))
          .taggedBy("tags")
          .namedBy("tags/Name")
          .keyedBy("transitGatewayId", "vpcId")
          .within("vpcId")
          .notInSandbox(Links.NOT_DEPLOYED)
          .output("id", "id", "Id", "TransitGatewayAttachmentId")
          .attributes(
              ref("transitGatewayId", "transit-gateway", "id").replaces(),
              ref("vpcId", "vpc", "id").replaces(),
              set("subnetIds", reference("subnet", "id")),
              support("dnsSupport", "enable"),
              support("ipv6Support", "disable"),
              support("applianceModeSupport", "disable"),
              support("securityGroupReferencingSupport", "enable"),
              Tags.tags())
          .notOurs(
              "given by AWS", "TransitGatewayAttachmentId", "VpcOwnerId", "State", "CreationTime")
          .notRead("which route table of the transit gateway it goes by")
          .makingTakes("ec2:CreateTransitGatewayVpcAttachment")
          .charged("each hour, and each GB")
          .build();

  private static Attribute support(String name, String byDefault) {
    String member = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return text(name).inAws("Options/" + member).byDefault(Value.text(byDefault));
  }
}
