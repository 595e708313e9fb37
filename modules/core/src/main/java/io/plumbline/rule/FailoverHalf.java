package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.DnsRecord;
import io.plumbline.model.DnsRecord.Routing;

/** A primary without a secondary, or the other way round. */
final class FailoverHalf implements Check<Design> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-DNS-006",
          "failover without its other half",
          "There is nothing to fail over to. The other half may be in another stack.",
          "Amazon Route 53 Developer Guide, Failover routing",
          "add failoverSecondary(label) or failoverPrimary(label) of the same name; where another"
              + " stack has it, say alongside(label)");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (DnsRecord dns : design.all(DnsRecord.class)) {
      if (dns.routing() instanceof Routing.Failover half
          && dns.alongside().isEmpty()
          && design.all(DnsRecord.class).stream()
              .noneMatch(o -> !o.id().equals(dns.id()) && o.standsBeside(dns))) {
        problems.report(
            RULE, dns, "got the " + (half.primary() ? "primary" : "secondary") + " alone");
      }
    }
  }
}
