package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.DnsRecord;
import io.plumbline.model.DnsRecord.Routing;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Two records that are one at the provider: the same name, type and label, half or region. */
final class RecordTwice implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-DNS-004",
          "two owners of one DNS record",
          "The second is refused, or each deploy of one undoes the other.",
          "Amazon Route 53 API Reference, ResourceRecordSet: SetIdentifier, Failover, Region",
          "leave one of them out; or say a routing on both, under labels of their own");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    List<DnsRecord> all = design.all(DnsRecord.class);
    for (int i = 0; i < all.size(); i++) {
      for (DnsRecord earlier : all.subList(0, i)) {
        check(all.get(i), earlier, problems);
      }
    }
  }

  private static void check(DnsRecord dns, DnsRecord earlier, Problems problems) {
    String same = dns.standsBeside(earlier) ? same(dns, earlier) : null;
    if (same != null) {
      problems.report(
          RULE, dns, "got " + same + " of \"" + dns.name() + "\", as \"" + earlier.id() + "\" has");
    }
  }

  private static @Nullable String same(DnsRecord one, DnsRecord other) {
    String label = one.routing().label();
    if (Objects.equals(label, other.routing().label())) {
      return label == null ? "the only record" : "label \"" + label + "\"";
    }
    return switch (one.routing()) {
      case Routing.Failover half
          when other.routing() instanceof Routing.Failover second
              && half.primary() == second.primary() ->
          half.primary() ? "the primary" : "the secondary";
      case Routing.Latency here
          when other.routing() instanceof Routing.Latency && region(one).equals(region(other)) ->
          "region " + region(one);
      default -> null;
    };
  }

  private static String region(DnsRecord dns) {
    return dns.site().setting("region", dns.site().name());
  }
}
