package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.ids;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.parent;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Attributes;
import io.plumbline.kind.Listing;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import java.util.stream.Stream;

/**
 * A rule of a network security group: traffic that is allowed, or refused. Of several that fit, the
 * one with the least priority number counts.
 */
public final class SecurityRule {
  static final String ARE_KINDS = "rules are kinds of their own";

  private static final String TYPE = "Microsoft.Network/networkSecurityGroups/securityRules";
  private static final String GROUP = "networkSecurityGroup";

  private SecurityRule() {}

  private static Attribute[] said() {
    return properties(
        text("description").asGiven(),
        text("protocol"),
        text("sourcePortRange"),
        text("destinationPortRange"),
        text("sourceAddressPrefix"),
        text("destinationAddressPrefix"),
        ids(
            "sourceApplicationSecurityGroups",
            "application-security-group",
            "source_application_security_group_ids"),
        ids(
            "destinationApplicationSecurityGroups",
            "application-security-group",
            "destination_application_security_group_ids"),
        text("access"),
        whole("priority"),
        text("direction"));
  }

  /** As a template has it inside its group. */
  static final Shape ITEM =
      record(Stream.concat(Stream.of(name()), Stream.of(said())).toArray(Attribute[]::new));

  public static final ResourceKind KIND =
      kind("security-rule")
          .type(ARM, TYPE + Arm.NETWORK)
          .type(TERRAFORM, "azurerm_network_security_rule")
          .listedIn(ARM, Listing.of("securityRules", GROUP, "resourceGroup"))
          .read(
              Read.all("Microsoft.Network/networkSecurityGroups" + Arm.NETWORK)
                  .each("properties/securityRules"))
          .keyedBy(GROUP, "name")
          .within(GROUP)
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .attributes(
              name(),
              parent(GROUP, "network-security-group", "network_security_group_name"),
              resourceGroup())
          .attributes(Attributes.asGiven(said()))
          .notOurs("given by Azure", "id", "etag", "type", "properties/provisioningState")
          .notOurs(
              "several at once are several rules; one that is given more loses the single one,"
                  + " which is read",
              "properties/destinationAddressPrefixes",
              "properties/destinationPortRanges",
              "properties/sourceAddressPrefixes",
              "properties/sourcePortRanges")
          .makingTakes("Microsoft.Network/networkSecurityGroups/securityRules/write")
          .free()
          .removedBy(AzCommand.DELETE)
          .build();
}
