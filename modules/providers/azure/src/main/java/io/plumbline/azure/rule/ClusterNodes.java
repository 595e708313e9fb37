package io.plumbline.azure.rule;

import io.plumbline.model.Machine;
import io.plumbline.model.NodePool;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.stream.Stream;

/** Nodes of a cluster by sizes, labels or numbers that AKS does not take. */
final class ClusterNodes implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-041",
          "nodes that AKS does not take",
          "AKS refuses the pool in the middle of a deploy.",
          "Microsoft Learn, Use labels in an AKS cluster: reserved system labels; Quotas, virtual"
              + " machine size restrictions and region availability in AKS",
          "one size, \"Standard_D8ds_v5\"; labels and taints without kubernetes.azure.com and"
              + " kubernetes.io; at most 1000 nodes");

  private static final int MOST = 1000;

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AzureScope scope, Problems problems) {
    for (NodePool pool : scope.all(NodePool.class)) {
      if (pool.machine() instanceof Machine.OfTypes named
          && (named.types().size() != 1
              || !named.types().get(0).matches("Standard_[A-Z][A-Za-z0-9_-]+"))) {
        problems.report(RULE, pool, "got sizes " + String.join(", ", named.types()));
      }
      Stream.concat(pool.labels().keySet().stream(), pool.taints().stream().map(t -> t.key()))
          .filter(key -> key.matches("([^/]*\\.)?(kubernetes\\.azure\\.com|kubernetes\\.io)/.*"))
          .forEach(key -> problems.report(RULE, pool, "got \"" + key + "\""));
      if (pool.count() != null && pool.count().max() > MOST) {
        problems.report(RULE, pool, "got up to " + pool.count().max() + " nodes");
      }
    }
  }
}
