package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/** A name for the network interfaces that carry it: rules say it in place of addresses. */
public final class ApplicationSecurityGroup {
  private ApplicationSecurityGroup() {}

  public static final ResourceKind KIND =
      kind("application-security-group")
          .type(ARM, "Microsoft.Network/applicationSecurityGroups" + Arm.NETWORK)
          .type(TERRAFORM, "azurerm_application_security_group")
          .read(Read.all("Microsoft.Network/applicationSecurityGroups" + Arm.NETWORK))
          .taggedBy("tags")
          .namedBy("name")
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .attributes(name(), location(), resourceGroup(), tags())
          .makingTakes("Microsoft.Network/applicationSecurityGroups/write")
          .free()
          .removedBy(AzCommand.DELETE)
          .build();
}
