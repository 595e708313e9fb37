package io.plumbline.aws.rule;

import io.plumbline.model.NodePool;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** A role of nodes without what each node of a cluster needs. */
final class NodeRoleLacks implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-KUBE-026",
          "role of nodes lacks what they need",
          "A node that may not call EKS never joins, and one that may not fetch images"
              + " runs nothing: the node group fails after half an hour.",
          "Amazon EKS User Guide, Amazon EKS node IAM role",
          "add the managed policies, or leave role(…) out: the pool then makes one with" + " them");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (NodePool pool : scope.all(NodePool.class)) {
      if (pool.role() != null) {
        List<String> given = pool.role().managedPolicies();
        List<String> lacking = new ArrayList<>();
        if (!has(given, "AmazonEKSWorkerNodePolicy")) {
          lacking.add("AmazonEKSWorkerNodePolicy");
        }
        if (!has(given, "AmazonEC2ContainerRegistryPullOnly")
            && !has(given, "AmazonEC2ContainerRegistryReadOnly")) {
          lacking.add("AmazonEC2ContainerRegistryPullOnly");
        }
        if (!lacking.isEmpty()) {
          problems.report(
              RULE,
              pool,
              "got role \"" + pool.role().id() + "\" without " + String.join(", ", lacking));
        }
      }
    }
  }

  private static boolean has(List<String> given, String policy) {
    return given.stream().anyMatch(each -> each.equals(policy) || each.endsWith("/" + policy));
  }
}
