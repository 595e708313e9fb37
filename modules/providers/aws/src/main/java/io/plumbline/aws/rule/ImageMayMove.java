package io.plumbline.aws.rule;

import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** Nodes of one job that boot from whatever image is the newest when each of them starts. */
final class ImageMayMove implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-POOL-022",
          "nodes of one job may boot different images",
          "The parameter is looked up whenever a node starts: after AWS's next release, a node that"
              + " is replaced has other drivers and libraries than its neighbours, and a job over"
              + " both fails or hangs.",
          "Amazon EC2 User Guide, Use a Systems Manager parameter in place of an AMI ID (2026-11)",
          "pin it: Image.id(\"ami-…\"), or Image.parameter(\"/fleet/images/trainer:3\") with the"
              + " version of a parameter of your own");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (GpuPool pool : scope.all(GpuPool.class)) {
      if ((pool.fabric() || pool.reservation() != null)
          && pool.image() instanceof Image.ByParameter image
          && image.name().contains("/latest/")
          && !image.name().matches(".*:[0-9]+")) {
        problems.report(RULE, pool, "got \"" + image.name() + "\" for nodes that work together");
      }
    }
  }
}
