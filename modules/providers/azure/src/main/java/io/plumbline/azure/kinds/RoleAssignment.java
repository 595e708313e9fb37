package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.API;
import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;

/**
 * What somebody may do to something: a role of Azure, given for a scope. Its name is a number that
 * follows from where it stands in the design.
 */
public final class RoleAssignment {
  private RoleAssignment() {}

  public static final ResourceKind KIND =
      kind("role-assignment")
          .type(ARM, "Microsoft.Authorization/roleAssignments" + Arm.AUTHORIZATION)
          .type(TERRAFORM, "azurerm_role_assignment")
          .read(Read.all("list Microsoft.Authorization/roleAssignments" + Arm.AUTHORIZATION))
          .namedBy("name")
          .keyedBy("principalId", "roleDefinitionId", "scope")
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .within("principalId")
          .attributes(name(), ref("scope", "*", "id").in(API, "properties/scope").replaces())
          .attributes(
              properties(
                  text("roleDefinitionId").replaces(),
                  ref("principalId", "user-assigned-identity", "principalId").replaces(),
                  text("principalType").replaces(),
                  text("description").replaces().asGiven()))
          .notOurs(
              "given by Azure",
              "id",
              "type",
              "properties/createdBy",
              "properties/createdOn",
              "properties/updatedBy",
              "properties/updatedOn")
          .notOurs(
              "conditions and delegates, which nobody asks for",
              "properties/condition",
              "properties/conditionVersion",
              "properties/delegatedManagedIdentityResourceId")
          .makingTakes("Microsoft.Authorization/roleAssignments/write")
          .free()
          .removedBy(AzCommand.DELETE)
          .build();
}
