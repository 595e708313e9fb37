package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.reference;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * The network part of a {@link LaunchTemplate}; an instance with many fabric adapters lists each as
 * an interface.
 */
final class LaunchTemplateNetwork {
  private LaunchTemplateNetwork() {}

  private static final Shape CONNECTION_TRACKING =
      record(whole("tcpEstablishedTimeout"), whole("udpTimeout"), whole("udpStreamTimeout"));

  private static final Shape ENA_SRD =
      record(
          flag("enaSrdEnabled"), one("enaSrdUdpSpecification", record(flag("enaSrdUdpEnabled"))));

  static final Shape INTERFACE =
      record(
          whole("deviceIndex"),
          whole("networkCardIndex").byDefault(Value.whole(0)),
          text("interfaceType").byDefault(Value.text("interface")),
          set("groups", reference("security-group", "id")).in(TERRAFORM, "security_groups"),
          one("subnetId", reference("subnet", "id")),
          text("networkInterfaceId"),
          text("description"),
          flagAsText("associatePublicIpAddress"),
          flagAsText("associateCarrierIpAddress"),
          flagAsText("deleteOnTermination"),
          text("privateIpAddress"),
          addresses("privateIpAddresses", "PrivateIpAddress").in(TERRAFORM, "ipv4_addresses"),
          whole("secondaryPrivateIpAddressCount").in(TERRAFORM, "ipv4_address_count"),
          addresses("ipv4Prefixes", "Ipv4Prefix"),
          whole("ipv4PrefixCount"),
          addresses("ipv6Addresses", "Ipv6Address"),
          whole("ipv6AddressCount"),
          addresses("ipv6Prefixes", "Ipv6Prefix"),
          whole("ipv6PrefixCount"),
          flagAsText("primaryIpv6"),
          one("connectionTrackingSpecification", CONNECTION_TRACKING),
          one("enaSrdSpecification", ENA_SRD),
          whole("enaQueueCount")
              .notIn(TERRAFORM, "version 5 of the provider has no argument for it"));

  static final Shape PRIVATE_DNS_NAME =
      record(
          text("hostnameType"),
          flag("enableResourceNameDnsARecord"),
          flag("enableResourceNameDnsAaaaRecord")
              .in(TERRAFORM, "enable_resource_name_dns_aaaa_record")
              .inAws("EnableResourceNameDnsAAAARecord"));

  /** Texts, each of which CloudFormation and the API wrap into an object. */
  private static Attribute addresses(String name, String member) {
    Codec wrapped = Codec.each(Codec.member(member));
    return set(name, Shape.Leaf.TEXT).in(CLOUDFORMATION, wrapped).in(AWS_API, wrapped);
  }

  /** Terraform writes some flags of a template as text, so that it can tell false from not set. */
  static Attribute flagAsText(String name) {
    return flag(name).in(TERRAFORM, Codec.FLAG_AS_TEXT);
  }
}
