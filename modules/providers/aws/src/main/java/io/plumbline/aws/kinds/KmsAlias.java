package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/** A name of a KMS key. It carries no tags: its name says whose it is. */
public final class KmsAlias {
  private KmsAlias() {}

  public static final ResourceKind KIND =
      kind("kms-alias")
          .type("aws_kms_alias", "AWS::KMS::Alias")
          .read(Read.all("kms:ListAliases"))
          .namedBy("aliasName")
          .within("targetKeyId")
          .output("id", "name", "Ref", "AliasName")
          .attributes(
              text("aliasName").in(TERRAFORM, "name").replaces(),
              ref("targetKeyId", "kms-key", "id"))
          .notOurs("given by AWS", "AliasArn", "CreationDate", "LastUpdatedDate")
          .makingTakes("kms:CreateAlias")
          .free()
          .build();
}
