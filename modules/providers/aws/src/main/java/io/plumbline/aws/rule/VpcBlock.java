package io.plumbline.aws.rule;

import io.plumbline.model.Network;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.unit.Cidr;

/** A network whose block AWS does not take: IPv6, or with a prefix outside /16 to /28. */
final class VpcBlock implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-NET-007",
          "block not allowed for a VPC",
          "A VPC has one IPv4 block of 16 to 65,536 addresses.",
          "Amazon VPC User Guide, VPC CIDR blocks",
          "choose an IPv4 block from /16 to /28");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (Network network : scope.all(Network.class)) {
      Cidr block = network.cidr();
      if (block != null && !allowed(block)) {
        problems.report(RULE, network, "got " + block + "; allowed is IPv4 from /16 to /28");
      }
    }
  }

  static boolean allowed(Cidr block) {
    return block.family() == Cidr.Family.IPV4 && block.prefix() >= 16 && block.prefix() <= 28;
  }
}
