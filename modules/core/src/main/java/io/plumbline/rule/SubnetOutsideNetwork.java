package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.Network;
import io.plumbline.model.Subnet;
import io.plumbline.unit.Cidr;

/** A subnet whose block is not inside its network's block. */
final class SubnetOutsideNetwork implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-NET-003",
          "subnet lies outside its network",
          "A subnet is a part of the network's addresses; providers refuse any other.",
          "Amazon VPC User Guide, Subnet CIDR blocks",
          "choose a block inside the network's, or let the subnets be cut by their size:"
              + " privateSubnets(20)");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (Network network : design.all(Network.class)) {
      Cidr block = network.cidr();
      for (Subnet subnet : network.subnets()) {
        if (block != null && !block.contains(subnet.cidr())) {
          problems.report(
              RULE,
              network,
              "got "
                  + subnet.tier().word()
                  + " subnet "
                  + subnet.cidr()
                  + " in "
                  + subnet.zone()
                  + "; allowed are blocks inside "
                  + block);
        }
      }
    }
  }
}
