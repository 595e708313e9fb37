package io.plumbline.aws.kinds;

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

/**
 * An application or a network load balancer. Its settings are pairs of texts in CloudFormation and
 * the API; tags are asked for apart.
 */
public final class LoadBalancer {
  private LoadBalancer() {}

  private static final Value INTERNAL = Value.text("internal");
  private static final Value INTERNET_FACING = Value.text("internet-facing");

  /** Terraform asks whether it is internal. */
  private static final Codec IS_INTERNAL =
      new Codec(
          scheme ->
              scheme.equals(INTERNAL)
                  ? Value.flag(true)
                  : scheme.equals(INTERNET_FACING) ? Value.flag(false) : scheme,
          flag ->
              flag instanceof Value.Bool internal
                  ? internal.value() ? INTERNAL : INTERNET_FACING
                  : flag);

  private static final BalancerSettings SETTINGS = new BalancerSettings("LoadBalancerAttributes");

  public static final ResourceKind KIND =
      kind("load-balancer")
          .type("aws_lb", "AWS::ElasticLoadBalancingV2::LoadBalancer")
          .read(Read.all("elasticloadbalancing:DescribeLoadBalancers"))
          .read(
              "attributes",
              Read.by("LoadBalancerArn", "elasticloadbalancing:DescribeLoadBalancerAttributes"))
          .read(
              "tags",
              Read.by("LoadBalancerArn", "elasticloadbalancing:DescribeTags(load-balancer)"))
          .taggedBy("tags")
          .importedBy("id")
          .namedBy("name")
          .within("subnets")
          .output("id", "arn", "Ref", "LoadBalancerArn")
          .output("arn", "arn", "Ref", "LoadBalancerArn")
          .output("dnsName", "dns_name", "DNSName", "DNSName")
          .output("zoneId", "zone_id", "CanonicalHostedZoneID", "CanonicalHostedZoneId")
          .attributes(
              text("name").in(AWS_API, "LoadBalancerName").replaces(),
              text("type")
                  .in(TERRAFORM, "load_balancer_type")
                  .replaces()
                  .byDefault(Value.text("application")),
              text("scheme")
                  .in(TERRAFORM, "internal", IS_INTERNAL)
                  .replaces()
                  .byDefault(INTERNET_FACING),
              text("ipAddressType").byDefault(Value.text("ipv4")),
              set("subnets", reference("subnet", "id"))
                  .in(AWS_API, "AvailabilityZones", Codec.each(Codec.member("SubnetId"))),
              set("securityGroups", reference("security-group", "id")).byDefault(Value.list()),
              text("customerOwnedIpv4Pool")
                  .notIn(CLOUDFORMATION, "CloudFormation has no property for it")
                  .asGiven(),
              text("enforceSecurityGroupInboundRulesOnPrivateLinkTraffic")
                  .filledIn("network load balancers alone have it"),
              text("enablePrefixForIpv6SourceNat")
                  .notIn(TERRAFORM, "version 5 of the provider has no argument for it")
                  .filledIn("network load balancers alone have it"))
          .attributes(
              SETTINGS.flag(
                  "deletionProtection",
                  "enable_deletion_protection",
                  "deletion_protection.enabled"),
              SETTINGS.flag(
                  "crossZone",
                  "enable_cross_zone_load_balancing",
                  "load_balancing.cross_zone.enabled"),
              SETTINGS.whole("idleTimeout", "idle_timeout", "idle_timeout.timeout_seconds"),
              SETTINGS.whole("clientKeepAlive", "client_keep_alive", "client_keep_alive.seconds"),
              SETTINGS.flag(
                  "dropInvalidHeaderFields",
                  "drop_invalid_header_fields",
                  "routing.http.drop_invalid_header_fields.enabled"),
              SETTINGS.text(
                  "desyncMitigationMode",
                  "desync_mitigation_mode",
                  "routing.http.desync_mitigation_mode"),
              SETTINGS.flag("http2", "enable_http2", "routing.http2.enabled"),
              SETTINGS.flag(
                  "preserveHostHeader",
                  "preserve_host_header",
                  "routing.http.preserve_host_header.enabled"),
              Tags.tags().in(AWS_API, "tags:Tags", Tags.ENTRIES))
          .notOurs("given by AWS", "LoadBalancerArn", "DNSName", "CanonicalHostedZoneId")
          .notOurs("given by AWS", "CreatedTime", "State", "IpamPools")
          .notOurs(
              "follows from the subnets",
              "VpcId",
              "AvailabilityZones/ZoneName",
              "AvailabilityZones/OutpostId",
              "AvailabilityZones/LoadBalancerAddresses",
              "AvailabilityZones/SourceNatIpv6Prefixes")
          .notOurs("says again whose tags they are", "tags:ResourceArn")
          .notRead(
              "access and connection logs",
              "web ACL",
              "capacity that was asked for",
              "handling of X-Forwarded-For",
              "routing of clients by DNS",
              "zonal shift")
          .makingTakes("elasticloadbalancing:CreateLoadBalancer")
          .charged("each hour, and what passes")
          .build();
}
