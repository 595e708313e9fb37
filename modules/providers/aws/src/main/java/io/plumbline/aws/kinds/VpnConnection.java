package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * A VPN between a gateway of ours and one elsewhere, of two tunnels. AWS answers their pre-shared
 * keys to whoever may describe it; reading drops them before anything else sees them. It has no
 * name of its own: the tag {@code Name} is its live name.
 */
public final class VpnConnection {
  private VpnConnection() {}

  private static final String SECRET = "a secret: dropped where it is read";

  public static final ResourceKind KIND =
      kind("vpn-connection")
          .type("aws_vpn_connection", "AWS::EC2::VPNConnection")
          .read(Read.all("ec2:DescribeVpnConnections"))
          .taggedBy("tags")
          .importedBy("id")
          .namedBy("tags/Name")
          .keyedBy("customerGatewayId", "vpnGatewayId", "transitGatewayId")
          .within("vpnGatewayId")
          .notInSandbox(Links.NOT_DEPLOYED)
          .output("id", "id", "VpnConnectionId", "VpnConnectionId")
          .attributes(
              text("type").replaces(),
              ref("customerGatewayId", "customer-gateway", "id"),
              ref("vpnGatewayId", "vpn-gateway", "id").asGiven(),
              ref("transitGatewayId", "transit-gateway", "id").asGiven(),
              option(flag("staticRoutesOnly")).replaces().byDefault(Value.flag(false)),
              option(flag("enableAcceleration")).replaces().byDefault(Value.flag(false)),
              option(text("localIpv4NetworkCidr"))
                  .replaces(CLOUDFORMATION)
                  .byDefault(Value.text("0.0.0.0/0")),
              option(text("remoteIpv4NetworkCidr"))
                  .replaces(CLOUDFORMATION)
                  .byDefault(Value.text("0.0.0.0/0")),
              option(text("localIpv6NetworkCidr"))
                  .replaces(CLOUDFORMATION)
                  .filledIn("any, where addresses inside are IPv6"),
              option(text("remoteIpv6NetworkCidr"))
                  .replaces(CLOUDFORMATION)
                  .filledIn("any, where addresses inside are IPv6"),
              option(text("outsideIpAddressType")).replaces().byDefault(Value.text("PublicIpv4")),
              option(text("transportTransitGatewayAttachmentId")).replaces().asGiven(),
              option(text("tunnelInsideIpVersion")).replaces().byDefault(Value.text("ipv4")),
              VpnTunnels.OPTIONS,
              Tags.tags())
          .notOurs(
              "given by AWS",
              "VpnConnectionId",
              "Category",
              "State",
              "CoreNetworkArn",
              "CoreNetworkAttachmentArn",
              "GatewayAssociationState",
              "Options/TunnelOptions/OutsideIpAddress")
          .notOurs(SECRET, "CustomerGatewayConfiguration", "Options/TunnelOptions/PreSharedKey")
          .notOurs("how its tunnels are right now", "VgwTelemetry")
          .notOurs("what it logs: another setting", "Options/TunnelOptions/LogOptions")
          .notOurs("several of one: a kind of its own", "Routes")
          .notRead("its static routes", "its pre-shared keys", "what its tunnels log")
          .notOurs(
              "a setting newer than what engines can say of it here",
              "Options/TunnelBandwidth",
              "PreSharedKeyArn",
              "VpnConcentratorId")
          .notRead("bandwidth of tunnels", "keys kept as secrets", "concentrators")
          .makingTakes("ec2:CreateVpnConnection")
          .charged("each hour, and each GB that leaves")
          .build();

  private static Attribute option(Attribute attribute) {
    String name = attribute.name();
    String member = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return attribute.in(AWS_API, "Options/" + member);
  }
}
