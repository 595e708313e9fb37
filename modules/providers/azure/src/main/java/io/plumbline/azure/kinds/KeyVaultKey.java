package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.API;
import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * A key in a vault of ours. Its material never leaves the vault; rotated, it goes on under the same
 * name, and what was encrypted earlier stays readable. A template makes one as whoever may write
 * the vault; azurerm asks the vault itself, and wants the role Key Vault Crypto Officer in it.
 */
public final class KeyVaultKey {
  private static final String TYPE = KeyVault.TYPE + "/keys";
  private static final String VAULT = "vault";
  private static final String WHOLE = "whole";

  /** When a new version is made ↔ the one action of a policy that does it. */
  private static final Codec ROTATION =
      new Codec(
          age ->
              Value.list(
                  Value.object(
                      "trigger", Value.object("timeAfterCreate", age),
                      "action", Value.object("type", Value.text("rotate")))),
          KeyVaultKey::rotation);

  private KeyVaultKey() {}

  public static final ResourceKind KIND =
      kind("key-vault-key")
          .type(ARM, TYPE + Arm.KEY_VAULT)
          .type(TERRAFORM, "azurerm_key_vault_key")
          .read(Read.by(VAULT, "list " + TYPE + Arm.KEY_VAULT))
          .read(WHOLE, Read.by("id", TYPE + Arm.KEY_VAULT))
          .taggedBy("tags")
          .keyedBy(VAULT, "name")
          .within(VAULT)
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "resource_versionless_id")
          .output("arn", ARM, "id")
          .output("arn", TERRAFORM, "resource_versionless_id")
          .output("uri", ARM, "properties/keyUri")
          .output("uri", TERRAFORM, "versionless_id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .attributes(
              name(),
              ref(VAULT, "key-vault", "id")
                  .in(ARM, "parent")
                  .in(TERRAFORM, "key_vault_id")
                  .replaces(),
              resourceGroup().notIn(TERRAFORM, "azurerm takes the vault's"))
          .attributes(
              said(text("keyType"), "kty", Codec.SAME).in(TERRAFORM, "key_type").replaces(),
              said(whole("size"), "keySize", Codec.SAME).in(TERRAFORM, "key_size").replaces(),
              said(set("operations", Shape.Leaf.TEXT), "keyOps", Codec.SAME)
                  .in(TERRAFORM, "key_opts"),
              said(text("rotatedAfter"), "rotationPolicy/lifetimeActions", ROTATION)
                  .in(TERRAFORM, "rotation_policy/automatic/time_after_creation")
                  .asGiven())
          .attributes(tags())
          .notOurs("given by Azure", "id", "type", "location")
          .notOurs("when it may be used: as its versions say", "properties/attributes")
          .notOurs("of keys on curves, which no design makes", "properties/curveName")
          .notOurs("of keys that may leave the vault: none may", "properties/release_policy")
          .notOurs(
              "keys do not end",
              "properties/rotationPolicy/attributes",
              "properties/rotationPolicy/lifetimeActions/trigger/timeBeforeExpiry")
          .notRead("whether it is switched off, and until when it may be used")
          .makingTakes(TYPE + "/write")
          .irreplaceable()
          .charged("each thousand calls, and each rotation")
          .build();

  /** What a list of keys leaves out, and each key says itself. */
  private static Attribute said(Attribute attribute, String member, Codec codec) {
    String place = "properties/" + member;
    return attribute.in(ARM, place, codec).in(API, WHOLE + ":" + place, codec);
  }

  private static Value rotation(Value actions) {
    if (!(actions instanceof Value.Sequence all)) {
      return actions;
    }
    for (Value each : all.items()) {
      if (each instanceof Value.Obj action
          && action.get("action") instanceof Value.Obj what
          && what.get("type") instanceof Value.Text type
          && type.value().equalsIgnoreCase("rotate")
          && action.get("trigger") instanceof Value.Obj when) {
        return when.get("timeAfterCreate");
      }
    }
    return Value.NULL;
  }
}
