package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * The end of VPN connections on the side of a VPC. Terraform and the API know the VPC as part of
 * it; CloudFormation attaches it by a resource of its own. It has no name of its own: the tag
 * {@code Name} is its live name.
 */
public final class VpnGateway {
  private VpnGateway() {}

  public static final ResourceKind KIND =
      kind("vpn-gateway")
          .type("aws_vpn_gateway", "AWS::EC2::VPNGateway")
          .document(
              CLOUDFORMATION, "attachment", "AWS::EC2::VPCGatewayAttachment", "VpnGatewayId", "id")
          .constant(CLOUDFORMATION, "", Value.object("Type", Value.text("ipsec.1")))
          .read(Read.all("ec2:DescribeVpnGateways"))
          .taggedBy("tags")
          .namedBy("tags/Name")
          .keyedBy("vpcId")
          .within("vpcId")
          .notInSandbox(Links.NOT_DEPLOYED)
          .output("id", "id", "Ref", "VpnGatewayId")
          .attributes(
              ref("vpcId", "vpc", "id")
                  .in(CLOUDFORMATION, "attachment:VpcId")
                  .in(AWS_API, "VpcAttachments", Codec.ONLY_ITEM.then(Links.ATTACHED)),
              whole("amazonSideAsn").replaces().byDefault(Value.whole(64_512)),
              text("availabilityZone")
                  .notIn(CLOUDFORMATION, "CloudFormation has no property for it")
                  .replaces()
                  .asGiven(),
              Tags.tags())
          .notOurs("given by AWS", "VpnGatewayId", "State")
          .notOurs("there is one type", "Type")
          .notOurs("passes by itself", "VpcAttachments/State")
          .makingTakes("ec2:AttachVpnGateway", "ec2:CreateVpnGateway")
          .free()
          .build();
}
