package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/**
 * A hosted zone of Route 53 that is there already. One domain may have a public and a private one:
 * the latter is called so where it is looked up.
 */
public final class HostedZone {
  private HostedZone() {}

  public static final ResourceKind KIND =
      kind("hosted-zone")
          .type("aws_route53_zone", "AWS::Route53::HostedZone")
          .read(Read.all("route53:ListHostedZones"))
          .global()
          .namedBy("name")
          .output("id", "zone_id", "Id", "ZoneId")
          .notInSandbox("referred to alone; no design makes one")
          .attributes(text("name").in(AWS_API, "Called").replaces())
          .notOurs("says again what it is called", "Id", "Name")
          .notOurs(
              "its owner's business",
              "CallerReference",
              "Config",
              "Features",
              "LinkedService",
              "ResourceRecordSetCount")
          .build();

  /** What a zone of a domain is called. */
  public static String called(String domain, boolean isPrivate) {
    return isPrivate ? domain + " (private)" : domain;
  }
}
