package io.plumbline.aws.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.aws.kinds.EksPodIdentityAssociation;
import io.plumbline.graph.Resource;
import io.plumbline.model.WorkloadRole;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/** A role that EKS hands to pods, its rights, and which pods get it. */
final class WorkloadRoleParts {
  static final String ASSOCIATION = "association";

  /** EKS tags the session with cluster, namespace and pod, and needs the right to. */
  private static final Value TRUST =
      Policies.document(
          Value.object(
              "Effect", Value.text("Allow"),
              "Principal", Value.object("Service", Value.text("pods.eks.amazonaws.com")),
              "Action", Value.texts(List.of("sts:AssumeRole", "sts:TagSession"))));

  private WorkloadRoleParts() {}

  static List<Resource> resources(WorkloadRole role, Parts parts, String region) {
    RoleParts made = new RoleParts(parts, "", region);
    List<Resource> resources = new ArrayList<>(made.resources(role, TRUST));
    resources.add(
        parts.make(
            ASSOCIATION,
            EksPodIdentityAssociation.KIND,
            Value.object(
                "clusterName", Value.ref(requireNonNull(role.cluster(), "validated").id(), "name"),
                "namespace", Value.text(role.namespace()),
                "serviceAccount", Value.text(requireNonNull(role.serviceAccount(), "validated")),
                "roleArn", made.arn(),
                "tags", parts.tags(ASSOCIATION))));
    return resources;
  }
}
