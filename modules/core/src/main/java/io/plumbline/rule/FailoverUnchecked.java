package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.DnsRecord;
import io.plumbline.model.DnsRecord.Answer;
import io.plumbline.model.DnsRecord.Routing;

/** A primary of which nobody knows whether it is well. */
final class FailoverUnchecked implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-DNS-007",
          "primary without a health check",
          "It would be answered for ever: providers refuse one that is no balancer, whose nodes"
              + " they know.",
          "Amazon Route 53 API Reference, ResourceRecordSet: Failover, HealthCheckId",
          "say healthCheck(h -> h.https(443, \"/health\"))");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (DnsRecord dns : design.all(DnsRecord.class)) {
      if (dns.routing() instanceof Routing.Failover half
          && half.primary()
          && dns.healthCheck() == null
          && dns.answer() instanceof Answer.Values) {
        problems.report(RULE, dns, "got a primary without healthCheck(…)");
      }
    }
  }
}
