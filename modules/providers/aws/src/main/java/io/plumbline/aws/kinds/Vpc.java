package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * A virtual private cloud. It has no name of its own, so the tag {@code Name} is its live name; its
 * DNS settings are read by a call each.
 */
public final class Vpc {
  private Vpc() {}

  public static final ResourceKind KIND =
      kind("vpc")
          .type("aws_vpc", "AWS::EC2::VPC")
          .read(Read.all("ec2:DescribeVpcs"))
          .read("dnsSupport", Read.by("VpcId", "ec2:DescribeVpcAttribute(enableDnsSupport)"))
          .read("dnsHostnames", Read.by("VpcId", "ec2:DescribeVpcAttribute(enableDnsHostnames)"))
          .taggedBy("tags")
          .importedBy("id")
          .namedBy("tags/Name")
          .providerMade("IsDefault", Value.flag(true))
          .output("id", "id", "Ref", "VpcId")
          .output("cidrBlock", "cidr_block", "CidrBlock", "CidrBlock")
          .attributes(
              text("cidrBlock").replaces(),
              text("instanceTenancy").replaces().byDefault(Value.text("default")),
              flag("enableDnsSupport")
                  .in(AWS_API, "dnsSupport:EnableDnsSupport/Value")
                  .byDefault(Value.flag(true)),
              flag("enableDnsHostnames")
                  .in(AWS_API, "dnsHostnames:EnableDnsHostnames/Value")
                  .byDefault(Value.flag(false)),
              Tags.tags())
          .notOurs("given by AWS", "VpcId", "OwnerId", "State", "IsDefault")
          .notOurs(
              "a VPC can have several blocks besides its first: a kind of its own",
              "CidrBlockAssociationSet",
              "Ipv6CidrBlockAssociationSet")
          .notOurs("chosen by an association, a kind of its own", "DhcpOptionsId")
          .notOurs("a setting of the account and region", "BlockPublicAccessStates")
          .notOurs("a resource of its own", "EncryptionControl")
          .notOurs(
              "read by another call",
              "dnsSupport:VpcId",
              "dnsSupport:EnableDnsHostnames",
              "dnsHostnames:VpcId",
              "dnsHostnames:EnableDnsSupport")
          .notOurs(
              "metrics of the address manager; changes nothing in the network",
              "dnsSupport:EnableNetworkAddressUsageMetrics",
              "dnsHostnames:EnableNetworkAddressUsageMetrics")
          .notRead(
              "network ACLs",
              "DHCP options",
              "further address blocks",
              "peerings",
              "egress-only gateways",
              "hosted zones and resolver rules")
          .makingTakes("ec2:CreateTags", "ec2:CreateVpc", "ec2:ModifyVpcAttribute")
          .free()
          .build();
}
