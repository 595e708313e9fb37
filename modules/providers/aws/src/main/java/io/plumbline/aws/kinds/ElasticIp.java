package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.RemovalCommand.aws;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * A public address that stays the same. Once released it belongs to somebody else, and whoever let
 * it through a firewall lets them through, so it is protected. What uses it says so itself.
 */
public final class ElasticIp {
  private ElasticIp() {}

  public static final ResourceKind KIND =
      kind("elastic-ip")
          .type("aws_eip", "AWS::EC2::EIP")
          .read(Read.all("ec2:DescribeAddresses"))
          .taggedBy("tags")
          .importedBy("id")
          .namedBy("tags/Name")
          .irreplaceable()
          .output("id", "id", "AllocationId", "AllocationId")
          .output("publicIp", "public_ip", "PublicIp", "PublicIp")
          .attributes(
              text("domain").replaces(TERRAFORM).byDefault(Value.text("vpc")),
              text("publicIpv4Pool").replaces(TERRAFORM).byDefault(Value.text("amazon")),
              text("networkBorderGroup")
                  .replaces()
                  .filledIn("the region, unless a local zone is named"),
              text("customerOwnedIpv4Pool")
                  .notIn(CLOUDFORMATION, "CloudFormation has no property for it")
                  .replaces(TERRAFORM)
                  .asGiven(),
              Tags.tags())
          .notOurs("given by AWS", "AllocationId", "PublicIp", "CustomerOwnedIp", "CarrierIp")
          .notOurs(
              "says what uses it, which says so itself",
              "AssociationId",
              "InstanceId",
              "NetworkInterfaceId",
              "NetworkInterfaceOwnerId",
              "PrivateIpAddress",
              "ServiceManaged")
          .notRead("its name in reverse DNS", "an offer to move it to another account")
          .notOurs("of addresses of a network card, which no design asks for", "SubnetId")
          .makingTakes("ec2:AllocateAddress")
          .charged("each hour")
          .removedBy(aws("ec2 release-address --allocation-id {id}"))
          .build();
}
