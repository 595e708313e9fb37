package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.API;
import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/**
 * Rules for the traffic of network interfaces; each is a kind of its own. A template that made them
 * beside the group would empty it first, so there they stand in the group: {@code securityRules},
 * which only legalisation fills.
 */
public final class NetworkSecurityGroup {
  private NetworkSecurityGroup() {}

  public static final ResourceKind KIND =
      kind("network-security-group")
          .type(ARM, "Microsoft.Network/networkSecurityGroups" + Arm.NETWORK)
          .type(TERRAFORM, "azurerm_network_security_group")
          .read(Read.all("Microsoft.Network/networkSecurityGroups" + Arm.NETWORK))
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
                  list("securityRules", SecurityRule.ITEM)
                      .notIn(TERRAFORM, SecurityRule.ARE_KINDS)
                      .notIn(API, SecurityRule.ARE_KINDS)))
          .attributes(tags())
          .notOurs("made by Azure in each group", "properties/defaultSecurityRules")
          .notOurs(
              "what becomes of connections as rules change: left as Azure has it",
              "properties/flushConnection")
          .makingTakes("Microsoft.Network/networkSecurityGroups/write")
          .free()
          .removedBy(AzCommand.DELETE)
          .build();
}
