package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.azure.kinds.Common.zones;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * A way out to the internet for subnets, by one address. azurerm ties the address by a resource of
 * its own.
 */
public final class NatGateway {
  private NatGateway() {}

  public static final ResourceKind KIND =
      kind("nat-gateway")
          .type(ARM, "Microsoft.Network/natGateways" + Arm.NETWORK)
          .type(TERRAFORM, "azurerm_nat_gateway")
          .read(Read.all("Microsoft.Network/natGateways" + Arm.NETWORK))
          .taggedBy("tags")
          .namedBy("name")
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .document(
              TERRAFORM,
              "address",
              "azurerm_nat_gateway_public_ip_association",
              "nat_gateway_id",
              "id")
          .attributes(
              name(),
              location(),
              resourceGroup(),
              zones(),
              text("sku").in(ARM, "sku/name").in(TERRAFORM, "sku_name").replaces())
          .attributes(
              properties(
                  whole("idleTimeoutInMinutes").byDefault(Value.whole(4)),
                  ref("publicIp", "public-ip", "id")
                      .in(ARM, "publicIpAddresses", Common.ID.then(Codec.ONLY_ITEM))
                      .in(TERRAFORM, "address:public_ip_address_id")))
          .attributes(tags())
          .notOurs(
              "IPv6 and blocks of addresses, which nobody asks for",
              "properties/publicIpAddressesV6",
              "properties/publicIpPrefixes",
              "properties/publicIpPrefixesV6")
          .notOurs("subnets say which one they take", "properties/sourceVirtualNetwork")
          .makingTakes("Microsoft.Network/natGateways/write")
          .charged("each hour, and each GB that passes")
          .removedBy(AzCommand.DELETE)
          .build();
}
