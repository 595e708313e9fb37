package io.plumbline.model;

import java.util.List;

/**
 * What nodes may do at the provider's own API.
 *
 * @param statements rights of its own
 * @param managedPolicies collections of rights that the provider keeps, by name or ARN
 */
public record InstanceRole(
    Identity identity, List<Statement> statements, List<String> managedPolicies)
    implements Component {
  public InstanceRole {
    statements = List.copyOf(statements);
    managedPolicies = List.copyOf(managedPolicies);
  }

  @Override
  public List<Component> uses() {
    return List.of();
  }

  @Override
  public String noun() {
    return "role";
  }
}
