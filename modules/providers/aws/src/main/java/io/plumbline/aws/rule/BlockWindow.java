package io.plumbline.aws.rule;

import io.plumbline.model.AnyPool;
import io.plumbline.model.ExistingCapacityBlock;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.time.Duration;

/** A capacity block that AWS does not sell: too long, or too small for the pools in it. */
final class BlockWindow implements Check<AwsScope> {
  private static final Duration LONGEST = Duration.ofDays(182);
  private static final int MOST = 64;

  private static final Rule RULE =
      Rule.error(
          "PLB-RES-005",
          "capacity block that cannot be",
          "A block has 1 to 64 nodes, and is bought for up to 182 days: beyond that the node, or"
              + " the day, is not there.",
          "Amazon EC2 User Guide, Capacity Blocks for ML: how they work",
          "say start and end as the block was bought; use a second block for more nodes");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (ExistingCapacityBlock block : scope.all(ExistingCapacityBlock.class)) {
      Duration length = Duration.between(block.start(), block.end());
      if (length.isNegative() || length.isZero()) {
        problems.report(
            RULE, block, "got an end, " + block.end() + ", that is not after " + block.start());
      } else if (length.compareTo(LONGEST) > 0) {
        problems.report(
            RULE, block, "got " + length.toDays() + " days; allowed is up to " + LONGEST.toDays());
      }
      long nodes = 0;
      for (AnyPool pool : scope.all(AnyPool.class)) {
        nodes += block.equals(pool.reservation()) && pool.count() != null ? pool.count().max() : 0;
      }
      if (nodes > MOST) {
        problems.report(
            RULE, block, "got pools of up to " + nodes + " nodes in it; allowed is up to " + MOST);
      }
    }
  }
}
