package io.plumbline.aws.rule;

import io.plumbline.model.NodePool;
import io.plumbline.model.NodePool.OperatingSystem;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A system for containers on a machine of which it has no drivers. */
final class NoImageForAccelerator implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-KUBE-025",
          "no image with drivers for this machine",
          "EKS keeps no such image of Bottlerocket for Trainium and Inferentia: nodes"
              + " come up, and no pod sees an accelerator.",
          "Amazon EKS API Reference, Nodegroup: amiType (2025-06)",
          "leave system(CONTAINERS_ONLY) out");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (NodePool pool : scope.all(NodePool.class)) {
      if (pool.system() == OperatingSystem.CONTAINERS_ONLY && pool.machine() != null) {
        scope.catalogue().candidates(pool).stream()
            .filter(type -> type.matches("(trn|inf)[0-9].*"))
            .forEach(
                type -> problems.report(RULE, pool, "got CONTAINERS_ONLY on \"" + type + "\""));
      }
    }
  }
}
