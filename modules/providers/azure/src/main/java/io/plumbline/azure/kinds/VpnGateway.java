package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.idOf;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import java.util.stream.Stream;

/**
 * A virtual network's end of VPNs: two machines of Azure's in a subnet that must be called {@code
 * GatewaySubnet}. Gateways of ExpressRoute are of the same type at Azure, and no kind here.
 */
public final class VpnGateway {
  private static final String TYPE = "Microsoft.Network/virtualNetworkGateways";
  private static final Value VPN = Value.text("Vpn");

  private VpnGateway() {}

  /** What it can do ↔ the same twice, as name and as tier, of which Azure wants both. */
  private static final Codec SKU =
      new Codec(
          sku -> Value.object("name", sku, "tier", sku),
          said -> said instanceof Value.Obj sku ? sku.get("name") : said);

  private static final Shape ADDRESS =
      record(
          Stream.concat(
                  Stream.of(text("name")),
                  Stream.of(
                      properties(
                          text("privateIPAllocationMethod")
                              .in(TERRAFORM, "private_ip_address_allocation")
                              .byDefault(Value.text("Dynamic")),
                          idOf("subnet", "subnet"),
                          ref("publicIPAddress", "public-ip", "id")
                              .in(ARM, "publicIPAddress/id")
                              .in(TERRAFORM, "public_ip_address_id"))))
              .toArray(Attribute[]::new));

  private static final Shape BGP =
      record(whole("asn"), whole("peerWeight").byDefault(Value.whole(0)));

  public static final ResourceKind KIND =
      kind("vpn-gateway")
          .type(ARM, TYPE + Arm.NETWORK)
          .type(TERRAFORM, "azurerm_virtual_network_gateway")
          .constant(ARM, "", Value.object("properties", Value.object("gatewayType", VPN)))
          .constant(TERRAFORM, "", Value.object("type", VPN))
          .read(Read.all(TYPE).where("properties/gatewayType", VPN))
          .taggedBy("tags")
          .namedBy("name")
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .attributes(name(), location(), resourceGroup())
          .attributes(
              properties(
                  text("sku").in(ARM, "sku", SKU),
                  text("vpnType").replaces().byDefault(Value.text("RouteBased")),
                  text("vpnGatewayGeneration")
                      .in(TERRAFORM, "generation")
                      .replaces()
                      .filledIn("the newest that the SKU has"),
                  flag("activeActive").byDefault(Value.flag(false)),
                  flag("enableBgp").in(TERRAFORM, "bgp_enabled").byDefault(Value.flag(false)),
                  flag("enablePrivateIpAddress")
                      .in(TERRAFORM, "private_ip_address_enabled")
                      .byDefault(Value.flag(false)),
                  list("ipConfigurations", ADDRESS).in(TERRAFORM, "ip_configuration").replaces(),
                  one("bgpSettings", BGP).filledIn("number 65515, whether it is used or not"),
                  idOf("gatewayDefaultSite", "local-network-gateway")
                      .in(TERRAFORM, "default_local_network_gateway_id")
                      .asGiven(),
                  set("customRoutes", Shape.Leaf.TEXT)
                      .in(ARM, "customRoutes/addressPrefixes")
                      .in(TERRAFORM, "custom_route/address_prefixes")
                      .asGiven()))
          .attributes(tags())
          .notOurs("addresses inside of tunnels", "properties/bgpSettings/bgpPeeringAddresses")
          .notOurs("VPNs of single people: no part of a fleet", "properties/vpnClientConfiguration")
          .notRead("VPNs of single people", "addresses inside of tunnels")
          .notOurs(Unsaid.EDGE, "extendedLocation", "properties/vNetExtendedLocationResourceId")
          .notOurs(
              "of ways that are no VPN",
              "properties/adminState",
              "properties/allowVirtualWanTraffic",
              "properties/allowRemoteVnetTraffic",
              "properties/autoScaleConfiguration",
              "properties/resiliencyModel")
          .notOurs(
              Unsaid.GIVEN,
              "properties/bgpSettings/bgpPeeringAddress",
              "properties/ipConfigurations/id")
          .notOurs("passes by itself", "properties/virtualNetworkGatewayMigrationStatus")
          .notOurs(
              "VPNs of single people: no part of a fleet",
              "properties/virtualNetworkGatewayPolicyGroups")
          .notOurs(
              Unsaid.NOBODY,
              "identity",
              "properties/customRoutes/ipamPoolPrefixAllocations",
              "properties/disableIPSecReplayProtection",
              "properties/enableBgpRouteTranslationForNat",
              "properties/enableDnsForwarding",
              "properties/enableHighBandwidthVpnGateway",
              "properties/natRules")
          .makingTakes("Microsoft.Network/virtualNetworkGateways/write")
          .charged("each hour, and each GB that leaves")
          .removedBy(AzCommand.DELETE)
          .build();
}
