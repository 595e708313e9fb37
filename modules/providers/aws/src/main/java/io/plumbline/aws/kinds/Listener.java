package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.RemovalCommand.aws;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.list;
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

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * A port of a load balancer, and what becomes of what arrives there. Balancer and port tell it from
 * others.
 */
public final class Listener {
  private Listener() {}

  private static final Shape FORWARD =
      record(
          set(
                  "targetGroups",
                  record(
                      ref("targetGroupArn", "target-group", "arn").in(TERRAFORM, "arn"),
                      whole("weight").byDefault(Value.whole(1))))
              .in(TERRAFORM, "target_group"),
          one(
                  "targetGroupStickinessConfig",
                  record(
                      flag("enabled").byDefault(Value.flag(false)),
                      whole("durationSeconds").in(TERRAFORM, "duration")))
              .in(TERRAFORM, "stickiness"));

  private static final Shape REDIRECT =
      record(
          text("protocol").byDefault(Value.text("#{protocol}")),
          text("port").byDefault(Value.text("#{port}")),
          text("host").byDefault(Value.text("#{host}")),
          text("path").byDefault(Value.text("/#{path}")),
          text("query").byDefault(Value.text("#{query}")),
          text("statusCode"));

  private static final Shape FIXED =
      record(text("contentType"), text("messageBody"), text("statusCode"));

  static final Shape ACTION =
      record(
          text("type"),
          whole("order").filledIn("their order in the list"),
          ref("targetGroupArn", "target-group", "arn"),
          one("forwardConfig", FORWARD)
              .in(TERRAFORM, "forward")
              .filledIn("says again where a single target group is"),
          one("redirectConfig", REDIRECT).in(TERRAFORM, "redirect"),
          one("fixedResponseConfig", FIXED).in(TERRAFORM, "fixed_response"));

  private static final Codec CERTIFICATE = Codec.member("CertificateArn").then(Codec.ONLY_ITEM);

  public static final ResourceKind KIND =
      kind("listener")
          .type("aws_lb_listener", "AWS::ElasticLoadBalancingV2::Listener")
          .read(Read.by("loadBalancerArn", "elasticloadbalancing:DescribeListeners"))
          .keyedBy("loadBalancerArn", "port")
          .within("loadBalancerArn")
          .output("id", "arn", "Ref", "ListenerArn")
          .output("arn", "arn", "Ref", "ListenerArn")
          .attributes(
              ref("loadBalancerArn", "load-balancer", "arn").replaces(),
              whole("port"),
              text("protocol"),
              text("certificateArn")
                  .in(CLOUDFORMATION, "Certificates", CERTIFICATE)
                  .in(AWS_API, "Certificates", CERTIFICATE)
                  .asGiven(),
              text("sslPolicy").filledIn("AWS's default policy changes with time"),
              text("alpnPolicy")
                  .in(CLOUDFORMATION, Codec.ONLY_ITEM)
                  .in(AWS_API, Codec.ONLY_ITEM)
                  .asGiven(),
              list("defaultActions", ACTION).in(TERRAFORM, "default_action"),
              one(
                      "mutualAuthentication",
                      record(
                          text("mode").byDefault(Value.text("off")),
                          text("trustStoreArn"),
                          flag("ignoreClientCertificateExpiry").byDefault(Value.flag(false)),
                          text("advertiseTrustStoreCaNames")
                              .byDefault(Value.text("off"))
                              .in(TERRAFORM, "advertise_trust_store_ca_names")))
                  .asGiven())
          .notOurs("given by AWS", "ListenerArn")
          .notOurs("a listener's own certificate is the default", "Certificates/IsDefault")
          .notOurs(
              "no design signs people in at the balancer: their type says that somebody does",
              "DefaultActions/AuthenticateOidcConfig",
              "DefaultActions/AuthenticateCognitoConfig")
          .notOurs(
              "follows from the trust store", "MutualAuthentication/TrustStoreAssociationStatus")
          .notRead("further certificates", "header settings")
          .notOurs(
              "no design checks tokens at the balancer: their type says that somebody does",
              "DefaultActions/JwtValidationConfig")
          .makingTakes("elasticloadbalancing:CreateListener")
          .free()
          .removedBy(aws("elbv2 delete-listener --listener-arn {id}"))
          .build();
}
