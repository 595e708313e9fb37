package io.plumbline.aws.rule;

import static io.plumbline.aws.rule.WrongDesign.design;
import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.minutes;
import static io.plumbline.dsl.Words.seconds;

import io.plumbline.dsl.DnsRecordBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.ExistingZone;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.LoadBalancer;
import io.plumbline.model.Network;
import io.plumbline.model.SecurityRules;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Names with one fault each. */
final class WrongNames {
  private static final String NAME = "api.example.com";

  static final List<WrongDesign> ALL =
      List.of(
          zone(
              "PLB-DNS-001", "another domain", (d, z) -> d.in(z, "api.example.org").a("192.0.2.1")),
          zone(
              "PLB-DNS-001",
              "the domain's tail",
              (d, z) -> d.in(z, "myexample.com").a("192.0.2.1")),
          zone("PLB-DNS-002", "apex", (d, z) -> d.in(z, "example.com").cname("a.example.net")),
          pair(
              "PLB-DNS-002",
              "beside a text",
              one -> one.cname("a.example.net"),
              two -> two.txt("hello")),
          pair(
              "PLB-DNS-003",
              "two sorts",
              one -> one.a("192.0.2.1").weighted("east", 1),
              two -> two.a("192.0.2.2").latency("west")),
          pair(
              "PLB-DNS-003",
              "one sort and none",
              one -> one.a("192.0.2.1").weighted("east", 1),
              two -> two.a("192.0.2.2")),
          one("PLB-DNS-003", "others, unrouted", d -> d.a("192.0.2.1").alongside("west")),
          pair("PLB-DNS-004", "twice", one -> one.a("192.0.2.1"), two -> two.a("192.0.2.2")),
          pair(
              "PLB-DNS-004",
              "a label twice",
              one -> one.a("192.0.2.1").weighted("east", 1),
              two -> two.a("192.0.2.2").weighted("east", 2)),
          pair(
              "PLB-DNS-004",
              "two secondaries",
              one -> one.a("192.0.2.1").failoverSecondary("east"),
              two -> two.a("192.0.2.2").failoverSecondary("west")),
          pair(
              "PLB-DNS-004",
              "a region twice",
              one -> one.a("192.0.2.1").latency("east"),
              two -> two.a("192.0.2.2").latency("west")),
          one("PLB-DNS-005", "too heavy", d -> d.a("192.0.2.1").weighted("east", 256)),
          one(
              "PLB-DNS-005",
              "begins outside",
              d -> d.a("192.0.2.1").weighted("east", 9, band(10, 20).ownedBy("burst"))),
          one(
              "PLB-DNS-005",
              "moved by nobody",
              d -> d.a("192.0.2.1").weighted("east", 9, band(0, 20).ownedBy(""))),
          one("PLB-DNS-006", "half", d -> d.a("192.0.2.1").failoverSecondary("east")),
          one(
              "PLB-DNS-007",
              "primary for ever",
              d -> d.a("192.0.2.1").failoverPrimary("east").alongside("west")),
          balanced("PLB-DNS-008", "a balancer's time", d -> d.ttl(minutes(1)), false),
          one("PLB-DNS-008", "negative", d -> d.a("192.0.2.1").ttl(seconds(-1))),
          balanced(
              "PLB-DNS-009",
              "unseen balancer",
              d -> d.latency("east").healthCheck(h -> h.tcp(443)),
              true),
          one(
              "PLB-DNS-009",
              "private address",
              d -> d.a("10.1.2.3").latency("east").healthCheck(h -> h.tcp(443))),
          one("PLB-DNS-010", "no address", d -> d.a("api")),
          one("PLB-DNS-010", "IPv6 at length", d -> d.aaaa("2001:db8:0:0:0:0:0:1")),
          one("PLB-DNS-010", "no text", DnsRecordBuilder::txt),
          one("PLB-DNS-010", "text too long", d -> d.txt("x".repeat(4001))),
          one("PLB-DNS-010", "no name", d -> d.cname("a b")),
          one("PLB-DNS-011", "alone", d -> d.a("192.0.2.1").healthCheck(h -> h.tcp(443))),
          zone("PLB-DNS-012", "blank", (d, z) -> d.in(z, "my api.example.com").a("192.0.2.1")),
          one("PLB-DNS-012", "no label", d -> d.a("192.0.2.1").latency("")),
          design(
              "PLB-DNS-012",
              "no zone id",
              s -> s.existingZone("zone", "example.com", z -> z.withId("x"))),
          check("no such interval", d -> d.healthCheck(h -> h.tcp(443).every(minutes(1)))),
          check("no such threshold", d -> d.healthCheck(h -> h.tcp(443).unwellAfter(11))),
          check("no path", d -> d.healthCheck(h -> h.http(80, "health"))),
          check("no port", d -> d.healthCheck(h -> h.tcp(0))),
          one("PLB-DSL-003", "no answer", d -> {}),
          one("PLB-DSL-003", "two answers", d -> d.a("192.0.2.1").cname("a.example.net")));

  private WrongNames() {}

  private static WrongDesign zone(
      String code, String what, BiConsumer<DnsRecordBuilder, ExistingZone> wrong) {
    return design(
        code,
        what,
        site -> {
          ExistingZone zone = zone(site);
          site.dnsRecord("api", d -> wrong.accept(d, zone));
        });
  }

  private static WrongDesign one(String code, String what, Consumer<DnsRecordBuilder> wrong) {
    return zone(code, what, (d, zone) -> wrong.accept(d.in(zone, NAME)));
  }

  private static WrongDesign check(String what, Consumer<DnsRecordBuilder> wrong) {
    return one("PLB-DNS-013", what, d -> wrong.accept(d.a("192.0.2.1").latency("east")));
  }

  private static WrongDesign pair(
      String code, String what, Consumer<DnsRecordBuilder> one, Consumer<DnsRecordBuilder> two) {
    return design(
        code,
        what,
        site -> {
          ExistingZone zone = zone(site);
          site.dnsRecord("one", d -> one.accept(d.in(zone, NAME)));
          site.dnsRecord("two", d -> two.accept(d.in(zone, "API.example.com.")));
        });
  }

  private static WrongDesign balanced(
      String code, String what, Consumer<DnsRecordBuilder> wrong, boolean internal) {
    return design(
        code,
        what,
        site -> {
          LoadBalancer front = balancer(site, internal);
          ExistingZone zone = zone(site);
          site.dnsRecord("api", d -> wrong.accept(d.in(zone, NAME).pointsTo(front)));
        });
  }

  private static ExistingZone zone(SiteBlueprint site) {
    return site.existingZone("zone", "example.com");
  }

  private static LoadBalancer balancer(SiteBlueprint site, boolean internal) {
    Network network = WrongDesign.network(site);
    SecurityRules rules = WrongDesign.rules(site, network, r -> {});
    GpuPool pool =
        site.gpuPool(
            "pool",
            p ->
                p.in(network.privateSubnets())
                    .instanceTypes("p5.48xlarge")
                    .count(2)
                    .readyWithin(minutes(15))
                    .image(Image.id("ami-0abcdef1234567890"))
                    .securedBy(rules));
    return site.loadBalancer(
        "front",
        b -> {
          b.in(network.publicSubnets()).securedBy(rules).tcp(443).forwardTo(pool, 8000);
          if (internal) {
            b.internal();
          }
        });
  }
}
