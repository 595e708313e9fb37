package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.DnsRecord;
import io.plumbline.model.DnsRecord.Routing;

/** A health check of a record that is the only one of its name. */
final class HealthForNothing implements Check<Design> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-DNS-011",
          "health check that decides nothing",
          "The only answer is given whether it is well or not; the check is paid for all the same.",
          "Amazon Route 53 API Reference, ResourceRecordSet: HealthCheckId",
          "say a routing, such as latency(label), under which others can stand beside it later");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (DnsRecord dns : design.all(DnsRecord.class)) {
      if (dns.routing() instanceof Routing.Alone && dns.healthCheck() != null) {
        problems.report(RULE, dns, "got healthCheck(…) and no routing");
      }
    }
  }
}
