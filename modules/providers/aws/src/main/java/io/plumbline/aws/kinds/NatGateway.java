package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.RemovalCommand.aws;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * The way out of private subnets: it stands in a public one and lends nodes its address. It has no
 * name of its own: the tag {@code Name} is its live name. One with several addresses says none of
 * them here, so that an address which somebody adds is a change.
 */
public final class NatGateway {
  private NatGateway() {}

  private static final String FROM_THE_SUBNET = "follows from the subnet";

  public static final ResourceKind KIND =
      kind("nat-gateway")
          .type("aws_nat_gateway", "AWS::EC2::NatGateway")
          .read(Read.all("ec2:DescribeNatGateways"))
          .taggedBy("tags")
          .importedBy("id")
          .namedBy("tags/Name")
          .keyedBy("subnetId", "allocationId")
          .within("vpcId")
          .output("id", "id", "Ref", "NatGatewayId")
          .attributes(
              ref("subnetId", "subnet", "id").replaces(),
              ref("vpcId", "vpc", "id")
                  .notIn(TERRAFORM, FROM_THE_SUBNET)
                  .notIn(CLOUDFORMATION, FROM_THE_SUBNET)
                  .filledIn(FROM_THE_SUBNET),
              text("connectivityType").replaces().byDefault(Value.text("public")),
              ref("allocationId", "elastic-ip", "id")
                  .in(AWS_API, "NatGatewayAddresses/AllocationId")
                  .replaces()
                  .asGiven(),
              text("privateIpAddress")
                  .in(TERRAFORM, "private_ip")
                  .in(AWS_API, "NatGatewayAddresses/PrivateIp")
                  .replaces()
                  .filledIn("one of the subnet's")
                  .unkept("another with each one made"),
              Tags.tags())
          .notOurs(
              "given by AWS",
              "NatGatewayId",
              "CreateTime",
              "DeleteTime",
              "State",
              "FailureCode",
              "FailureMessage",
              "NatGatewayAddresses/AssociationId",
              "NatGatewayAddresses/FailureMessage",
              "NatGatewayAddresses/IsPrimary",
              "NatGatewayAddresses/NetworkInterfaceId",
              "NatGatewayAddresses/Status")
          .notOurs("stands with the elastic address", "NatGatewayAddresses/PublicIp")
          .notOurs("arranged with AWS for greater needs", "ProvisionedBandwidth")
          .notOurs(
              "a setting newer than what engines can say of it here",
              "AttachedAppliances",
              "AutoProvisionZones",
              "AutoScalingIps",
              "AvailabilityMode",
              "RouteTableId")
          .notRead("gateways of a whole region", "appliances")
          .notOurs(
              "follows from the subnet",
              "NatGatewayAddresses/AvailabilityZone",
              "NatGatewayAddresses/AvailabilityZoneId")
          .makingTakes("ec2:CreateNatGateway")
          .charged("each hour, and each GB that passes")
          .removedBy(aws("ec2 delete-nat-gateway --nat-gateway-id {id}"))
          .build();
}
