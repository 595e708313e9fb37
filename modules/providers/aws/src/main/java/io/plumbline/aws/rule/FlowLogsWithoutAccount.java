package io.plumbline.aws.rule;

import io.plumbline.model.Network;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/**
 * A network's flow logs go to a bucket, and the environment file does not say whose account it is.
 */
final class FlowLogsWithoutAccount implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-NET-015",
          "flow logs on a site without an account",
          "The bucket's policy names the account on whose behalf AWS may deliver; without it,"
              + " anybody's logs could be written there.",
          "Amazon VPC User Guide, Amazon S3 bucket permissions for flow logs",
          "say account: \"123456789012\" at the site in the environment file");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (Network network : scope.all(Network.class)) {
      if (network.flowLogs() != null && scope.target().site().setting("account", "").isEmpty()) {
        problems.report(
            RULE,
            network,
            "got flow logs, and no account of site \"" + network.site().name() + "\"");
      }
    }
  }
}
