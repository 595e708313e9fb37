package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.azure.kinds.FederatedCredential;
import io.plumbline.graph.Resource;
import io.plumbline.model.WorkloadRole;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What pods of a service account may do: an identity with roles, and a credential by which the
 * cluster vouches for the account. The account itself names the identity's client id, as AKS's
 * workload identity wants it. Source: learn.microsoft.com, Use Microsoft Entra Workload ID with
 * AKS; read 2026-11.
 */
final class WorkloadRoleParts {
  private static final String ACCOUNT = "account";
  private static final String AUDIENCE = "api://AzureADTokenExchange";

  private WorkloadRoleParts() {}

  static List<Resource> resources(WorkloadRole role, Parts parts) {
    List<Resource> made = new ArrayList<>(InstanceRoleParts.resources(role, parts));
    made.add(
        parts.child(
            ACCOUNT,
            FederatedCredential.KIND,
            parts.name(ACCOUNT, Names.USUAL),
            Value.object(
                "identity",
                parts.id(""),
                "issuer",
                Value.ref(requireNonNull(role.cluster(), "validated").id(), "issuer"),
                "subject",
                Value.text(
                    "system:serviceaccount:" + role.namespace() + ":" + role.serviceAccount()),
                "audiences",
                Value.texts(List.of(AUDIENCE)))));
    return made;
  }
}
