package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.azure.kinds.UserAssignedIdentity;
import io.plumbline.graph.Resource;
import io.plumbline.model.AnyRole;
import io.plumbline.model.InstanceRole;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What machines may do: an identity, and a role assignment for each role that it has, over all that
 * stands in the stack's group.
 */
final class InstanceRoleParts {
  private InstanceRoleParts() {}

  static List<Resource> resources(AnyRole role, Parts parts) {
    List<Resource> made = new ArrayList<>();
    made.add(parts.make("", UserAssignedIdentity.KIND, Names.USUAL, Value.Obj.EMPTY));
    for (String name : role.managedPolicies()) {
      String part = "role-" + requireNonNull(BuiltInRoles.number(name), "validated");
      made.add(RoleAssignments.assign(part, name, parts.place().groupId(), "", parts));
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
}
