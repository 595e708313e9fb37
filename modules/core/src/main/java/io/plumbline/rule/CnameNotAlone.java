package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.DnsRecord;

/** A CNAME where something else stands too: whoever asks is sent away from it. */
final class CnameNotAlone implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-DNS-002",
          "CNAME that is not alone",
          "The name of a zone itself has records already, and nothing may stand beside a CNAME:"
              + " providers refuse it.",
          "RFC 1034, section 3.6.2; Amazon Route 53 Developer Guide, CNAME record type",
          "use another name, or point to a balancer or to addresses, which may stand there");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (DnsRecord dns : design.all(DnsRecord.class)) {
      if (isCname(dns) && dns.zone() != null && dns.name().equals(dns.zone().domain())) {
        problems.report(RULE, dns, "got a CNAME as \"" + dns.name() + "\", the zone itself");
      }
      for (DnsRecord other : design.all(DnsRecord.class)) {
        if (isCname(dns) && other.sharesNameWith(dns) && !other.standsBeside(dns)) {
          problems.report(
              RULE,
              dns,
              "got a CNAME as \"" + dns.name() + "\", and DNS record \"" + other.id() + "\"");
        }
      }
    }
  }

  private static boolean isCname(DnsRecord dns) {
    return dns.answer() != null && dns.answer().type() == DnsRecord.Type.CNAME;
  }
}
