package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.Endpoint;
import io.plumbline.model.Network;
import java.util.EnumSet;
import java.util.Set;

/** A network lists an endpoint twice. */
final class EndpointTwice implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-NET-012",
          "endpoint listed twice",
          "Endpoints are told apart by their service; providers refuse a second private name for"
              + " one.",
          "Amazon VPC User Guide, Access an AWS service using an interface VPC endpoint",
          "list each endpoint once");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (Network network : design.all(Network.class)) {
      Set<Endpoint> seen = EnumSet.noneOf(Endpoint.class);
      for (Endpoint endpoint : network.endpoints()) {
        if (!seen.add(endpoint)) {
          problems.report(
              RULE, network, "got " + endpoint + " again; allowed is each endpoint once");
        }
      }
    }
  }
}
