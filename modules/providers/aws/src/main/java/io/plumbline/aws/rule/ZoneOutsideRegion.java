package io.plumbline.aws.rule;

import io.plumbline.model.Network;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A network lists a zone that is not of its site's region. */
final class ZoneOutsideRegion implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-NET-009",
          "zone outside the region",
          "A VPC lies in one region, and its subnets in zones of it.",
          "Amazon EC2 User Guide, Regions and Zones",
          "name zones of the region, such as us-east-1a; or move the component to a site of the"
              + " other region");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    String region = scope.region();
    for (Network network : scope.all(Network.class)) {
      for (String zone : network.zones()) {
        if (!region.isEmpty() && !isIn(zone, region)) {
          problems.report(
              RULE,
              network,
              "got \"" + zone + "\"; allowed are zones of " + region + ", such as " + region + "a");
        }
      }
    }
  }

  /** Zones add a letter to the region; local and wavelength zones add a place. */
  static boolean isIn(String zone, String region) {
    return zone.startsWith(region)
        && zone.substring(region.length()).matches("[a-z]|-[a-z0-9]+(-[a-z0-9]+)+");
  }
}
