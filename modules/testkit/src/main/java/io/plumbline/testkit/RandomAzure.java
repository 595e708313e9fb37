package io.plumbline.testkit;

import static io.plumbline.dsl.Metrics.cpu;
import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.minutes;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.dsl.Surroundings;
import io.plumbline.model.Design;
import io.plumbline.model.Endpoint;
import io.plumbline.model.Gpu;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.Network;
import io.plumbline.model.Placement;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.Site;
import io.plumbline.unit.Price;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Random;

/**
 * Valid designs for Azure made by chance, the same for the same seed: what every consumer must
 * accept. Scripts are as unkind as a provider allows.
 */
public final class RandomAzure implements Stack<RandomAzure.Parameters> {
  private static final List<String> SCRIPTS =
      List.of(
          "#!/bin/bash\necho \"${HOME}\" %{ if } $${x} \\n\t'é'\n",
          "[concat('not', 'an expression')]",
          "#!/bin/sh\nprintf '%s' \"$$\" '$' \"\\\\\" # ${\"$\"}\n");

  private static final List<String> REASONS =
      List.of("", "office", "a: b", "[resourceGroup().id]", "it's", "=1+1", "${x}");

  /**
   * What is made.
   *
   * @param seed the same number, the same designs
   * @param designs how many, side by side in one stack
   * @param subscription with the zones that are there already
   */
  public record Parameters(long seed, int designs, String subscription) {}

  /** The designs of a seed on a site, in environment {@code test}. */
  public static Design design(Site site, long seed, int designs) {
    return Blueprint.describe(
        new RandomAzure(),
        new Parameters(seed, designs, site.setting("subscription", "")),
        new Surroundings(
            "test", List.of(site), (name, variables) -> Value.text(name), path -> path));
  }

  @Override
  public String name() {
    return "random-azure";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters parameters) {
    Random random = new Random(parameters.seed());
    for (int i = 0; i < parameters.designs(); i++) {
      describe(blueprint.site(), "-" + i, random, AzureFleet.zones(parameters.subscription()));
    }
  }

  private static void describe(
      SiteBlueprint site, String suffix, Random random, List<String> zones) {
    boolean perZone = random.nextBoolean();
    Network net =
        site.network(
            "net" + suffix,
            n -> {
              n.cidr("10." + random.nextInt(200) + ".0.0/16")
                  .zones(List.of("1", "2", "3").subList(0, 1 + random.nextInt(3)))
                  .publicSubnets(24)
                  .privateSubnets(20)
                  .endpoints(Endpoint.OBJECT_STORE);
              if (perZone) {
                n.natGatewayPerZone();
              } else {
                n.oneNatGateway();
              }
            });
    SecurityRules rules =
        site.securityRules(
            "rules" + suffix,
            s ->
                s.in(net)
                    .amongThemselves()
                    .ingress(
                        r ->
                            r.tcp(1 + random.nextInt(60_000))
                                .from("10.0.0.0/8")
                                .because(any(REASONS, random)))
                    .egress(r -> r.tcp(443).toAnywhere().because(any(REASONS, random))));
    InstanceRole role =
        site.instanceRole("node" + suffix, r -> r.managedPolicy("Storage Blob Data Reader"));
    GpuPool pool =
        site.gpuPool(
            "pool" + suffix,
            p -> {
              describe(p, net, rules, random);
              if (random.nextBoolean()) {
                p.role(role);
              }
            });
    new RandomAzureData(site, suffix, random, zones).describe(net);
    if (random.nextBoolean()) {
      site.interruptionHandling("repairs" + suffix, r -> r.of(pool));
    }
    if (random.nextBoolean()) {
      SecurityRules clients =
          site.securityRules(
              "clients" + suffix,
              s ->
                  s.in(net)
                      .ingress(r -> r.tcp(443).from("203.0.113.0/24"))
                      .egress(r -> r.tcp(8443).to(rules)));
      site.loadBalancer(
          "front" + suffix,
          b -> {
            b.in(random.nextBoolean() ? net.publicSubnets() : net.privateSubnets())
                .internal()
                .securedBy(clients)
                .tcp(443)
                .forwardTo(pool, 8443, random.nextBoolean() ? "/health" : "");
          });
    }
  }

  private static void describe(
      GpuPoolBuilder pool, Network net, SecurityRules rules, Random random) {
    pool.image(Image.id("microsoft-dsvm:ubuntu-hpc:2204:latest"))
        .rootDisk(gib(64 + random.nextInt(1000)))
        .securedBy(rules);
    if (random.nextBoolean()) {
      pool.bootScript(any(SCRIPTS, random));
    }
    int sort = random.nextInt(4);
    boolean spot = sort == 1 || sort == 2;
    if (!spot && random.nextInt(3) == 0) {
      pool.drainHook(minutes(5 + random.nextInt(11)));
    }
    switch (sort) {
      case 0 ->
          pool.in(net.privateSubnets().inZones("1"))
              .gpusPerNode(8, Gpu.H100_SXM)
              .count(1 + random.nextInt(9))
              .placement(Placement.CLUSTER)
              .fabric();
      case 1 ->
          pool.in(net.privateSubnets())
              .gpusPerNode(4, Gpu.T4)
              .count(band(0, 9).ownedBy("autoscaler"))
              .spot(s -> s.maxPrice(Price.usdPerHour(1 + random.nextInt(300) / 100.0)));
      case 2 ->
          pool.in(net.privateSubnets())
              .gpusPerNode(1, Gpu.A10)
              .count(4)
              .spot(s -> s.onDemandBase(1).onDemandShare(random.nextInt(100)));
      default ->
          pool.in(net.privateSubnets())
              .instanceTypes("Standard_NC40ads_H100_v5")
              .scaling(
                  s ->
                      s.between(1, 8)
                          .target(cpu(40 + random.nextInt(50)))
                          .schedule("night", "30 20 * * 1-5", 1, 2));
    }
  }

  private static String any(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
