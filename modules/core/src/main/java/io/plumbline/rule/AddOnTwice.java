package io.plumbline.rule;

import io.plumbline.model.ClusterAddOn;
import io.plumbline.model.Design;
import io.plumbline.model.KubernetesCluster;
import java.util.HashSet;
import java.util.Set;

/** A cluster has an add-on twice, or one with a role of another cluster. */
final class AddOnTwice implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-KUBE-006",
          "add-on twice, or with another cluster's role",
          "A cluster has each add-on once: the second is refused in the middle of a"
              + " deploy. A role is handed to pods of its own cluster alone.",
          "Amazon EKS API Reference, CreateAddon: ResourceInUseException;"
              + " CreatePodIdentityAssociation",
          "say each add-on once for a cluster; give it a workloadRole that is of(…) the"
              + " same cluster");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    Set<String> seen = new HashSet<>();
    for (ClusterAddOn addOn : design.all(ClusterAddOn.class)) {
      if (addOn.cluster() == null) {
        continue;
      }
      if (addOn.name() != null && !seen.add(addOn.cluster().id() + " " + addOn.name())) {
        problems.report(RULE, addOn, "got \"" + addOn.name() + "\" once more");
      }
      KubernetesCluster of = addOn.role() == null ? null : addOn.role().cluster();
      if (of != null && !of.id().equals(addOn.cluster().id())) {
        problems.report(RULE, addOn, "got a role of cluster \"" + of.id() + "\"");
      }
    }
  }
}
