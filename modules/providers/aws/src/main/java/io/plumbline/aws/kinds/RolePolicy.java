package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.RemovalCommand.aws;
import static io.plumbline.kind.Attributes.json;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/** A policy that stands inside a role. It carries no tags; role and name tell it from others. */
public final class RolePolicy {
  private RolePolicy() {}

  public static final ResourceKind KIND =
      kind("role-policy")
          .type("aws_iam_role_policy", "AWS::IAM::RolePolicy")
          .read(Read.by("roleName", "iam:GetRolePolicy"))
          .global()
          .keyedBy("roleName", "policyName")
          .within("roleName")
          .output("id", "id", "Ref", "{RoleName}:{PolicyName}")
          .attributes(
              ref("roleName", "role", "name").in(TERRAFORM, "role").replaces(),
              text("policyName").in(TERRAFORM, "name").replaces(),
              json("policyDocument")
                  .in(TERRAFORM, "policy")
                  .in(AWS_API, Codec.JSON_TEXT.then(Codec.URL_ENCODED)))
          .makingTakes("iam:PutRolePolicy")
          .free()
          .removedBy(
              aws("iam delete-role-policy --role-name {roleName}" + " --policy-name {policyName}"))
          .build();
}
