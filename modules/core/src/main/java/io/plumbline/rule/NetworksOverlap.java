package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.Network;
import io.plumbline.unit.Cidr;
import java.util.List;

/** Two networks on one site share addresses. */
final class NetworksOverlap implements Check<Design> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-NET-013",
          "networks overlap",
          "Networks with a common address can never be linked, neither with each other nor both"
              + " with a third.",
          "Amazon VPC User Guide, VPC CIDR blocks; Amazon VPC Peering Guide, Limitations",
          "give each network its own block");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    List<Network> networks = design.all(Network.class);
    for (int i = 0; i < networks.size(); i++) {
      for (int j = 0; j < i; j++) {
        check(networks.get(j), networks.get(i), problems);
      }
    }
  }

  private static void check(Network one, Network other, Problems problems) {
    Cidr block = one.cidr();
    Cidr second = other.cidr();
    boolean neighbours = one.site().name().equals(other.site().name());
    if (neighbours && block != null && second != null && block.overlaps(second)) {
      problems.report(
          RULE, other, "got " + second + ", and " + block + " of network \"" + one.id() + "\"");
    }
  }
}
