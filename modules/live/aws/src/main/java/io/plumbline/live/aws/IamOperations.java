package io.plumbline.live.aws;

import static io.plumbline.live.aws.Operation.byKey;
import static io.plumbline.live.aws.Operation.each;

import io.plumbline.value.Value.Obj;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.Role;

/** IAM, one line an operation: by name, since a list of it holds neither policies nor tags. */
final class IamOperations {
  private IamOperations() {}

  private static final Set<String> ABSENT = Set.of("NoSuchEntity", "NoSuchEntityException");

  static final List<Operation> ALL =
      List.of(
          each(
              "iam:GetInstanceProfile",
              InstanceProfile::builder,
              "InstanceProfileName",
              "InstanceProfile",
              ABSENT,
              (aws, name) -> aws.iam().getInstanceProfile(r -> r.instanceProfileName(name))),
          each(
              "iam:GetRole",
              Role::builder,
              "RoleName",
              "Role",
              ABSENT,
              (aws, name) -> aws.iam().getRole(r -> r.roleName(name))),
          byKey(
              "iam:GetRolePolicy",
              GetRolePolicyResponse::builder,
              "RoleName",
              ABSENT,
              IamOperations::inlinePolicies),
          byKey(
              "iam:ListAttachedRolePolicies",
              AttachedPolicy::builder,
              "RoleName",
              ABSENT,
              (aws, role, items) ->
                  Operation.addAll(
                      aws.iam().listAttachedRolePoliciesPaginator(r -> r.roleName(role)),
                      "AttachedPolicies",
                      items)));

  /** A list of a role's policies has their names alone. */
  private static void inlinePolicies(AwsServices aws, String role, Consumer<Obj> items) {
    for (String name : aws.iam().listRolePoliciesPaginator(r -> r.roleName(role)).policyNames()) {
      Operation.unlessGone(
          ABSENT,
          () ->
              items.accept(
                  Documents.of(
                      Operation.holding(
                          "PolicyDocument",
                          aws.iam().getRolePolicy(r -> r.roleName(role).policyName(name))))));
    }
  }
}
