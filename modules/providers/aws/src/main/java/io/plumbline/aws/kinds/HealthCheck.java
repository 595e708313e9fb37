package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * A health check of Route 53, which asks from the internet. It has no name but its tag. Its list
 * holds no tags: the reader asks for them, of ten at a time.
 */
public final class HealthCheck {
  private HealthCheck() {}

  private static final String CONFIG = "HealthCheckConfig";

  public static final ResourceKind KIND =
      kind("health-check")
          .type("aws_route53_health_check", "AWS::Route53::HealthCheck")
          .read(Read.all("route53:ListHealthChecks"))
          .global()
          .taggedBy("tags")
          .namedBy("tags/Name")
          .output("id", "id", "HealthCheckId", "Id")
          .under(
              CONFIG,
              CONFIG,
              text("type").replaces(),
              text("fullyQualifiedDomainName").in(TERRAFORM, "fqdn").asGiven(),
              text("ipAddress").inAws("IPAddress").asGiven(),
              whole("port"),
              text("resourcePath").asGiven(),
              text("searchString").asGiven(),
              whole("requestInterval").replaces().byDefault(Value.whole(30)),
              whole("failureThreshold").byDefault(Value.whole(3)),
              flag("measureLatency").replaces().byDefault(Value.flag(false)),
              flag("inverted").in(TERRAFORM, "invert_healthcheck").byDefault(Value.flag(false)),
              flag("disabled")
                  .notIn(CLOUDFORMATION, "CloudFormation has no property for it")
                  .byDefault(Value.flag(false)),
              flag("enableSni").inAws("EnableSNI").filledIn("what AWS chooses by the type"),
              set("regions", Shape.Leaf.TEXT).byDefault(Value.list()))
          .attributes(
              Tags.tags().in(CLOUDFORMATION, "HealthCheckTags", Tags.ENTRIES).in(AWS_API, "Tags"))
          .notOurs("given by AWS", "Id", "HealthCheckVersion")
          .notOurs("made up by the engine", "CallerReference")
          .notOurs("AWS's own, of a service that made it", "LinkedService")
          .notOurs(
              "of other types of checks; the type is compared",
              "CloudWatchAlarmConfiguration",
              "HealthCheckConfig/AlarmIdentifier",
              "HealthCheckConfig/ChildHealthChecks",
              "HealthCheckConfig/HealthThreshold",
              "HealthCheckConfig/InsufficientDataHealthStatus",
              "HealthCheckConfig/RoutingControlArn")
          .makingTakes("route53:CreateHealthCheck", "route53:ChangeTagsForResource")
          .charged("each month; HTTPS and every ten seconds cost more")
          .build();
}
