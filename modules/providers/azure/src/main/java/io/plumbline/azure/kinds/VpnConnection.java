package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
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

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * A VPN between a gateway of ours and a device elsewhere, or another gateway of Azure. Its shared
 * key is a secret, and stands in no artefact: Azure makes one up, and whoever may {@code
 * listSharedKey} fetches it for the device, or sets another. Nobody here asks for it.
 */
public final class VpnConnection {
  private static final String TYPE = "Microsoft.Network/connections";

  private VpnConnection() {}

  /** A reference ↔ an object with its id, of which Azure wants the rest too, empty. */
  private static final Codec WHOLE =
      new Codec(
          id -> Value.object("id", id, "properties", Value.Obj.EMPTY),
          said -> said instanceof Value.Obj whole ? whole.get("id") : said);

  private static final Shape IPSEC =
      record(
          whole("saLifeTimeSeconds").in(TERRAFORM, "sa_lifetime"),
          whole("saDataSizeKilobytes").in(TERRAFORM, "sa_datasize"),
          text("ipsecEncryption"),
          text("ipsecIntegrity"),
          text("ikeEncryption"),
          text("ikeIntegrity"),
          text("dhGroup"),
          text("pfsGroup"));

  private static final Shape SELECTOR =
      record(
          set("localAddressRanges", Shape.Leaf.TEXT).in(TERRAFORM, "local_address_cidrs"),
          set("remoteAddressRanges", Shape.Leaf.TEXT).in(TERRAFORM, "remote_address_cidrs"));

  public static final ResourceKind KIND =
      kind("vpn-connection")
          .type(ARM, TYPE + Arm.NETWORK)
          .type(TERRAFORM, "azurerm_virtual_network_gateway_connection")
          .read(Read.all(TYPE))
          .taggedBy("tags")
          .namedBy("name")
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .within("virtualNetworkGateway")
          .attributes(name(), location(), resourceGroup())
          .attributes(
              properties(
                  text("connectionType").in(TERRAFORM, "type").replaces(),
                  ref("virtualNetworkGateway", "vpn-gateway", "id")
                      .in(ARM, "virtualNetworkGateway1", WHOLE)
                      .in(TERRAFORM, "virtual_network_gateway_id")
                      .replaces(),
                  ref("peerVirtualNetworkGateway", "vpn-gateway", "id")
                      .in(ARM, "virtualNetworkGateway2", WHOLE)
                      .in(TERRAFORM, "peer_virtual_network_gateway_id")
                      .replaces()
                      .asGiven(),
                  ref("localNetworkGateway", "local-network-gateway", "id")
                      .in(ARM, "localNetworkGateway2", WHOLE)
                      .in(TERRAFORM, "local_network_gateway_id")
                      .replaces()
                      .asGiven(),
                  text("connectionProtocol").replaces(TERRAFORM).byDefault(Value.text("IKEv2")),
                  text("connectionMode").byDefault(Value.text("Default")),
                  whole("routingWeight").filledIn("by whoever makes it: 0 or 10"),
                  whole("dpdTimeoutSeconds").filledIn("0, which means 45"),
                  flag("enableBgp").in(TERRAFORM, "bgp_enabled").byDefault(Value.flag(false)),
                  flag("useLocalAzureIpAddress")
                      .in(TERRAFORM, "local_azure_ip_address_enabled")
                      .byDefault(Value.flag(false)),
                  flag("usePolicyBasedTrafficSelectors").byDefault(Value.flag(false)),
                  one("ipsecPolicy", IPSEC)
                      .in(ARM, "ipsecPolicies", Codec.ONLY_ITEM)
                      .in(TERRAFORM, "ipsec_policy")
                      .asGiven(),
                  list("trafficSelectorPolicies", SELECTOR)
                      .in(TERRAFORM, "traffic_selector_policy")
                      .asGiven()))
          .attributes(tags())
          .notOurs("a secret: dropped where it is read", "properties/sharedKey")
          .notOurs(
              "how it is right now",
              "properties/connectionStatus",
              "properties/tunnelConnectionStatus",
              "properties/egressBytesTransferred",
              "properties/ingressBytesTransferred")
          .notRead("its shared key")
          .notOurs(
              "of ways that are no VPN",
              "properties/authorizationKey",
              "properties/enablePrivateLinkFastPath",
              "properties/expressRouteGatewayBypass",
              "properties/peer")
          .notOurs(
              "a shared key lets it in",
              "properties/authenticationType",
              "properties/certificateAuthentication")
          .notOurs(
              Unsaid.NOBODY,
              "properties/egressNatRules",
              "properties/ingressNatRules",
              "properties/gatewayCustomBgpIpAddresses",
              "properties/tunnelProperties")
          .makingTakes("Microsoft.Network/connections/write")
          .charged("each hour")
          .removedBy(AzCommand.DELETE)
          .build();
}
