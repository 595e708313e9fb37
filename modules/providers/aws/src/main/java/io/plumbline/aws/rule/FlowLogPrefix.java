package io.plumbline.aws.rule;

import io.plumbline.model.FlowLogs;
import io.plumbline.model.Network;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.List;

/** A prefix for flow logs that AWS does not take, or that would not stay as it is. */
final class FlowLogPrefix implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-NET-016",
          "prefix not allowed for flow logs",
          "AWS puts AWSLogs/ and the account below the prefix; a folder of that name is reserved.",
          "Amazon VPC User Guide, Create a flow log that publishes to Amazon S3",
          "choose folders of letters, digits and !_.'()-, with a slash between them");

  private static final int MOST = 256;

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (Network network : scope.all(Network.class)) {
      FlowLogs logs = network.flowLogs();
      if (logs != null && !isAllowed(logs.prefix())) {
        problems.report(
            RULE,
            network,
            "got \""
                + logs.prefix()
                + "\"; allowed are up to 256 letters, digits and !_.'()-, in folders other than"
                + " AWSLogs");
      }
    }
  }

  private static boolean isAllowed(String prefix) {
    List<String> folders = List.of(prefix.split("/", -1));
    return prefix.length() <= MOST
        && folders.stream().allMatch(folder -> folder.matches("[A-Za-z0-9!_.'()-]+"))
        && !folders.contains("AWSLogs");
  }
}
