package io.plumbline.aws.rule;

import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A site on AWS that does not say which region it is. */
final class SiteWithoutRegion implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AWS-001",
          "site without a region",
          "Every call goes to a region; zones, prices and names of images depend on it.",
          "AWS General Reference, Service endpoints",
          "write region: us-east-1 or another under the site in the environment file");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    String region = scope.region();
    if (!region.matches("[a-z]{2,3}(-[a-z]+)+-[0-9]+")) {
      problems.report(
          RULE,
          scope.target().site().source(),
          "site \""
              + scope.target().site().name()
              + "\": got region \""
              + region
              + "\"; allowed is such as us-east-1");
    }
  }
}
