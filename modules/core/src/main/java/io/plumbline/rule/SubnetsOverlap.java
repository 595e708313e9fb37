package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.Network;
import io.plumbline.model.Subnet;
import java.util.List;

/** Two subnets of a network share addresses. */
final class SubnetsOverlap implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-NET-004",
          "subnets overlap",
          "Every address belongs to one subnet; providers refuse the second.",
          "Amazon VPC User Guide, Subnet CIDR blocks",
          "give each its own block, or use a shorter prefix for the network so that both tiers"
              + " fit");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    design.all(Network.class).forEach(network -> check(network, problems));
  }

  private static void check(Network network, Problems problems) {
    List<Subnet> subnets = network.subnets();
    for (int i = 0; i < subnets.size(); i++) {
      for (int j = 0; j < i; j++) {
        Subnet one = subnets.get(j);
        Subnet other = subnets.get(i);
        if (one.cidr().overlaps(other.cidr())) {
          problems.report(
              RULE,
              network,
              "got "
                  + text(one)
                  + " and "
                  + text(other)
                  + "; allowed are blocks without a common address");
        }
      }
    }
  }

  private static String text(Subnet subnet) {
    return subnet.cidr() + " (" + subnet.tier().word() + ", " + subnet.zone() + ")";
  }
}
