package io.plumbline.aws.rule;

import io.plumbline.model.GpuPool;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** Fresh nodes wait for somebody to say that they are set up, and nobody can. */
final class LaunchNeverCompleted implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-SCALE-013",
          "launch hook that nobody completes",
          "Each node waits until the time is over, is given up, and the next one is started: the"
              + " pool never has a node, and all of them are paid for.",
          "Amazon EC2 Auto Scaling User Guide, Complete a lifecycle action (2026-11)",
          "say role(…), which gets the right, and bootScript(…), which completes the hook"
              + " \"launch\" at its end, as aws/serving-node.sh does");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (GpuPool pool : scope.all(GpuPool.class)) {
      if (pool.elasticity().launch() == null) {
        continue;
      }
      if (pool.role() == null) {
        problems.report(RULE, pool, "got launchHook, and no role that may complete it");
      } else if (pool.bootScript() == null) {
        problems.report(RULE, pool, "got launchHook, and no boot script that completes it");
      }
    }
  }
}
