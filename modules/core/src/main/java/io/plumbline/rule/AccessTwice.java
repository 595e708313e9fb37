package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.KubernetesCluster.Access;
import java.util.HashSet;
import java.util.Set;

/** Somebody's access to a cluster is said twice, or has no name that will do. */
final class AccessTwice implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-KUBE-007",
          "access to a cluster twice, or badly named",
          "A provider keeps one entry for each principal: the second is refused in the"
              + " middle of a deploy, or wins over the first. Names are parts of addresses, and"
              + " for life.",
          "Amazon EKS API Reference, CreateAccessEntry: ResourceInUseException",
          "say each principal once, under a name of [a-z0-9-]{1,40} of its own");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (KubernetesCluster cluster : design.all(KubernetesCluster.class)) {
      Set<Object> seen = new HashSet<>();
      for (Access access : cluster.accesses()) {
        if (!access.id().matches("[a-z0-9-]{1,40}")) {
          problems.report(RULE, cluster, "got access \"" + access.id() + "\"");
        }
        if (!seen.add(access.id())) {
          problems.report(RULE, cluster, "got access \"" + access.id() + "\" twice");
        }
        if (!seen.add(access.principal())) {
          problems.report(
              RULE, cluster, "got the principal of access \"" + access.id() + "\" twice");
        }
      }
    }
  }
}
