package com.example.fleet;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.template;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.dsl.Template;
import io.plumbline.model.Bucket;
import io.plumbline.model.Endpoint;
import io.plumbline.model.Image;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.Network;
import io.plumbline.model.Purchase.Strategy;
import io.plumbline.model.SecurityRules;
import io.plumbline.unit.Cidr;
import io.plumbline.unit.Price;
import java.util.List;

/**
 * Batch inference on spare capacity in several regions: where one has none left, another may. Each
 * region stands by itself, with its own network and its own bucket for results, so that losing one
 * stops no other.
 */
public final class SpotAcrossRegions implements Stack<SpotAcrossRegions.Parameters> {

  /**
   * What differs from environment to environment.
   *
   * @param image the provider's parameter that names the image; every region has it
   * @param maxPrice the most to pay for a node
   */
  public record Parameters(String image, Price maxPrice, List<Region> regions) {}

  /**
   * One region. Between none and {@code max} nodes, the autoscaler decides.
   *
   * @param site its name in the environment file
   * @param cidr blocks of different regions do not overlap, so that they can be joined later
   * @param types the provider's, the preferred one first
   */
  public record Region(String site, Cidr cidr, List<String> zones, List<String> types, int max) {}

  @Override
  public String name() {
    return "spot-inference";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters p) {
    p.regions().forEach(region -> describe(blueprint.site(region.site()), region, p));
  }

  private static void describe(SiteBlueprint site, Region region, Parameters p) {
    String here = "-" + site.name();
    Network network =
        site.network(
            "net" + here,
            n ->
                n.cidr(region.cidr())
                    .zones(region.zones())
                    .publicSubnets(24)
                    .privateSubnets(20)
                    .oneNatGateway()
                    .endpoints(Endpoint.OBJECT_STORE));
    SecurityRules outbound =
        site.securityRules(
            "outbound" + here,
            s ->
                s.in(network)
                    .describedAs("Nothing in; images, packages and results out")
                    .egress(r -> r.tcp(443).toAnywhere().because("images, object store")));
    Bucket results =
        site.bucket(
            "results" + here,
            b -> b.lifecycle("tidy", l -> l.prefix("tmp/").expireNoncurrentAfter(days(7))));
    InstanceRole node =
        site.instanceRole(
            "node" + here, r -> r.allow("s3:GetObject", "s3:PutObject").on(results.objects()));
    Template boot =
        template("aws/gpu-node.sh", v -> v.set("bucket", results.name()).set("gpus", 4));
    site.gpuPool(
        "workers" + here,
        pool ->
            pool.in(network.privateSubnets())
                .instanceTypes(region.types())
                .count(band(0, region.max()).ownedBy("autoscaler"))
                .spot(s -> s.maxPrice(p.maxPrice()).strategy(Strategy.PRICE_CAPACITY_OPTIMIZED))
                .image(Image.parameter(p.image()))
                .rootDisk(gib(200))
                .bootScript(boot)
                .role(node)
                .securedBy(outbound));
  }
}
