package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * Carries a role to instances; it holds one role at most, though CloudFormation and the API write a
 * list. CloudFormation cannot tag one, so its name alone tells it from others.
 */
public final class InstanceProfile {
  private InstanceProfile() {}

  public static final ResourceKind KIND =
      kind("instance-profile")
          .type("aws_iam_instance_profile", "AWS::IAM::InstanceProfile")
          .read(Read.by("name", "iam:GetInstanceProfile"))
          .global()
          .namedBy("name")
          .output("id", "unique_id", "Ref", "InstanceProfileId")
          .output("name", "name", "Ref", "InstanceProfileName")
          .output("arn", "arn", "Arn", "Arn")
          .attributes(
              text("name").inAws("InstanceProfileName").replaces(),
              text("path").replaces().byDefault(Value.text("/")),
              ref("role", "role", "name")
                  .in(CLOUDFORMATION, "Roles", Codec.ONLY_ITEM)
                  .in(AWS_API, "Roles", Codec.member("RoleName").then(Codec.ONLY_ITEM)),
              Tags.tags().notIn(CLOUDFORMATION, "CloudFormation does not tag instance profiles"))
          .notOurs("given by AWS", "InstanceProfileId", "Arn", "CreateDate")
          .notOurs(
              "belongs to the role",
              "Roles/Path",
              "Roles/RoleId",
              "Roles/Arn",
              "Roles/CreateDate",
              "Roles/AssumeRolePolicyDocument",
              "Roles/Description",
              "Roles/MaxSessionDuration",
              "Roles/PermissionsBoundary",
              "Roles/Tags",
              "Roles/RoleLastUsed")
          .notRead("profiles that others made for the role")
          .makingTakes("iam:AddRoleToInstanceProfile", "iam:CreateInstanceProfile", "iam:PassRole")
          .free()
          .build();
}
