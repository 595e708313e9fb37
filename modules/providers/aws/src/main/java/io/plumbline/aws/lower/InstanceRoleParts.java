package io.plumbline.aws.lower;

import io.plumbline.aws.kinds.InstanceProfile;
import io.plumbline.aws.kinds.Role;
import io.plumbline.aws.kinds.RolePolicy;
import io.plumbline.aws.kinds.RolePolicyAttachment;
import io.plumbline.graph.LiveName;
import io.plumbline.graph.Resource;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.Statement;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A role of nodes: a role that EC2 may take on, its own policy, what AWS manages, and the profile
 * that hands it to instances.
 */
final class InstanceRoleParts {
  static final String POLICY = "policy";
  static final String PROFILE = "profile";
  private static final int PART = 63;

  private InstanceRoleParts() {}

  static List<Resource> resources(InstanceRole role, Parts parts, String region) {
    List<Resource> made = new ArrayList<>();
    made.add(role(parts));
    if (!role.statements().isEmpty()) {
      made.add(policy(role, parts));
    }
    role.managedPolicies().forEach(policy -> made.add(attachment(policy, parts, region)));
    made.add(profile(parts));
    return made;
  }

  /** The parts that say what it may do. */
  static List<String> rights(InstanceRole role) {
    List<String> rights = new ArrayList<>();
    if (!role.statements().isEmpty()) {
      rights.add(POLICY);
    }
    role.managedPolicies().forEach(policy -> rights.add(part(policy)));
    return rights;
  }

  private static Resource role(Parts parts) {
    return parts.make(
        "",
        Role.KIND,
        Value.object(
            "name", parts.nameValue("", Names.ROLE),
            "path", Value.text("/"),
            "assumeRolePolicyDocument", Policies.trust("ec2.amazonaws.com"),
            "maxSessionDuration", Value.whole(3600),
            "tags", parts.tags("")));
  }

  private static Resource policy(InstanceRole role, Parts parts) {
    List<Value> statements = role.statements().stream().map(InstanceRoleParts::statement).toList();
    return parts.make(
        POLICY,
        RolePolicy.KIND,
        Value.object(
            "roleName", roleName(parts),
            "policyName", Value.text("plumbline"),
            "policyDocument", Policies.document(statements)));
  }

  private static Value statement(Statement statement) {
    return Value.object(
        "Effect", Value.text(statement.allow() ? "Allow" : "Deny"),
        "Action", Value.texts(statement.actions()),
        "Resource", Value.list(statement.resources()));
  }

  private static Resource attachment(String policy, Parts parts, String region) {
    String arn =
        policy.startsWith("arn:")
            ? policy
            : "arn:" + Policies.partition(region) + ":iam::aws:policy/" + policy;
    return parts.make(
        part(policy),
        RolePolicyAttachment.KIND,
        Value.object("roleName", roleName(parts), "policyArn", Value.text(arn)));
  }

  /** What an attachment is called within its role: after the policy, whatever others there are. */
  static String part(String policy) {
    String name = policy.substring(policy.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return LiveName.shortened("managed-" + name.replaceAll("[^a-z0-9-]", "-"), PART);
  }

  /** With no tags, since CloudFormation cannot give it any: its name says whose it is. */
  private static Resource profile(Parts parts) {
    return parts.make(
        PROFILE,
        InstanceProfile.KIND,
        Value.object(
            "name", parts.nameValue(PROFILE, Names.INSTANCE_PROFILE),
            "path", Value.text("/"),
            "role", roleName(parts)));
  }

  private static Value roleName(Parts parts) {
    return Value.ref(parts.address(""), "name");
  }
}
