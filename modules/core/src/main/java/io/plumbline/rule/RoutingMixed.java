package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.DnsRecord;
import io.plumbline.model.DnsRecord.Routing;

/**
 * Records of one name that are chosen in different ways, or a list of others beside one that stands
 * alone.
 */
final class RoutingMixed implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-DNS-003",
          "routing mixed under one name",
          "Providers take one sort of routing for a name and type, and nothing beside a record"
              + " without one.",
          "Amazon Route 53 Developer Guide, Choosing a routing policy",
          "say the same sort of routing on each record of the name");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (DnsRecord dns : design.all(DnsRecord.class)) {
      if (dns.routing() instanceof Routing.Alone && !dns.alongside().isEmpty()) {
        problems.report(RULE, dns, "got alongside(…) and no routing");
      }
      for (DnsRecord other : design.all(DnsRecord.class)) {
        if (other.standsBeside(dns) && other.routing().getClass() != dns.routing().getClass()) {
          problems.report(
              RULE,
              dns,
              "got " + inWords(dns) + ", and " + inWords(other) + " on \"" + other.id() + "\"");
        }
      }
    }
  }

  private static String inWords(DnsRecord dns) {
    return switch (dns.routing()) {
      case Routing.Alone alone -> "no routing";
      case Routing.Weighted weighted -> "weighted";
      case Routing.Failover failover -> "failover";
      case Routing.Latency latency -> "latency";
    };
  }
}
