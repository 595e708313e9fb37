package com.example.fleet;

import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.minutes;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.model.Gpu;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.Network;
import io.plumbline.model.Placement;
import io.plumbline.model.SecurityRules;
import io.plumbline.unit.Cidr;
import io.plumbline.unit.Price;
import java.util.List;

/**
 * Training nodes that no line of Java ties to a cloud: they are asked for by accelerator, and the
 * environment says where they are. Some are close together with a fabric between them; others are
 * spare capacity, which may be taken back, and then is asked for again.
 */
public final class PortableTraining implements Stack<PortableTraining.Parameters> {

  /**
   * What the site calls its zones and images; the rest is the same everywhere.
   *
   * @param zones the trainers are in the first, since a fabric ends at the zone
   * @param image the provider's id of it
   * @param trainers nodes that are always there
   * @param evaluators nodes from spare capacity
   * @param maxPrice the most to pay for one of these
   */
  public record Parameters(
      Cidr cidr, List<String> zones, String image, int trainers, int evaluators, Price maxPrice) {}

  @Override
  public String name() {
    return "portable-training";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters p) {
    SiteBlueprint site = blueprint.site();
    Network network =
        site.network(
            "net",
            n ->
                n.cidr(p.cidr())
                    .zones(p.zones())
                    .publicSubnets(24)
                    .privateSubnets(20)
                    .oneNatGateway());
    SecurityRules nodes =
        site.securityRules(
            "nodes",
            s ->
                s.in(network)
                    .describedAs("Nodes among themselves, and out to package mirrors")
                    .amongThemselves()
                    .egress(r -> r.tcp(443).toAnywhere().because("images and packages")));
    site.gpuPool(
        "trainers",
        pool ->
            pool.in(network.privateSubnets().inZones(p.zones().get(0)))
                .gpusPerNode(8, Gpu.H100_SXM)
                .count(p.trainers())
                .fabric()
                .placement(Placement.CLUSTER)
                .readyWithin(minutes(20))
                .image(Image.id(p.image()))
                .rootDisk(gib(500))
                .securedBy(nodes));
    GpuPool evaluators =
        site.gpuPool(
            "evaluators",
            pool ->
                pool.in(network.privateSubnets())
                    .gpusPerNode(4, Gpu.T4)
                    .count(p.evaluators())
                    .spot(s -> s.maxPrice(p.maxPrice()))
                    .image(Image.id(p.image()))
                    .rootDisk(gib(200))
                    .securedBy(nodes));
    site.interruptionHandling("repairs", r -> r.of(evaluators));
  }
}
