package io.plumbline.aws.rule;

import io.plumbline.model.GpuPool;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.value.Marks;
import io.plumbline.value.Value;
import java.nio.charset.StandardCharsets;

/** A boot script that is longer than what EC2 hands to a node. */
final class BootScriptTooLong implements Check<AwsScope> {
  private static final int LIMIT = 16 * 1024;

  private static final Rule RULE =
      Rule.error(
          "PLB-POOL-014",
          "boot script too long",
          "User data is limited to 16 KB before it is encoded; EC2 refuses the launch template.",
          "Amazon EC2 User Guide, Work with instance user data",
          "put the bulk into the image or a bucket, and let the script fetch it");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (GpuPool pool : scope.all(GpuPool.class)) {
      if (pool.bootScript() != null && bytes(pool.bootScript()) > LIMIT) {
        problems.report(
            RULE, pool, "got " + bytes(pool.bootScript()) + " bytes; allowed are " + LIMIT);
      }
    }
  }

  /** What a reference will say is not known yet: at least nothing. */
  private static long bytes(Value script) {
    return Marks.parts(script).stream()
        .mapToLong(
            p -> p instanceof Value.Text t ? t.value().getBytes(StandardCharsets.UTF_8).length : 0)
        .sum();
  }
}
