package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.azure.kinds.RoleAssignment;
import io.plumbline.graph.Resource;
import io.plumbline.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Gives identities of the design roles of Azure. */
final class RoleAssignments {
  private RoleAssignments() {}

  /**
   * A role for an identity.
   *
   * @param role by its name or its number
   * @param scope the id of what it is for, and of all in it
   * @param identity the part that has the role
   */
  static Resource assign(String part, String role, Value scope, String identity, Parts parts) {
    return parts.make(
        part,
        RoleAssignment.KIND,
        Value.object(
            "name", Value.text(name(part, parts)),
            "scope", scope,
            "roleDefinitionId",
                Value.text(
                    "/subscriptions/"
                        + parts.place().subscription()
                        + "/providers/Microsoft.Authorization/roleDefinitions/"
                        + requireNonNull(BuiltInRoles.number(role), "validated")),
            "principalId", Value.ref(parts.address(identity), "principalId"),
            "principalType", Value.text("ServicePrincipal")));
  }

  private static String name(String part, Parts parts) {
    byte[] known = parts.name(part, Names.LONG).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(known).toString();
  }
}
