package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.azure.kinds.Common.zones;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/** An address that the internet reaches, and that stays the same. */
public final class PublicIp {
  private PublicIp() {}

  public static final ResourceKind KIND =
      kind("public-ip")
          .type(ARM, "Microsoft.Network/publicIPAddresses" + Arm.NETWORK)
          .type(TERRAFORM, "azurerm_public_ip")
          .read(Read.all("Microsoft.Network/publicIPAddresses" + Arm.NETWORK))
          .taggedBy("tags")
          .namedBy("name")
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .attributes(
              name(),
              location(),
              resourceGroup(),
              zones(),
              text("sku").in(ARM, "sku/name").replaces(),
              text("tier")
                  .in(ARM, "sku/tier")
                  .in(TERRAFORM, "sku_tier")
                  .replaces()
                  .byDefault(Value.text("Regional")))
          .attributes(
              properties(
                  text("publicIPAllocationMethod").in(TERRAFORM, "allocation_method"),
                  text("publicIPAddressVersion")
                      .in(TERRAFORM, "ip_version")
                      .replaces()
                      .byDefault(Value.text("IPv4")),
                  whole("idleTimeoutInMinutes").byDefault(Value.whole(4)),
                  text("domainNameLabel").in(ARM, "dnsSettings/domainNameLabel").asGiven()))
          .attributes(tags())
          .output("address", ARM, "properties/ipAddress")
          .output("address", TERRAFORM, "ip_address")
          .notOurs(Unsaid.EDGE, "extendedLocation")
          .notOurs("as its network's", "properties/ddosSettings")
          .notOurs(Unsaid.GIVEN, "properties/ipAddress", "properties/dnsSettings/fqdn")
          .notOurs(
              Unsaid.NOBODY,
              "properties/deleteOption",
              "properties/dnsSettings/domainNameLabelScope",
              "properties/dnsSettings/reverseFqdn",
              "properties/ipTags",
              "properties/publicIPPrefix")
          .notOurs("says who has it", "properties/natGateway")
          .notOurs("passes by itself", "properties/migrationPhase")
          .makingTakes("Microsoft.Network/publicIPAddresses/write")
          .irreplaceable()
          .charged("each hour")
          .removedBy(AzCommand.DELETE)
          .build();
}
