package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.RemovalCommand.aws;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.json;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.reference;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.function.UnaryOperator;

/**
 * A way from a network to a service that does not lead through the internet. A gateway endpoint is
 * a route in tables, which AWS puts there itself; an interface endpoint has an address in subnets.
 * It has no name of its own: the tag {@code Name} is its live name.
 */
public final class VpcEndpoint {
  private VpcEndpoint() {}

  /**
   * AWS fills in a policy that allows everything, of another version for each type of endpoint.
   * Read as no policy, it equals what was asked for.
   */
  private static final Codec NONE_IF_ALL =
      new Codec(UnaryOperator.identity(), VpcEndpoint::noneIfAll);

  private static final Value ALL =
      Value.object(
          "Effect", Value.text("Allow"),
          "Principal", Value.text("*"),
          "Action", Value.text("*"),
          "Resource", Value.text("*"));

  public static final ResourceKind KIND =
      kind("vpc-endpoint")
          .type("aws_vpc_endpoint", "AWS::EC2::VPCEndpoint")
          .read(Read.all("ec2:DescribeVpcEndpoints"))
          .taggedBy("tags")
          .importedBy("id")
          .namedBy("tags/Name")
          .keyedBy("vpcId", "serviceName")
          .within("vpcId")
          .providerMade("RequesterManaged", Value.flag(true))
          .output("id", "id", "Ref", "VpcEndpointId")
          .attributes(
              ref("vpcId", "vpc", "id").replaces(),
              text("serviceName").replaces(),
              text("vpcEndpointType").replaces().byDefault(Value.text("Gateway")),
              set("routeTableIds", reference("route-table", "id")).byDefault(Value.list()),
              set("subnetIds", reference("subnet", "id")).byDefault(Value.list()),
              set("securityGroupIds", reference("security-group", "id"))
                  .in(AWS_API, "Groups", Codec.each(Codec.member("GroupId")))
                  .filledIn("an interface has the network's default group"),
              flag("privateDnsEnabled").byDefault(Value.flag(false)),
              json("policyDocument")
                  .in(TERRAFORM, "policy", NONE_IF_ALL.then(Codec.JSON_TEXT))
                  .in(CLOUDFORMATION, NONE_IF_ALL)
                  .in(AWS_API, NONE_IF_ALL.then(Codec.JSON_TEXT))
                  .asGiven(),
              text("ipAddressType").filledIn("follows from the service and the subnets"),
              text("dnsRecordIpType")
                  .in(TERRAFORM, "dns_options/dns_record_ip_type")
                  .inAws("DnsOptions/DnsRecordIpType")
                  .filledIn("follows from the service"),
              flag("privateDnsOnlyForInboundResolverEndpoint")
                  .in(TERRAFORM, "dns_options/private_dns_only_for_inbound_resolver_endpoint")
                  .inAws("DnsOptions/PrivateDnsOnlyForInboundResolverEndpoint")
                  .filledIn("follows from the service"),
              text("serviceRegion").replaces().filledIn("the region of the network"),
              text("serviceNetworkArn").replaces().asGiven(),
              text("resourceConfigurationArn").replaces().asGiven(),
              Tags.tags())
          .notOurs(
              "given by AWS",
              "VpcEndpointId",
              "CreationTimestamp",
              "DnsEntries",
              "FailureReason",
              "LastError",
              "NetworkInterfaceIds",
              "OwnerId",
              "RequesterManaged",
              "State",
              "Ipv4Prefixes",
              "Ipv6Prefixes")
          .notOurs("says again what its id says", "Groups/GroupName")
          .notRead("whom it tells of its connections")
          .notOurs(
              "a setting newer than what engines can say of it here",
              "DnsOptions/PrivateDnsPreference",
              "DnsOptions/PrivateDnsSpecifiedDomains")
          .notRead("preferred private names")
          .makingTakes("ec2:CreateVpcEndpoint")
          .charged("each hour and zone, and each GB")
          .removedBy(aws("ec2 delete-vpc-endpoints --vpc-endpoint-ids {id}"))
          .build();

  private static Value noneIfAll(Value policy) {
    return policy instanceof Obj document
            && Codec.ONLY_ITEM.decode().apply(document.get("Statement")).equals(ALL)
        ? Value.NULL
        : policy;
  }
}
