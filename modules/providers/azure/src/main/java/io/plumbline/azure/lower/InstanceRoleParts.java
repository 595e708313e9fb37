package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.azure.kinds.RoleAssignment;
import io.plumbline.azure.kinds.UserAssignedIdentity;
import io.plumbline.graph.Resource;
import io.plumbline.model.InstanceRole;
import io.plumbline.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What machines may do: an identity, and a role assignment for each role that it has, over all that
 * stands in the stack's group.
 */
final class InstanceRoleParts {
  private InstanceRoleParts() {}

  static List<Resource> resources(InstanceRole role, Parts parts) {
    List<Resource> made = new ArrayList<>();
    made.add(parts.make("", UserAssignedIdentity.KIND, Names.USUAL, Value.Obj.EMPTY));
    for (String name : role.managedPolicies()) {
      made.add(assignment(requireNonNull(BuiltInRoles.number(name), "validated"), parts));
    }
    return made;
  }

  /** Addresses of what must be there before a machine can do what it may. */
  static List<String> rights(InstanceRole role) {
    return role.managedPolicies().stream()
        .map(BuiltInRoles::number)
        .map(number -> Parts.address(role, "role-" + number))
        .toList();
  }

  private static Resource assignment(String number, Parts parts) {
    String part = "role-" + number;
    Place place = parts.place();
    String name =
        UUID.nameUUIDFromBytes(parts.name(part, Names.LONG).getBytes(StandardCharsets.UTF_8))
            .toString();
    return parts.make(
        part,
        RoleAssignment.KIND,
        Value.object(
            "name", Value.text(name),
            "scope", place.groupId(),
            "roleDefinitionId",
                Value.text(
                    "/subscriptions/"
                        + place.subscription()
                        + "/providers/Microsoft.Authorization/roleDefinitions/"
                        + number),
            "principalId", Value.ref(parts.address(""), "principalId"),
            "principalType", Value.text("ServicePrincipal")));
  }
}
