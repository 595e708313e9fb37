package io.plumbline.model;

import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What nodes may do at the provider's own API.
 *
 * @param statements rights of its own
 * @param managedPolicies collections of rights that the provider keeps, by name or ARN
 */
public record InstanceRole(
    Identity identity, List<Statement> statements, List<String> managedPolicies)
    implements AnyRole {
  public InstanceRole {
    statements = List.copyOf(statements);
    managedPolicies = List.copyOf(managedPolicies);
  }

  /** Its name, known once it is there. */
  public Value name() {
    return Value.ref(id(), "name");
  }

  @Override
  public List<Component> uses() {
    return List.of();
  }

  @Override
  public List<Value> values() {
    List<Value> values = new ArrayList<>(AnyRole.super.values());
    statements.forEach(statement -> values.addAll(statement.resources()));
    return values;
  }

  @Override
  public String noun() {
    return "role";
  }
}
