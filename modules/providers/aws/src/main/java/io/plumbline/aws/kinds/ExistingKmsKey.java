package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/**
 * A KMS key that is there already, maybe of another account. It is asked for by what the design
 * calls it: id, ARN or alias; whatever that was, references get its ARN.
 */
public final class ExistingKmsKey {
  private ExistingKmsKey() {}

  private static final String REFERRED_TO = "referred to alone; no design makes one";

  public static final ResourceKind KIND =
      kind("existing-kms-key")
          .type("aws_kms_key", "AWS::KMS::Key")
          .read(Read.by("keyId", "kms:DescribeKey"))
          .keyedBy("keyId")
          .output("id", "key_id", "Ref", "KeyId")
          .output("arn", "arn", "Arn", "Arn")
          .output("asked", "id", "Ref", "Asked")
          .notInSandbox(REFERRED_TO)
          .attributes(
              text("keyId").notIn(TERRAFORM, REFERRED_TO).notIn(CLOUDFORMATION, REFERRED_TO))
          .notOurs(
              "its owner's business",
              "AWSAccountId",
              "Arn",
              "CreationDate",
              "Enabled",
              "Description",
              "KeyUsage",
              "KeyState",
              "DeletionDate",
              "ValidTo",
              "Origin",
              "CustomKeyStoreId",
              "CloudHsmClusterId",
              "ExpirationModel",
              "KeyManager",
              "CustomerMasterKeySpec",
              "KeySpec",
              "EncryptionAlgorithms",
              "SigningAlgorithms",
              "KeyAgreementAlgorithms",
              "MultiRegion",
              "MultiRegionConfiguration",
              "PendingDeletionWindowInDays",
              "MacAlgorithms",
              "XksKeyConfiguration")
          .notOurs("changes as key material is rotated", "CurrentKeyMaterialId")
          .build();
}
