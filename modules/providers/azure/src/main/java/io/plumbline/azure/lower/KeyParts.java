package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.azure.kinds.KeyVault;
import io.plumbline.azure.kinds.KeyVaultKey;
import io.plumbline.azure.kinds.KeyVaultSecret;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.model.ExistingKey;
import io.plumbline.model.ExistingSecret;
import io.plumbline.model.Key;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A key, in a vault of its own: whoever may use the one may use no other. */
final class KeyParts {
  static final String VAULT = "vault";

  /** A vault's name begins with a letter; an environment's need not. */
  private static final String PREFIX = "kv";

  /** For how many days a deleted key can be got back: the most that Azure takes. */
  private static final int KEPT = 90;

  private static final int SIZE = 3072;

  private static final List<String> OPERATIONS =
      List.of("decrypt", "encrypt", "unwrapKey", "wrapKey");

  private KeyParts() {}

  static List<Resource> resources(Key key, Parts parts) {
    return List.of(vault(parts), key(key, parts));
  }

  static List<Resource> existing(ExistingKey key, Parts parts) {
    return List.of(
        parts.existing(
            "", io.plumbline.azure.kinds.ExistingKey.KIND, new Lookup.ById(key.called())));
  }

  static List<Resource> existing(ExistingSecret secret, Parts parts) {
    return List.of(parts.existing("", KeyVaultSecret.KIND, new Lookup.ById(secret.called())));
  }

  private static Resource vault(Parts parts) {
    String tenant = requireNonNull(parts.place().target().site().setting("tenant"), "validated");
    String name = PREFIX + parts.sharedName(VAULT, Names.KEY_VAULT - PREFIX.length());
    return parts.make(
        VAULT,
        KeyVault.KIND,
        Names.KEY_VAULT,
        Value.object(
            "name", Value.text(name),
            "tenantId", Value.text(tenant),
            "sku", Value.text("standard"),
            "enableRbacAuthorization", Value.flag(true),
            "enablePurgeProtection", Value.flag(true),
            "softDeleteRetentionInDays", Value.whole(KEPT),
            "enabledForDeployment", Value.flag(false),
            "enabledForTemplateDeployment", Value.flag(false),
            "enabledForDiskEncryption", Value.flag(false),
            "publicNetworkAccess", Value.flag(true)));
  }

  /** What it is for stands in a tag: keys of Azure have no description. */
  private static Resource key(Key key, Parts parts) {
    Map<String, Value> tags = new LinkedHashMap<>(parts.tags("").members());
    tags.put("description", Value.text(key.description()));
    return parts.child(
        "",
        KeyVaultKey.KIND,
        parts.name("", Names.KEY),
        Value.object(
            "vault", parts.id(VAULT),
            "keyType", Value.text("RSA"),
            "size", Value.whole(SIZE),
            "operations", Value.texts(OPERATIONS),
            "rotatedAfter",
                key.rotation() == null
                    ? Value.NULL
                    : Value.text("P" + key.rotation().toDays() + "D"),
            "tags", new Value.Obj(tags)));
  }
}
