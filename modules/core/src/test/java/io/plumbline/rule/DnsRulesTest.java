package io.plumbline.rule;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.DnsRecordBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stacks;
import io.plumbline.model.Design;
import io.plumbline.model.DnsRecord;
import io.plumbline.model.ExistingZone;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is refused of names, and what of them is right, on one site and on two. */
final class DnsRulesTest {
  private static final String NAME = "api.example.com";

  @Test
  void takesEachSortOfRecord() {
    accepts(d -> d.a("192.0.2.1", "192.0.2.2").ttl(seconds(60)));
    accepts(d -> d.aaaa("2001:db8::1"));
    accepts(d -> d.cname("front.example.net"));
    accepts(d -> d.txt("owner=serving", "größer", "x".repeat(4000)));
    accepts(d -> d.a("192.0.2.1").weighted("east", 0));
    accepts(d -> d.a("192.0.2.1").weighted("east", 100, band(0, 255).ownedBy("burst")));
    accepts(d -> d.a("192.0.2.1").failoverSecondary("east").alongside("west"));
  }

  @Test
  void takesRecordsOfTwoSitesUnderOneName() {
    Design design =
        Stacks.describeOnTwo(
            (east, west) -> {
              record(east, "east-api", d -> d.a("192.0.2.1").latency("east"));
              record(west, "west-api", d -> d.a("192.0.2.2").latency("west"));
            });

    assertThat(codes(design)).isEmpty();
  }

  @Test
  void findsTwoOwnersAcrossSitesAtTheSecondLine() {
    Design design =
        Stacks.describeOnTwo(
            (east, west) -> {
              record(east, "east-api", d -> d.a("192.0.2.1").weighted("fleet", 1));
              record(west, "west-api", d -> d.a("192.0.2.2").weighted("fleet", 1));
            });

    assertThat(codes(design)).containsExactly("PLB-DNS-004");
    assertThat(design.problems().get(0).source()).isEqualTo(design.find("west-api").source());
    assertThat(design.problems().get(0).detail()).contains("label \"fleet\"", "\"east-api\"");
  }

  @Test
  void tellsThePublicZoneFromThePrivateOne() {
    Design design =
        Stacks.describe(
            b -> {
              SiteBlueprint site = b.site();
              ExistingZone open = site.existingZone("open", "example.com");
              ExistingZone inside = site.existingZone("inside", "example.com", z -> z.internal());
              site.dnsRecord("out", d -> d.in(open, NAME).a("192.0.2.1"));
              site.dnsRecord("in", d -> d.in(inside, NAME).a("10.0.0.1"));
            });

    assertThat(codes(design)).isEmpty();
  }

  @Test
  void meansOneNameByEachOfItsSpellings() {
    DnsRecord dns = (DnsRecord) describe(d -> d.a("192.0.2.1")).find("api");

    assertThat(dns.name()).isEqualTo(NAME);
    assertThat(
            codes(
                Stacks.describe(
                    b -> {
                      ExistingZone zone = b.site().existingZone("zone", "Example.COM.");
                      b.site().dnsRecord("api", d -> d.in(zone, "API.example.com.").txt("x"));
                    })))
        .isEmpty();
  }

  @Test
  void warnsOfHalfAFailoverAndRefusesAPrimaryThatNobodyWatches() {
    catches("PLB-DNS-006", d -> d.a("192.0.2.1").failoverSecondary("east"));
    catches("PLB-DNS-007", d -> d.a("192.0.2.1").failoverPrimary("east").alongside("west"));
    assertThat(
            codes(
                describe(
                    d ->
                        d.a("192.0.2.1")
                            .failoverPrimary("east")
                            .alongside("west")
                            .healthCheck(h -> h.https(443, "/health")))))
        .isEmpty();
  }

  @Test
  void refusesHealthChecksThatCouldNeverSucceed() {
    for (String hidden : List.of("10.0.0.1", "172.16.9.9", "192.168.1.1", "100.64.0.1")) {
      catches(
          "PLB-DNS-009", d -> d.a(hidden).latency("east").healthCheck(h -> h.http(80, "/health")));
    }
    catches(
        "PLB-DNS-009", d -> d.aaaa("fd00::1").latency("east").healthCheck(h -> h.http(80, "/")));
    catches("PLB-DNS-009", d -> d.txt("x").latency("east").healthCheck(h -> h.http(80, "/")));
    accepts(d -> d.a("203.0.113.9").latency("east").healthCheck(h -> h.http(80, "/")));
  }

  private static void catches(String code, Consumer<DnsRecordBuilder> setUp) {
    Design design = describe(setUp);
    assertThat(codes(design)).containsExactly(code);
    assertThat(design.problems().get(0).source()).isEqualTo(design.find("api").source());
  }

  private static void accepts(Consumer<DnsRecordBuilder> setUp) {
    assertThat(codes(describe(setUp))).isEmpty();
  }

  private static Design describe(Consumer<DnsRecordBuilder> setUp) {
    return Stacks.describe(b -> record(b.site(), "api", setUp));
  }

  private static void record(SiteBlueprint site, String id, Consumer<DnsRecordBuilder> setUp) {
    ExistingZone zone = site.existingZone(id + "-zone", "example.com");
    site.dnsRecord(id, d -> setUp.accept(d.in(zone, NAME)));
  }

  private static List<String> codes(Design design) {
    return design.problems().stream().map(Diagnostic::code).toList();
  }
}
