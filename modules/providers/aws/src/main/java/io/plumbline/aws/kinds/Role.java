package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.json;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * An IAM role; its inline policies and its attachments are kinds of their own. CloudFormation has
 * no attachment, so there they stand in the role: {@code managedPolicyArns}, which only
 * legalisation fills. The API answers policies as percent-encoded text.
 */
public final class Role {
  private Role() {}

  private static final String ATTACHMENTS_ARE_KINDS = "attachments are a kind of their own";

  public static final ResourceKind KIND =
      kind("role")
          .type("aws_iam_role", "AWS::IAM::Role")
          .read(Read.by("name", "iam:GetRole"))
          .global()
          .taggedBy("tags")
          .importedBy("name")
          .namedBy("name")
          .output("id", "unique_id", "RoleId", "RoleId")
          .output("name", "name", "Ref", "RoleName")
          .output("arn", "arn", "Arn", "Arn")
          .attributes(
              text("name").inAws("RoleName").replaces(),
              text("path").replaces().byDefault(Value.text("/")),
              text("description").byDefault(Value.text("")),
              json("assumeRolePolicyDocument")
                  .in(TERRAFORM, "assume_role_policy")
                  .in(AWS_API, Codec.JSON_TEXT.then(Codec.URL_ENCODED)),
              whole("maxSessionDuration").byDefault(Value.whole(3600)),
              text("permissionsBoundary")
                  .in(AWS_API, "PermissionsBoundary/PermissionsBoundaryArn")
                  .asGiven(),
              set("managedPolicyArns", Shape.Leaf.TEXT)
                  .notIn(TERRAFORM, ATTACHMENTS_ARE_KINDS)
                  .notIn(AWS_API, ATTACHMENTS_ARE_KINDS),
              Tags.tags())
          .notOurs("given by AWS", "RoleId", "Arn", "CreateDate")
          .notOurs("changes with use", "RoleLastUsed")
          .notOurs("one value only: Policy", "PermissionsBoundary/PermissionsBoundaryType")
          .notRead(
              "documents of managed policies and of the permissions boundary",
              "policies of the organisation")
          .makingTakes("iam:CreateRole")
          .free()
          .build();
}
