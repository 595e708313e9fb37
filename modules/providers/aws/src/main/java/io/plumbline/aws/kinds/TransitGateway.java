package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * A hub between networks and VPNs. It has no name of its own: the tag {@code Name} is its live
 * name.
 */
public final class TransitGateway {
  private TransitGateway() {}

  public static final ResourceKind KIND =
      kind("transit-gateway")
          .type("aws_ec2_transit_gateway", "AWS::EC2::TransitGateway")
          .read(Read.all("ec2:DescribeTransitGateways"))
          .taggedBy("tags")
          .namedBy("tags/Name")
          .notInSandbox(Links.NOT_DEPLOYED)
          .output("id", "id", "Id", "TransitGatewayId")
          .attributes(
              text("description").asGiven(),
              option(whole("amazonSideAsn"))
                  .replaces(CLOUDFORMATION)
                  .byDefault(Value.whole(64_512)),
              option(set("transitGatewayCidrBlocks", Shape.Leaf.TEXT)).byDefault(Value.list()),
              option(text("autoAcceptSharedAttachments")).byDefault(Value.text("disable")),
              option(text("defaultRouteTableAssociation")).byDefault(Value.text("enable")),
              option(text("defaultRouteTablePropagation")).byDefault(Value.text("enable")),
              option(text("vpnEcmpSupport")).byDefault(Value.text("enable")),
              option(text("dnsSupport")).byDefault(Value.text("enable")),
              option(text("securityGroupReferencingSupport")).byDefault(Value.text("disable")),
              option(text("multicastSupport")).replaces().byDefault(Value.text("disable")),
              Tags.tags())
          .notOurs("given by AWS", "TransitGatewayId", "TransitGatewayArn", "OwnerId", "State")
          .notOurs("given by AWS", "CreationTime")
          .notOurs(
              "come with it; to choose others, several kinds would have to be said",
              "Options/AssociationDefaultRouteTableId",
              "Options/PropagationDefaultRouteTableId")
          .notRead(
              "its route tables and their routes",
              "attachments other than those of VPCs",
              "sharing with other accounts")
          .notOurs(
              "a setting newer than what engines can say of it here", "Options/EncryptionSupport")
          .notRead("encryption of attachments")
          .makingTakes("ec2:CreateTransitGateway")
          .free()
          .build();

  private static Attribute option(Attribute attribute) {
    String name = attribute.name();
    String member = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return attribute.in(AWS_API, "Options/" + member);
  }
}
