package io.plumbline.aws.rule;

import io.plumbline.model.NodePool;
import io.plumbline.model.NodePool.Taint;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.regex.Pattern;

/** A label or a taint with a prefix that Kubernetes and EKS keep for themselves. */
final class LabelReserved implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-KUBE-027",
          "label kept for the provider",
          "A node must not give itself labels of kubernetes.io and k8s.io: with one it"
              + " never joins. EKS refuses its own.",
          "Kubernetes documentation, NodeRestriction; Amazon EKS API Reference,"
              + " CreateNodegroup: labels",
          "choose a prefix of your own domain: example.com/use");

  /** Those of node.kubernetes.io are for anybody. */
  private static final Pattern RESERVED =
      Pattern.compile(
          "((?!(.*\\.)?node\\.kubernetes\\.io/).*\\.)?"
              + "((?<!node\\.)kubernetes\\.io|k8s\\.io|eks\\.amazonaws\\.com)/.*");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (NodePool pool : scope.all(NodePool.class)) {
      pool.labels().keySet().stream()
          .filter(key -> RESERVED.matcher(key).matches())
          .forEach(key -> problems.report(RULE, pool, "got label \"" + key + "\""));
      pool.taints().stream()
          .map(Taint::key)
          .filter(key -> RESERVED.matcher(key).matches())
          .forEach(key -> problems.report(RULE, pool, "got taint \"" + key + "\""));
    }
  }
}
