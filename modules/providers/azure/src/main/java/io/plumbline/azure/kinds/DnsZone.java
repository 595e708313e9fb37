package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/** A domain whose names Azure answers: never made, only referred to. */
public final class DnsZone {
  /** One that the internet asks. */
  public static final ResourceKind KIND =
      of(
          "dns-zone",
          "Microsoft.Network/dnsZones",
          Arm.DNS,
          "azurerm_dns_zone",
          "properties/zoneType",
          "properties/registrationVirtualNetworks",
          "properties/resolutionVirtualNetworks");

  /** One that networks ask. */
  public static final ResourceKind PRIVATE =
      of(
          "private-dns-zone",
          "Microsoft.Network/privateDnsZones",
          Arm.PRIVATE_DNS,
          "azurerm_private_dns_zone");

  private DnsZone() {}

  private static ResourceKind of(
      String id, String type, String version, String terraform, String... retired) {
    return kind(id)
        .type(ARM, type + version)
        .type(TERRAFORM, terraform)
        .read(Read.all(type))
        .taggedBy("tags")
        .namedBy("name")
        .output("id", ARM, "id")
        .output("id", TERRAFORM, "id")
        .output("name", ARM, "name")
        .output("name", TERRAFORM, "name")
        .attributes(name(), resourceGroup(), tags())
        .notOurs("given by Azure", "id", "type", "etag", "location")
        .notOurs("of private zones of old, which had their networks here", retired)
        .charged("each month, and each million of questions")
        .build();
  }
}
