package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.json;
import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * A KMS key. Whatever it encrypted is lost with it, so it is protected. It has no name: aliases
 * name it, and are kinds of their own. A key that waits for its deletion is as good as gone: it
 * decrypts nothing.
 */
public final class KmsKey {
  private KmsKey() {}

  /** KMS has words of its own for what a tag is made of. */
  private static final Codec TAGS = Codec.entries("TagKey", "TagValue");

  public static final ResourceKind KIND =
      kind("kms-key")
          .type("aws_kms_key", "AWS::KMS::Key")
          .read(Read.all("kms:ListKeys"))
          .read("rotation", Read.by("KeyId", "kms:GetKeyRotationStatus"))
          .read("policy", Read.by("KeyId", "kms:GetKeyPolicy"))
          .taggedBy("tags")
          .importedBy("id")
          .providerMade("KeyManager", Value.text("AWS"))
          .irreplaceable()
          .output("id", "key_id", "Ref", "KeyId")
          .output("arn", "arn", "Arn", "Arn")
          .attributes(
              text("description").byDefault(Value.text("")),
              text("keyUsage").byDefault(Value.text("ENCRYPT_DECRYPT")).replaces(TERRAFORM),
              text("keySpec")
                  .in(TERRAFORM, "customer_master_key_spec")
                  .byDefault(Value.text("SYMMETRIC_DEFAULT"))
                  .replaces(TERRAFORM),
              text("origin")
                  .notIn(TERRAFORM, "the provider has another resource for keys of other origin")
                  .byDefault(Value.text("AWS_KMS")),
              flag("multiRegion").byDefault(Value.flag(false)).replaces(TERRAFORM),
              flag("enabled").in(TERRAFORM, "is_enabled").byDefault(Value.flag(true)),
              flag("enableKeyRotation")
                  .in(AWS_API, "rotation:KeyRotationEnabled")
                  .byDefault(Value.flag(false)),
              whole("rotationPeriodInDays").in(AWS_API, "rotation:RotationPeriodInDays").asGiven(),
              json("keyPolicy")
                  .in(TERRAFORM, "policy")
                  .in(CLOUDFORMATION, "KeyPolicy")
                  .in(AWS_API, "policy:Policy"),
              map("tags")
                  .in(CLOUDFORMATION, Tags.ENTRIES)
                  .in(AWS_API, TAGS)
                  .byDefault(Value.Obj.EMPTY))
          .notOurs(
              "given by AWS",
              "AWSAccountId",
              "KeyId",
              "Arn",
              "CreationDate",
              "KeyManager",
              "policy:PolicyName",
              "rotation:KeyId")
          .notOurs(
              "follows from the key's specification",
              "CustomerMasterKeySpec",
              "EncryptionAlgorithms",
              "SigningAlgorithms",
              "KeyAgreementAlgorithms",
              "MacAlgorithms")
          .notOurs("follows from enabled; a key that is being deleted is not read", "KeyState")
          .notOurs("of keys that are being deleted", "DeletionDate", "PendingDeletionWindowInDays")
          .notOurs("of imported key material, which nobody asks for", "ValidTo", "ExpirationModel")
          .notOurs(
              "where the material lies: chosen at creation, and for life",
              "CustomKeyStoreId",
              "CloudHsmClusterId",
              "XksKeyConfiguration")
          .notOurs("replicas are keys of other regions", "MultiRegionConfiguration")
          .notOurs(
              "moves with each rotation",
              "rotation:NextRotationDate",
              "rotation:OnDemandRotationStartDate")
          .notRead("grants", "the waiting time before a deletion")
          .notOurs("changes as key material is rotated", "CurrentKeyMaterialId")
          .makingTakes("kms:CreateKey")
          .build();
}
