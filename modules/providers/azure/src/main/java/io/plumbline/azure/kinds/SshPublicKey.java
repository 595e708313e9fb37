package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/** A public key that logs in to machines, as it is kept in Azure: never made, only referred to. */
public final class SshPublicKey {
  private SshPublicKey() {}

  public static final ResourceKind KIND =
      kind("ssh-public-key")
          .type(ARM, "Microsoft.Compute/sshPublicKeys" + Arm.COMPUTE)
          .type(TERRAFORM, "azurerm_ssh_public_key")
          .read(Read.all("Microsoft.Compute/sshPublicKeys" + Arm.COMPUTE))
          .taggedBy("tags")
          .namedBy("name")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("publicKey", ARM, "properties/publicKey")
          .output("publicKey", TERRAFORM, "public_key")
          .attributes(name(), location(), resourceGroup())
          .attributes(properties(text("publicKey")))
          .attributes(tags())
          .notOurs("given by Azure", "id", "type")
          .free()
          .build();
}
