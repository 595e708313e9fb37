package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/**
 * The way of a VPC to the internet. Terraform and the API know the VPC as part of the gateway;
 * CloudFormation attaches it by a resource of its own. It has no name of its own: the tag {@code
 * Name} is its live name.
 */
public final class InternetGateway {
  private InternetGateway() {}

  public static final ResourceKind KIND =
      kind("internet-gateway")
          .type("aws_internet_gateway", "AWS::EC2::InternetGateway")
          .document(
              CLOUDFORMATION,
              "attachment",
              "AWS::EC2::VPCGatewayAttachment",
              "InternetGatewayId",
              "id")
          .read(Read.all("ec2:DescribeInternetGateways"))
          .taggedBy("tags")
          .importedBy("id")
          .namedBy("tags/Name")
          .keyedBy("vpcId")
          .within("vpcId")
          .output("id", "id", "Ref", "InternetGatewayId")
          .attributes(
              ref("vpcId", "vpc", "id")
                  .in(CLOUDFORMATION, "attachment:VpcId")
                  .in(AWS_API, "Attachments", Codec.member("VpcId").then(Codec.ONLY_ITEM)),
              Tags.tags())
          .notOurs("given by AWS", "InternetGatewayId", "OwnerId")
          .notOurs("passes by itself", "Attachments/State")
          .makingTakes("ec2:AttachInternetGateway", "ec2:CreateInternetGateway")
          .free()
          .build();
}
