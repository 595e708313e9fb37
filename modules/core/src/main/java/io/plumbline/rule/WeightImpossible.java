package io.plumbline.rule;

import io.plumbline.graph.Band;
import io.plumbline.model.Design;
import io.plumbline.model.DnsRecord;
import io.plumbline.model.DnsRecord.Routing;

/** A weight that a provider does not take, or a band of weights that nobody moves. */
final class WeightImpossible implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-DNS-005",
          "weight not allowed",
          "Providers refuse it; a band without an owner stays at its first weight for ever.",
          "Amazon Route 53 API Reference, ResourceRecordSet: Weight",
          "weighted(label, 0 to 255), or weighted(label, 100, band(0,"
              + " 255).ownedBy(\"controller\"))");

  private static final int MOST = 255;

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (DnsRecord dns : design.all(DnsRecord.class)) {
      if (dns.routing() instanceof Routing.Weighted weighted) {
        check(dns, weighted, problems);
      }
    }
  }

  private static void check(DnsRecord dns, Routing.Weighted weighted, Problems problems) {
    Band band = weighted.band();
    if (band == null) {
      if (weighted.weight() < 0 || weighted.weight() > MOST) {
        problems.report(RULE, dns, "got " + weighted.weight() + "; allowed is 0 to " + MOST);
      }
    } else if (band.min() < 0 || band.max() > MOST || !band.holds(weighted.weight())) {
      problems.report(
          RULE,
          dns,
          "got "
              + weighted.weight()
              + " in band("
              + band.min()
              + ", "
              + band.max()
              + "); allowed is 0 <= min <= weight <= max <= "
              + MOST);
    } else if (band.owner().isBlank()) {
      problems.report(RULE, dns, "got ownedBy(\"" + band.owner() + "\"); allowed is a name");
    }
  }
}
