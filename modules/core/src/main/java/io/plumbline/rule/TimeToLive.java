package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.DnsRecord;
import io.plumbline.model.DnsRecord.Answer;
import java.time.Duration;

/** A time to live where it is not ours to say, or that DNS cannot say. */
final class TimeToLive implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-DNS-008",
          "time to live not allowed",
          "A balancer says itself how long its addresses hold; DNS counts whole seconds, in 31"
              + " bits.",
          "Amazon Route 53 API Reference, ResourceRecordSet: TTL; RFC 2181, section 8",
          "leave ttl out beside pointsTo(balancer); else say whole seconds, from 0 on");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (DnsRecord dns : design.all(DnsRecord.class)) {
      Duration ttl = dns.ttl();
      if (ttl != null && dns.answer() instanceof Answer.Balancer) {
        problems.report(RULE, dns, "got ttl(" + ttl + ") beside pointsTo(…)");
      } else if (ttl != null
          && (ttl.isNegative()
              || ttl.toSeconds() > Integer.MAX_VALUE
              || !ttl.equals(Duration.ofSeconds(ttl.toSeconds())))) {
        problems.report(RULE, dns, "got ttl(" + ttl + "); allowed is 0 to 2147483647 seconds");
      }
    }
  }
}
