package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/**
 * What AWS knows of the device at the other end of a VPN. It has no name of its own: the tag {@code
 * Name} is its live name.
 */
public final class CustomerGateway {
  private CustomerGateway() {}

  public static final ResourceKind KIND =
      kind("customer-gateway")
          .type("aws_customer_gateway", "AWS::EC2::CustomerGateway")
          .read(Read.all("ec2:DescribeCustomerGateways"))
          .taggedBy("tags")
          .namedBy("tags/Name")
          .keyedBy("ipAddress", "bgpAsn", "bgpAsnExtended")
          .notInSandbox(Links.NOT_DEPLOYED)
          .output("id", "id", "CustomerGatewayId", "CustomerGatewayId")
          .attributes(
              text("type").replaces(),
              text("ipAddress").replaces().asGiven(),
              whole("bgpAsn")
                  .in(TERRAFORM, Codec.NUMBER_AS_TEXT)
                  .in(AWS_API, Codec.NUMBER_AS_TEXT)
                  .replaces()
                  .asGiven(),
              whole("bgpAsnExtended")
                  .in(TERRAFORM, Codec.NUMBER_AS_TEXT)
                  .in(AWS_API, Codec.NUMBER_AS_TEXT)
                  .replaces()
                  .asGiven(),
              text("certificateArn").replaces().asGiven(),
              text("deviceName").replaces().asGiven(),
              Tags.tags())
          .notOurs("given by AWS", "CustomerGatewayId", "State")
          .makingTakes("ec2:CreateCustomerGateway")
          .free()
          .build();
}
