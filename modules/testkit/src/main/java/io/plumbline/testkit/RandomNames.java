package io.plumbline.testkit;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.seconds;

import io.plumbline.dsl.DnsRecordBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.ExistingZone;
import java.util.List;
import java.util.Random;

/** Names of a {@link RandomFleet}: each sort of answer and of routing, with unkind texts. */
record RandomNames(SiteBlueprint site, String prefix, Random random) {
  private static final List<String> TEXTS =
      List.of(
          "v=spf1 -all",
          "\"quoted\" \\ ${x} %{y} $${z}",
          "größer {\"Ref\": \"X\"} ${AWS::Region}",
          "x".repeat(700),
          " ",
          "!Ref x # y: z");

  void describe(String zoneId) {
    ExistingZone zone =
        random.nextBoolean()
            ? site.existingZone(prefix + "-zone", "example.com")
            : site.existingZone(prefix + "-zone", "example.com", z -> z.withId(zoneId));
    for (int i = 0; i < random.nextInt(4); i++) {
      String name = (random.nextBoolean() ? "*." : "") + prefix + "-" + i + ".example.com";
      site.dnsRecord(
          prefix + "-name-" + i,
          d -> {
            d.in(zone, name);
            answer(d);
          });
    }
  }

  private void answer(DnsRecordBuilder dns) {
    switch (random.nextInt(4)) {
      case 0 -> dns.aaaa("2001:db8::" + (1 + random.nextInt(9)));
      case 1 -> dns.txt(TEXTS.get(random.nextInt(TEXTS.size())), "and " + random.nextInt(100));
      case 2 -> {
        dns.cname("other.example.net").ttl(seconds(random.nextInt(86400)));
        route(dns);
      }
      default -> {
        dns.a("192.0.2." + random.nextInt(256));
        route(dns);
        dns.healthCheck(
            h -> h.https(443, "/health?a=${b}&c=%{d}").every(seconds(10)).unwellAfter(2));
      }
    }
  }

  private void route(DnsRecordBuilder dns) {
    switch (random.nextInt(4)) {
      case 0 -> dns.weighted("a: b", random.nextInt(256)).alongside("${x}", "'");
      case 1 -> dns.weighted("east", 9, band(0, 255).ownedBy("burst"));
      case 2 -> dns.failoverSecondary("50%").alongside("yes");
      default -> dns.latency("east");
    }
  }
}
