package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * What Azure knows of a VPN device elsewhere: where it answers, by address or by name, and which
 * blocks are behind it, as they stand or as it tells by BGP.
 */
public final class LocalNetworkGateway {
  private LocalNetworkGateway() {}

  private static final Shape BGP =
      record(
          whole("asn"), text("bgpPeeringAddress"), whole("peerWeight").byDefault(Value.whole(0)));

  public static final ResourceKind KIND =
      kind("local-network-gateway")
          .type(ARM, "Microsoft.Network/localNetworkGateways" + Arm.NETWORK)
          .type(TERRAFORM, "azurerm_local_network_gateway")
          .read(Read.all("Microsoft.Network/localNetworkGateways"))
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
                  text("gatewayIpAddress").in(TERRAFORM, "gateway_address").asGiven(),
                  text("fqdn").in(TERRAFORM, "gateway_fqdn").asGiven(),
                  set("addressSpace", Shape.Leaf.TEXT)
                      .in(ARM, "localNetworkAddressSpace/addressPrefixes")
                      .asGiven(),
                  one("bgpSettings", BGP).asGiven()))
          .attributes(tags())
          .notOurs("addresses inside of tunnels", "properties/bgpSettings/bgpPeeringAddresses")
          .notOurs(
              "of address managers, which nobody asks for",
              "properties/localNetworkAddressSpace/ipamPoolPrefixAllocations")
          .makingTakes("Microsoft.Network/localNetworkGateways/write")
          .free()
          .removedBy(AzCommand.DELETE)
          .build();
}
