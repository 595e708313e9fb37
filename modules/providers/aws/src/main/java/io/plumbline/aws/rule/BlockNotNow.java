package io.plumbline.aws.rule;

import io.plumbline.model.AnyPool;
import io.plumbline.model.ExistingCapacityBlock;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.time.Instant;

/**
 * A pool wants nodes in a block that has not begun, or is over. A warning: a fleet whose block is
 * over must still be checked and taken down.
 */
final class BlockNotNow implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-RES-006",
          "nodes outside their capacity block's window",
          "Before the start, starting a node fails again and again; from half an hour before the"
              + " end on, AWS ends all nodes, and no new one starts.",
          "Amazon EC2 User Guide, Capacity Blocks for ML: launch instances; how they work",
          "say count(0) outside the window, or leave the number to an owner:"
              + " count(band(0, 8).ownedBy(…))");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (AnyPool pool : scope.all(AnyPool.class)) {
      if (pool.reservation() instanceof ExistingCapacityBlock block
          && pool.count() != null
          && pool.count().min() > 0) {
        String when = when(block, scope.now());
        if (!when.isEmpty()) {
          problems.report(
              RULE,
              pool,
              "got "
                  + pool.count().min()
                  + " nodes or more in \""
                  + block.id()
                  + "\", which "
                  + when);
        }
      }
    }
  }

  private static String when(ExistingCapacityBlock block, Instant now) {
    if (now.isBefore(block.start())) {
      return "begins at " + block.start();
    }
    return now.isBefore(block.end()) ? "" : "was over at " + block.end();
  }
}
