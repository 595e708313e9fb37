package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.RemovalCommand.aws;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Listing;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/**
 * A managed policy given to a role. CloudFormation writes it inside the role, so it has no document
 * there.
 */
public final class RolePolicyAttachment {
  private RolePolicyAttachment() {}

  private static final String INSIDE_THE_ROLE = "stands in the role: ManagedPolicyArns";

  public static final ResourceKind KIND =
      kind("role-policy-attachment")
          .type(TERRAFORM, "aws_iam_role_policy_attachment")
          .read(Read.by("roleName", "iam:ListAttachedRolePolicies"))
          .global()
          .keyedBy("roleName", "policyArn")
          .within("roleName")
          .listedIn(CLOUDFORMATION, Listing.ofValues("managedPolicyArns", "policyArn", "roleName"))
          .output("id", "id", "Ref", "{RoleName}/{PolicyArn}")
          .attributes(
              ref("roleName", "role", "name")
                  .in(TERRAFORM, "role")
                  .notIn(CLOUDFORMATION, INSIDE_THE_ROLE)
                  .replaces(),
              text("policyArn").notIn(CLOUDFORMATION, INSIDE_THE_ROLE).replaces())
          .notOurs("follows from the ARN", "PolicyName")
          .makingTakes("iam:AttachRolePolicy")
          .free()
          .removedBy(
              aws("iam detach-role-policy --role-name {roleName}" + " --policy-arn {policyArn}"))
          .build();
}
