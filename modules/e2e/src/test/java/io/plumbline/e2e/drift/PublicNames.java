package io.plumbline.e2e.drift;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.seconds;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.model.ExistingZone;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.LoadBalancer;
import io.plumbline.model.Network;
import io.plumbline.model.SecurityRules;

/** A balancer under a public name that others share, and names beside it. */
public final class PublicNames implements Stack<PublicNames.Parameters> {
  static final String NAME = "public-names";

  /** Its one setting: the weight to begin with. */
  public record Parameters(int weight) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters parameters) {
    SiteBlueprint site = blueprint.site();
    Network network =
        site.network(
            "net", n -> n.cidr("10.80.0.0/16").zones("us-east-1a", "us-east-1b").publicSubnets(24));
    SecurityRules edge =
        site.securityRules("edge", s -> s.in(network).ingress(r -> r.tcp(443).fromAnywhere()));
    GpuPool servers =
        site.gpuPool(
            "servers",
            p ->
                p.in(network.publicSubnets())
                    .instanceTypes("g6.xlarge")
                    .count(1)
                    .image(Image.id("ami-0abcdef1234567890"))
                    .securedBy(edge));
    LoadBalancer front =
        site.loadBalancer(
            "front",
            b -> b.in(network.publicSubnets()).securedBy(edge).tcp(443).forwardTo(servers, 8000));
    ExistingZone zone = site.existingZone("zone", "example.com");
    site.dnsRecord(
        "api",
        d ->
            d.in(zone, "api.example.com")
                .pointsTo(front)
                .weighted("east", parameters.weight(), band(0, 200).ownedBy("burst controller"))
                .alongside("west")
                .healthCheck(h -> h.https(443, "/health").every(seconds(10))));
    site.dnsRecord("static", d -> d.in(zone, "static.example.com").a("192.0.2.1").ttl(seconds(60)));
    site.dnsRecord("owner", d -> d.in(zone, "_owner.example.com").txt("team=serving; größer"));
  }
}
