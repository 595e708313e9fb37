package io.plumbline.e2e.deploy;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.minutes;
import static io.plumbline.dsl.Words.seconds;

import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.ExistingZone;
import io.plumbline.model.LoadBalancer;

/** Names of each type, and each way to choose among several: a part of {@link EveryKind}. */
final class NamedThings {
  private NamedThings() {}

  static void describe(SiteBlueprint site, LoadBalancer front) {
    ExistingZone zone = site.existingZone("zone", "example.com");
    site.dnsRecord("inside", d -> d.in(zone, "inside.example.com").pointsTo(front).latency("east"));
    site.dnsRecord(
        "api",
        d ->
            d.in(zone, "API.example.com.")
                .a("203.0.113.9")
                .failoverPrimary("main")
                .ttl(seconds(30))
                .healthCheck(
                    h -> h.https(443, "/health?deep=1").every(seconds(10)).unwellAfter(2)));
    site.dnsRecord(
        "sorry", d -> d.in(zone, "api.example.com").a("203.0.113.10").failoverSecondary("sorry"));
    site.dnsRecord(
        "batch",
        d ->
            d.in(zone, "*.batch.example.com")
                .cname("queue.example.net")
                .weighted("blue", 10, band(0, 255).ownedBy("burst controller"))
                .healthCheck(h -> h.tcp(443)));
    site.dnsRecord(
        "batch-green",
        d -> d.in(zone, "*.batch.example.com").cname("other.example.net").weighted("green", 0));
    site.dnsRecord("six", d -> d.in(zone, "six.example.com").aaaa("2001:db8::1", "2001:db8::2"));
    site.dnsRecord(
        "texts",
        d ->
            d.in(zone, "example.com")
                .txt("v=spf1 -all", "${x} \"größer\" \\ %{y}", "x".repeat(300))
                .ttl(minutes(10)));
  }
}
