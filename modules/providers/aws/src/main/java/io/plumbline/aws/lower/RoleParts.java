package io.plumbline.aws.lower;

import io.plumbline.aws.kinds.Role;
import io.plumbline.aws.kinds.RolePolicy;
import io.plumbline.aws.kinds.RolePolicyAttachment;
import io.plumbline.graph.LiveName;
import io.plumbline.graph.Resource;
import io.plumbline.model.AnyRole;
import io.plumbline.model.Statement;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A role that is one part of a component, and the parts that say what it may do. */
final class RoleParts {
  static final String POLICY = "policy";
  private static final int PART = 63;

  private final Parts parts;
  private final String role;
  private final String region;

  /**
   * The parts of one role.
   *
   * @param role which part of the component it is
   */
  RoleParts(Parts parts, String role, String region) {
    this.parts = parts;
    this.role = role;
    this.region = region;
  }

  /** The parts of a role of a design that say what it may do. */
  static List<String> rights(AnyRole role) {
    List<String> rights = new ArrayList<>();
    if (!role.statements().isEmpty()) {
      rights.add(POLICY);
    }
    role.managedPolicies().forEach(policy -> rights.add(part(policy)));
    return rights;
  }

  /** A role of a design, which may be taken on by whom {@code trust} says. */
  List<Resource> resources(AnyRole described, Value trust) {
    List<Resource> made = new ArrayList<>();
    made.add(role(trust));
    if (!described.statements().isEmpty()) {
      List<Value> statements = described.statements().stream().map(RoleParts::statement).toList();
      made.add(policy(POLICY, statements));
    }
    described.managedPolicies().forEach(policy -> made.add(attachment(policy)));
    return made;
  }

  /** The role itself. */
  Resource role(Value trust) {
    return parts.make(
        role,
        Role.KIND,
        Value.object(
            "name", parts.nameValue(role, Names.ROLE),
            "path", Value.text("/"),
            "assumeRolePolicyDocument", trust,
            "maxSessionDuration", Value.whole(3600),
            "tags", parts.tags(role)));
  }

  /** Rights of its own. */
  Resource policy(String part, List<Value> statements) {
    return parts.make(
        part,
        RolePolicy.KIND,
        Value.object(
            "roleName", name(),
            "policyName", Value.text("plumbline"),
            "policyDocument", Policies.document(statements)));
  }

  /** Rights that AWS keeps, by name or ARN. */
  Resource attachment(String policy) {
    String arn =
        policy.startsWith("arn:")
            ? policy
            : "arn:" + Policies.partition(region) + ":iam::aws:policy/" + policy;
    return parts.make(
        part(policy),
        RolePolicyAttachment.KIND,
        Value.object("roleName", name(), "policyArn", Value.text(arn)));
  }

  /** What an attachment is called within its role: after the policy, whatever others there are. */
  static String part(String policy) {
    String name = policy.substring(policy.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return LiveName.shortened("managed-" + name.replaceAll("[^a-z0-9-]", "-"), PART);
  }

  Value name() {
    return Value.ref(parts.address(role), "name");
  }

  Value arn() {
    return Value.ref(parts.address(role), "arn");
  }

  private static Value statement(Statement statement) {
    return Value.object(
        "Effect", Value.text(statement.allow() ? "Allow" : "Deny"),
        "Action", Value.texts(statement.actions()),
        "Resource", Value.list(statement.resources()));
  }
}
