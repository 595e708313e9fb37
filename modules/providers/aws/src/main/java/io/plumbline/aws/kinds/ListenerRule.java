package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * What a listener does with some of its requests before its default action: one that somebody adds
 * sends them elsewhere. No component asks for one yet.
 */
public final class ListenerRule {
  private ListenerRule() {}

  private static final Value DEFAULT = Value.text("default");

  /** The default rule has no number. */
  private static final Codec PRIORITY =
      new Codec(
          Codec.NUMBER_AS_TEXT.encode(),
          text -> text.equals(DEFAULT) ? Value.NULL : Codec.NUMBER_AS_TEXT.decode().apply(text));

  private static final Shape CONDITION =
      record(
          text("field").notIn(TERRAFORM, "the block's name says it"),
          values("hostHeader", "host_header"),
          values("pathPattern", "path_pattern"),
          one(
                  "httpHeader",
                  record(
                      text("name").in(TERRAFORM, "http_header_name").inAws("HttpHeaderName"),
                      set("values", Shape.Leaf.TEXT)))
              .inAws("HttpHeaderConfig"),
          values("httpRequestMethod", "http_request_method"),
          set("queryString", record(text("key"), text("value"))).inAws("QueryStringConfig/Values"),
          values("sourceIp", "source_ip"));

  public static final ResourceKind KIND =
      kind("listener-rule")
          .type("aws_lb_listener_rule", "AWS::ElasticLoadBalancingV2::ListenerRule")
          .read(Read.by("listenerArn", "elasticloadbalancing:DescribeRules"))
          .keyedBy("listenerArn", "priority")
          .within("listenerArn")
          .providerMade("IsDefault", Value.flag(true))
          .notInSandbox(Links.NOT_DEPLOYED)
          .output("id", "arn", "Ref", "RuleArn")
          .output("arn", "arn", "Ref", "RuleArn")
          .attributes(
              ref("listenerArn", "listener", "arn").replaces(),
              whole("priority").in(AWS_API, PRIORITY),
              list("actions", Listener.ACTION).in(TERRAFORM, "action"),
              set("conditions", CONDITION).in(TERRAFORM, "condition"))
          .notOurs("given by AWS", "RuleArn")
          .notOurs("the default action is the listener's own", "IsDefault")
          .notOurs("an older form of what the condition says", "Conditions/Values")
          .notOurs(
              "no design signs people in at the balancer: their type says that somebody does",
              "Actions/AuthenticateOidcConfig",
              "Actions/AuthenticateCognitoConfig")
          .notOurs(
              "no design checks tokens at the balancer: their type says that somebody does",
              "Actions/JwtValidationConfig")
          .notOurs(
              "a setting newer than what engines can say of it here",
              "Conditions/HostHeaderConfig/RegexValues",
              "Conditions/HttpHeaderConfig/RegexValues",
              "Conditions/PathPatternConfig/RegexValues",
              "Conditions/RegexValues",
              "Transforms")
          .notRead("conditions by expression", "rewritten hosts and paths")
          .makingTakes("elasticloadbalancing:CreateRule")
          .free()
          .build();

  private static Attribute values(String name, String terraform) {
    String member = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return set(name, Shape.Leaf.TEXT)
        .in(TERRAFORM, terraform + "/values")
        .inAws(member + "Config/Values");
  }
}
