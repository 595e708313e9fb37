package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.KindBuilder;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * A record set of Route 53, in a zone that is not only ours. It has no tags; zone, name, type and
 * set identifier tell it from others. Another one that shares its name and type, under a set
 * identifier that nobody knows, takes traffic away: it stands in ours. Texts are a kind of their
 * own, since every dialect but ours quotes them. The reader answers names in lower case, without
 * escapes and the last dot.
 */
public final class DnsRecord {
  private DnsRecord() {}

  private static final String TYPE = "TXT";
  private static final String READ_ALONE = "says which name and type it shares";
  private static final String DESIGNS_OWN = "the design alone knows who else shares the name";
  private static final String OTHER_ROUTINGS =
      "no design routes so; a record that does has no weight, half or region, which are compared";

  /** Addresses and names. */
  public static final ResourceKind KIND =
      common("dns-record", "hostedZoneId", "name", "type", "setIdentifier")
          .read(Read.by("hostedZoneId", "route53:ListResourceRecordSets"))
          .attributes(
              text("type"),
              set("resourceRecords", Shape.Leaf.TEXT)
                  .in(TERRAFORM, "records")
                  .in(AWS_API, Codec.each(Codec.member("Value")))
                  .asGiven(),
              one(
                      "aliasTarget",
                      record(
                          ref("dnsName", "load-balancer", "dnsName")
                              .in(TERRAFORM, "name")
                              .inAws("DNSName"),
                          ref("hostedZoneId", "load-balancer", "zoneId").in(TERRAFORM, "zone_id"),
                          flag("evaluateTargetHealth")))
                  .in(TERRAFORM, "alias")
                  .asGiven())
          .build();

  /** Texts. */
  public static final ResourceKind TEXTS =
      common("dns-text-record", "hostedZoneId", "name", "setIdentifier")
          .read(
              Read.by("hostedZoneId", "route53:ListResourceRecordSets")
                  .where("Type", Value.text(TYPE)))
          .constant(TERRAFORM, "", Value.object("type", Value.text(TYPE)))
          .constant(CLOUDFORMATION, "", Value.object("Type", Value.text(TYPE)))
          .attributes(
              set("texts", Shape.Leaf.TEXT)
                  .in(TERRAFORM, "records", Codec.each(DnsText.WITHIN_QUOTES))
                  .in(CLOUDFORMATION, "ResourceRecords", Codec.each(DnsText.QUOTED))
                  .in(
                      AWS_API,
                      "ResourceRecords",
                      Codec.each(DnsText.QUOTED.then(Codec.member("Value")))))
          .notOurs("all of these are texts", "Type")
          .notOurs("no text is an alias", "AliasTarget")
          .build();

  private static KindBuilder common(String id, String... key) {
    return kind(id)
        .type("aws_route53_record", "AWS::Route53::RecordSet")
        .global()
        .keyedBy(key)
        .within("shared")
        .beside("alongside", "setIdentifier")
        .output("id", "id", "Ref", "{HostedZoneId}_{Name}_{Type}_{SetIdentifier}")
        .output("shared", "id", "Ref", "Shared")
        .attributes(
            ref("hostedZoneId", "hosted-zone", "id").in(TERRAFORM, "zone_id").replaces(),
            text("name").replaces(),
            text("setIdentifier"),
            whole("ttl")
                .in(CLOUDFORMATION, "TTL", Codec.NUMBER_AS_TEXT)
                .in(AWS_API, "TTL")
                .asGiven(),
            whole("weight").in(TERRAFORM, "weighted_routing_policy/weight").asGiven(),
            text("failover").in(TERRAFORM, "failover_routing_policy/type").asGiven(),
            text("region").in(TERRAFORM, "latency_routing_policy/region").asGiven(),
            ref("healthCheckId", "health-check", "id").asGiven(),
            shared(id),
            set("alongside", Shape.Leaf.TEXT)
                .notIn(TERRAFORM, DESIGNS_OWN)
                .notIn(CLOUDFORMATION, DESIGNS_OWN)
                .notIn(AWS_API, DESIGNS_OWN))
        .notOurs(
            OTHER_ROUTINGS,
            "GeoLocation",
            "GeoProximityLocation",
            "CidrRoutingConfig",
            "MultiValueAnswer",
            "TrafficPolicyInstanceId")
        .makingTakes("route53:ChangeResourceRecordSets", "route53:GetChange")
        .charged("by queries, but for those that a load balancer answers");
  }

  private static Attribute shared(String kind) {
    return ref("shared", kind, "shared")
        .notIn(TERRAFORM, READ_ALONE)
        .notIn(CLOUDFORMATION, READ_ALONE)
        .filledIn(READ_ALONE);
  }
}
