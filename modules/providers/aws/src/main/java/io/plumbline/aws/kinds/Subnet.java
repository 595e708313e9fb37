package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.RemovalCommand.aws;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/** A subnet of a VPC. It has no name of its own: the tag {@code Name} is its live name. */
public final class Subnet {
  private Subnet() {}

  private static final String ONLY_FOR_OUTPOSTS = "CloudFormation has no property for it";

  public static final ResourceKind KIND =
      kind("subnet")
          .type("aws_subnet", "AWS::EC2::Subnet")
          .read(Read.all("ec2:DescribeSubnets"))
          .taggedBy("tags")
          .importedBy("id")
          .namedBy("tags/Name")
          .keyedBy("vpcId", "cidrBlock")
          .within("vpcId")
          .providerMade("DefaultForAz", Value.flag(true))
          .output("id", "id", "Ref", "SubnetId")
          .output("availabilityZone", "availability_zone", "AvailabilityZone", "AvailabilityZone")
          .attributes(
              ref("vpcId", "vpc", "id").replaces(),
              text("cidrBlock").replaces(),
              text("availabilityZone").replaces(),
              text("availabilityZoneId").replaces().filledIn("follows from the zone"),
              flag("mapPublicIpOnLaunch").byDefault(Value.flag(false)),
              text("ipv6CidrBlock")
                  .in(
                      AWS_API,
                      "Ipv6CidrBlockAssociationSet",
                      Codec.member("Ipv6CidrBlock").then(Codec.ONLY_ITEM))
                  .asGiven(),
              flag("assignIpv6AddressOnCreation").byDefault(Value.flag(false)),
              flag("ipv6Native").replaces().byDefault(Value.flag(false)),
              flag("enableDns64").byDefault(Value.flag(false)),
              text("privateDnsHostnameTypeOnLaunch")
                  .inAws("PrivateDnsNameOptionsOnLaunch/HostnameType")
                  .byDefault(Value.text("ip-name")),
              flag("enableResourceNameDnsARecordOnLaunch")
                  .inAws("PrivateDnsNameOptionsOnLaunch/EnableResourceNameDnsARecord")
                  .byDefault(Value.flag(false)),
              flag("enableResourceNameDnsAaaaRecordOnLaunch")
                  .in(TERRAFORM, "enable_resource_name_dns_aaaa_record_on_launch")
                  .inAws("PrivateDnsNameOptionsOnLaunch/EnableResourceNameDnsAAAARecord")
                  .byDefault(Value.flag(false)),
              text("outpostArn").replaces().asGiven(),
              whole("enableLniAtDeviceIndex").asGiven(),
              text("customerOwnedIpv4Pool").notIn(CLOUDFORMATION, ONLY_FOR_OUTPOSTS).asGiven(),
              flag("mapCustomerOwnedIpOnLaunch")
                  .notIn(CLOUDFORMATION, ONLY_FOR_OUTPOSTS)
                  .byDefault(Value.flag(false)),
              Tags.tags())
          .notOurs("given by AWS", "SubnetId", "SubnetArn", "OwnerId", "State", "DefaultForAz")
          .notOurs("changes with use", "AvailableIpAddressCount")
          .notOurs("a setting of the account and region", "BlockPublicAccessStates")
          .notOurs(
              "comes with the block",
              "Ipv6CidrBlockAssociationSet/AssociationId",
              "Ipv6CidrBlockAssociationSet/Ipv6CidrBlockState",
              "Ipv6CidrBlockAssociationSet/Ipv6AddressAttribute",
              "Ipv6CidrBlockAssociationSet/IpSource")
          .notRead(
              "its network ACL",
              "address reservations",
              "sharing with other accounts",
              "network interfaces")
          .notOurs("follows from the network", "Type")
          .makingTakes("ec2:CreateSubnet")
          .free()
          .removedBy(aws("ec2 delete-subnet --subnet-id {id}"))
          .build();
}
