package io.plumbline.azure.lower;

import io.plumbline.model.DnsRecord;
import io.plumbline.model.DnsRecord.Answer;
import io.plumbline.model.DnsRecord.Routing;
import java.util.ArrayList;
import java.util.List;

/** What of DNS records Azure's zones do not have: they answer, and choose nothing. */
final class DnsGaps {
  private static final String CHOOSE =
      "make a profile of Traffic Manager beside the stack, and point cname(…) to it; or keep the"
          + " name on a site of provider aws";

  private DnsGaps() {}

  static List<Unsupported> of(DnsRecord dns) {
    List<Unsupported> gaps = new ArrayList<>();
    switch (dns.routing()) {
      case Routing.Alone alone -> {}
      case Routing.Weighted weighted -> gaps.add(new Unsupported("a weight", CHOOSE));
      case Routing.Failover half -> gaps.add(new Unsupported("a failover", CHOOSE));
      case Routing.Latency latency -> gaps.add(new Unsupported("an answer by latency", CHOOSE));
    }
    if (dns.healthCheck() != null) {
      gaps.add(new Unsupported("a health check of an answer", CHOOSE));
    }
    if (dns.answer() instanceof Answer.Balancer) {
      gaps.add(
          new Unsupported(
              "the addresses of a load balancer, which are not said in Azure's terms yet",
              "name its addresses: a(\"203.0.113.7\")"));
    }
    return gaps;
  }
}
