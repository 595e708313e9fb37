package io.plumbline.azure.rule;

import io.plumbline.model.NodePool;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A node pool whose pods should not reach their node's metadata service, as they do in AKS. */
final class PodsReachMetadata implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-AZURE-042",
          "pods reach the metadata service",
          "AKS keeps pods from their node's metadata service only in a preview: whoever runs a pod"
              + " gets tokens of the nodes' identity.",
          "Microsoft Learn, Block pod access to the Azure Instance Metadata Service endpoint"
              + " (preview)",
          "forbid 169.254.169.254 by a network policy; say metadataForPods() where it is meant");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AzureScope scope, Problems problems) {
    for (NodePool pool : scope.all(NodePool.class)) {
      if (!pool.metadataForPods()) {
        problems.report(RULE, pool, "got no metadataForPods(), and its pods reach it all the same");
      }
    }
  }
}
