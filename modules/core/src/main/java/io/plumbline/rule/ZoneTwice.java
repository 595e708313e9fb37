package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.Network;
import java.util.HashSet;
import java.util.Set;

/** A network lists a zone twice. */
final class ZoneTwice implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-NET-005",
          "zone listed twice",
          "Subnets are told apart by tier and zone; a second one in the same zone would take the"
              + " first one's place.",
          "Plumbline, names and identity",
          "list each zone once");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (Network network : design.all(Network.class)) {
      Set<String> seen = new HashSet<>();
      for (String zone : network.zones()) {
        if (!seen.add(zone)) {
          problems.report(RULE, network, "got \"" + zone + "\" again; allowed is each zone once");
        }
      }
    }
  }
}
