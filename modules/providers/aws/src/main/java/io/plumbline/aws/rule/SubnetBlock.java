package io.plumbline.aws.rule;

import io.plumbline.model.Network;
import io.plumbline.model.Subnet;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A subnet whose block AWS does not take. */
final class SubnetBlock implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-NET-008",
          "block not allowed for a subnet",
          "A subnet has 16 to 65,536 IPv4 addresses, of which AWS keeps five.",
          "Amazon VPC User Guide, Subnet CIDR blocks",
          "choose an IPv4 block from /16 to /28");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (Network network : scope.all(Network.class)) {
      for (Subnet subnet : network.subnets()) {
        if (!VpcBlock.allowed(subnet.cidr())) {
          problems.report(
              RULE,
              network,
              "got "
                  + subnet.tier().word()
                  + " subnet "
                  + subnet.cidr()
                  + " in "
                  + subnet.zone()
                  + "; allowed is IPv4 from /16 to /28");
        }
      }
    }
  }
}
