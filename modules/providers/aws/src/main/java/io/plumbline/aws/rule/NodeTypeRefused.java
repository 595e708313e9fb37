package io.plumbline.aws.rule;

import io.plumbline.aws.lower.NodeImage;
import io.plumbline.model.Machine;
import io.plumbline.model.NodePool;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Instance types that cannot be nodes of one pool. */
final class NodeTypeRefused implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-KUBE-024",
          "instance types of a node pool not allowed",
          "All nodes of a pool boot from one image: types of other processors, or with"
              + " and without accelerators, do not share one, and a type that does not exist is"
              + " found out in the middle of a deploy.",
          "Amazon EKS User Guide, Create a managed node group: instance types; Amazon EC2"
              + " instance types",
          "name up to 20 types with the same processor and the same sort of accelerator");

  private static final int MOST = 20;
  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z0-9-]+");
  private static final Pattern ACCELERATED = Pattern.compile("([gp]|trn|inf|dl)[0-9].*");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (NodePool pool : scope.all(NodePool.class)) {
      if (pool.machine() instanceof Machine.OfTypes named) {
        check(pool, named.types(), scope, problems);
      }
    }
  }

  private static void check(NodePool pool, List<String> types, AwsScope scope, Problems problems) {
    for (String type : types) {
      boolean known = scope.catalogue().find(type) != null;
      if (!known && (ACCELERATED.matcher(type).matches() || !TYPE.matcher(type).matches())) {
        problems.report(RULE, pool, "got \"" + type + "\"; " + Nearest.to(type, scope.catalogue()));
      } else if (!known && pool.fabric()) {
        problems.report(RULE, pool, "got fabric() on " + type + ", of which no EFA is known here");
      }
    }
    Set<String> images = new TreeSet<>();
    types.forEach(type -> images.add(NodeImage.of(pool.system(), List.of(type))));
    if (images.size() > 1) {
      problems.report(RULE, pool, "got types that boot from " + String.join(" and ", images));
    }
    if (types.size() > MOST) {
      problems.report(RULE, pool, "got " + types.size() + " types; allowed are " + MOST);
    }
  }
}
