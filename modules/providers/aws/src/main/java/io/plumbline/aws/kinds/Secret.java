package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/**
 * A secret of Secrets Manager that is there already. Only that it exists, and where, is ever read:
 * nothing here can make one, or ask for what it holds.
 */
public final class Secret {
  private Secret() {}

  public static final ResourceKind KIND =
      kind("secret")
          .type("aws_secretsmanager_secret", "AWS::SecretsManager::Secret")
          .read(Read.by("name", "secretsmanager:DescribeSecret"))
          .namedBy("name")
          .output("id", "id", "Ref", "ARN")
          .output("arn", "arn", "Id", "ARN")
          .output("name", "name", "Ref", "Name")
          .output("asked", "id", "Ref", "Asked")
          .notInSandbox("referred to alone; no design makes one")
          .attributes(text("name").replaces())
          .notOurs("given by AWS", "ARN", "CreatedDate", "OwningService", "PrimaryRegion")
          .notOurs(
              "its owner's business",
              "Description",
              "KmsKeyId",
              "Tags",
              "RotationEnabled",
              "RotationLambdaARN",
              "RotationRules",
              "ReplicationStatus")
          .notOurs(
              "changes with use",
              "LastRotatedDate",
              "LastChangedDate",
              "LastAccessedDate",
              "NextRotationDate",
              "VersionIdsToStages",
              "DeletedDate")
          .notOurs(
              "of secrets that others keep",
              "ExternalSecretRotationMetadata",
              "ExternalSecretRotationRoleArn",
              "Type")
          .build();
}
