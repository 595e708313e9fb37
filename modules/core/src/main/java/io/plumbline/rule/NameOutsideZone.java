package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.DnsRecord;

/** A name that is put into a zone of another domain. */
final class NameOutsideZone implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-DNS-001",
          "name outside its zone",
          "Providers refuse it, in the middle of a deploy.",
          "Amazon Route 53 API Reference, ChangeResourceRecordSets: InvalidChangeBatch",
          "give the name in full, below the domain of its zone: in(zone, \"api.example.com\")");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (DnsRecord dns : design.all(DnsRecord.class)) {
      if (dns.zone() != null && !dns.zone().holds(dns.name())) {
        problems.report(
            RULE,
            dns,
            "got \"" + dns.name() + "\"; allowed is what ends in \"" + dns.zone().domain() + "\"");
      }
    }
  }
}
