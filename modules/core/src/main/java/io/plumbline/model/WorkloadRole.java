package io.plumbline.model;

import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What pods of a Kubernetes cluster may do at the provider's own API: those that run as one service
 * account.
 *
 * @param cluster in which they run; null where the stack does not say, which is reported
 * @param namespace of the service account
 * @param serviceAccount its name; null where the stack does not say, which is reported
 * @param statements rights of its own
 * @param managedPolicies collections of rights that the provider keeps, by name or ARN
 */
public record WorkloadRole(
    Identity identity,
    @Nullable KubernetesCluster cluster,
    String namespace,
    @Nullable String serviceAccount,
    List<Statement> statements,
    List<String> managedPolicies)
    implements AnyRole {
  public WorkloadRole {
    statements = List.copyOf(statements);
    managedPolicies = List.copyOf(managedPolicies);
  }

  @Override
  public List<Component> uses() {
    return cluster == null ? List.of() : List.of(cluster);
  }

  @Override
  public List<Value> values() {
    List<Value> values = new ArrayList<>(AnyRole.super.values());
    statements.forEach(statement -> values.addAll(statement.resources()));
    return values;
  }

  @Override
  public String noun() {
    return "workload role";
  }
}
