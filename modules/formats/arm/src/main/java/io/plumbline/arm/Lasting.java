package io.plumbline.arm;

import io.plumbline.azure.client.ArmId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What Resource Manager makes and then lets be: it neither deletes nor changes a key, and only the
 * vault itself does. Source: REST reference of Microsoft.KeyVault, Keys - Create If Not Exist: what
 * exists is answered as it is, nothing is written; there is no Delete; learn.microsoft.com,
 * Deployment stacks known issues; Azure/terraform-provider-azapi issue 879, {@code
 * DisallowedResourceOperation}; read 2026-11.
 */
final class Lasting {
  private static final String KEYS = "microsoft.keyvault/vaults/keys";
  private static final Set<String> NEVER_DELETED =
      Set.of(KEYS, "microsoft.keyvault/vaults/secrets");

  private Lasting() {}

  /** Whether Resource Manager cannot delete it, but with what it stands in. */
  static boolean isNeverDeleted(String id) {
    return NEVER_DELETED.contains(ArmId.typeOf(id).toLowerCase(Locale.ROOT));
  }

  /** Whether Resource Manager leaves it as it is once it is there. */
  static boolean isNeverChanged(String id) {
    return ArmId.typeOf(id).equalsIgnoreCase(KEYS);
  }

  /** What to know of one that is let go of, for people. */
  static List<String> left(String id) {
    String[] parts = id.split("/", -1);
    String sort = parts[parts.length - 2].toLowerCase(Locale.ROOT);
    return List.of(
        "Resource Manager cannot delete it: it stays in its vault until somebody does",
        "az keyvault "
            + (sort.equals("keys") ? "key" : "secret")
            + " delete --vault-name "
            + parts[parts.length - 3]
            + " --name "
            + parts[parts.length - 1]);
  }
}
