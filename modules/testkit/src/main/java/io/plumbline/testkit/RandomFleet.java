package io.plumbline.testkit;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.usdPerHour;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.Default;
import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.dsl.NetworkBuilder;
import io.plumbline.dsl.SecurityRulesBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.SpotBuilder;
import io.plumbline.dsl.Stack;
import io.plumbline.model.AnyKey;
import io.plumbline.model.Bucket;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.Endpoint;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.Network;
import io.plumbline.model.Placement;
import io.plumbline.model.Purchase;
import io.plumbline.model.Reservation;
import io.plumbline.model.SecurityRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Valid designs made by chance, the same for the same seed: what every consumer must accept,
 * whatever a user may think of. Texts are as unkind as a provider allows.
 */
public final class RandomFleet implements Stack<RandomFleet.Parameters> {
  private static final List<String> TYPES =
      List.of(
          "g4dn.xlarge", "g5.xlarge", "g5.12xlarge", "g6.12xlarge", "p4d.24xlarge", "p5.48xlarge");

  private static final List<String> FABRIC_TYPES =
      List.of("g5.48xlarge", "g6e.48xlarge", "p4d.24xlarge", "p5en.48xlarge", "p6-b300.48xlarge");

  /** Scripts with what Terraform, YAML, JSON and CloudFormation each take for their own. */
  private static final List<String> SCRIPTS =
      List.of(
          "#!/bin/bash\necho \"${HOME}\" %{ if } $${x} \\n\t'é'\n",
          "#!/bin/sh\n: {{resolve}} !Ref X ${AWS::Region} {\"Ref\": \"X\"}\n",
          "#!/bin/sh\nprintf '%s' \"$$\" '$' \"\\\\\" # ${\"$\"}\n",
          "#cloud-config\nruncmd:\n  - [sh, -c, \"yes: no\"]\n");

  private static final List<String> REASONS =
      List.of("", "office", "a: b", "50", "yes", "ssh (bastion)", "=1+1", "_/@[]+$&;{}!*");

  /**
   * What is made.
   *
   * @param seed the same number, the same designs
   * @param designs how many, side by side in one stack
   * @param deployable whether all must be what the sandbox can make: no parallel file systems, and
   *     no capacity blocks
   * @param reservation the id of a capacity reservation that is there already
   * @param zone the id of the zone {@code example.com}, which is there already
   */
  public record Parameters(
      long seed,
      int designs,
      @Default("false") boolean deployable,
      @Default("cr-0abcdef1234567890") String reservation,
      @Default("Z0123456789ABC") String zone) {

    /** For consumers that only read what is generated. */
    public Parameters(long seed, int designs) {
      this(seed, designs, false, "cr-0abcdef1234567890", "Z0123456789ABC");
    }
  }

  @Override
  public String name() {
    return "random-fleet";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters parameters) {
    for (int i = 0; i < parameters.designs(); i++) {
      Random random = new Random(parameters.seed() * 31 + i);
      new Fleet(blueprint.site(), "d" + i, random, parameters).describe();
    }
  }

  /** One design while it is made up. */
  private record Fleet(SiteBlueprint site, String prefix, Random random, Parameters parameters) {

    void describe() {
      RandomStorage storage = new RandomStorage(site, prefix, random);
      AnyKey key = storage.key();
      List<Bucket> buckets = new ArrayList<>();
      for (int i = 0; i < random.nextInt(3); i++) {
        buckets.add(bucket(prefix + "-store-" + i, key));
      }
      Network net = network(buckets);
      List<SecurityRules> rules = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        rules.add(rules(prefix + "-rules-" + i, net, rules));
      }
      storage.describe(net, key, buckets, parameters.deployable());
      InstanceRole role = role(buckets);
      List<GpuPool> pools = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(4); i++) {
        pools.add(pool(prefix + "-pool-" + i, net, rules, role, key));
      }
      if (random.nextBoolean()) {
        new RandomServing(site, prefix, random).describe(net, rules.get(0), image());
      }
      if (random.nextBoolean()) {
        reserved(net, rules.get(0));
        apart(net, rules.get(0));
      }
      if (random.nextBoolean()) {
        lent(net, rules.get(0));
      }
      if (random.nextBoolean()) {
        new RandomCluster(site, prefix, random).describe(key);
      }
      if (random.nextBoolean()) {
        repair(pools.subList(0, 1 + random.nextInt(pools.size())));
      }
      new RandomNames(site, prefix, random).describe(parameters.zone());
    }

    private void repair(List<GpuPool> pools) {
      site.interruptionHandling(
          prefix + "-repair",
          r -> {
            r.of(pools.toArray(GpuPool[]::new));
            if (random.nextBoolean()) {
              r.replaceOnRebalance();
            }
          });
    }

    private Network network(List<Bucket> buckets) {
      List<String> zones = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        zones.add(site.region() + (char) ('a' + i));
      }
      return site.network(
          prefix + "-net",
          n -> {
            n.cidr("10." + random.nextInt(256) + ".0.0/16")
                .zones(zones)
                .privateSubnets(19 + random.nextInt(3));
            if (random.nextBoolean()) {
              n.publicSubnets(24 + random.nextInt(3));
              nat(n);
            }
            List<Endpoint> endpoints = new ArrayList<>(List.of(Endpoint.values()));
            Collections.shuffle(endpoints, random);
            endpoints.subList(0, random.nextInt(4)).forEach(n::endpoints);
            if (!buckets.isEmpty() && random.nextBoolean()) {
              n.flowLogs(oneOf(buckets));
            }
          });
    }

    private void nat(NetworkBuilder network) {
      switch (random.nextInt(3)) {
        case 0 -> network.oneNatGateway();
        case 1 -> network.natGatewayPerZone();
        default -> {}
      }
    }

    private SecurityRules rules(String id, Network net, List<SecurityRules> others) {
      return site.securityRules(
          id,
          s -> {
            s.in(net).egress(r -> r.all().toAnywhere());
            if (others.isEmpty() || random.nextBoolean()) {
              s.amongThemselves();
            }
            for (int i = 0; i < random.nextInt(4); i++) {
              ingress(s, i, others);
            }
          });
    }

    private void ingress(SecurityRulesBuilder rules, int number, List<SecurityRules> others) {
      int port = 1024 + number * 1000 + random.nextInt(900);
      String because = oneOf(REASONS);
      rules.ingress(
          r -> {
            switch (random.nextInt(3)) {
              case 0 -> r.tcp(port).from("10." + number + ".0.0/16", "192.168.0.0/24");
              case 1 -> r.udp(port, port + 50).fromSelf();
              default -> r.tcp(port, port);
            }
            if (others.isEmpty()) {
              r.from("172.16.0.0/12");
            } else {
              r.from(oneOf(others));
            }
            r.because(because);
          });
    }

    private Bucket bucket(String id, @Nullable AnyKey key) {
      return site.bucket(
          id,
          b -> {
            b.versioned(random.nextBoolean());
            if (key != null && random.nextBoolean()) {
              b.encryptedWith(key);
            }
            if (random.nextBoolean()) {
              b.lifecycle("tidy", l -> l.abortUploadsAfter(days(1 + random.nextInt(30))));
            }
            if (random.nextBoolean()) {
              b.lifecycle("age", l -> l.prefix("runs/").expireAfter(days(1 + random.nextInt(400))));
            }
          });
    }

    private InstanceRole role(List<Bucket> buckets) {
      return site.instanceRole(
          prefix + "-node",
          r -> {
            for (Bucket bucket : buckets) {
              r.allow("s3:GetObject", "s3:PutObject").on(bucket.objects());
              r.allow("s3:ListBucket").on(bucket.arn());
            }
            if (random.nextBoolean()) {
              r.managedPolicy("AmazonSSMManagedInstanceCore");
            }
          });
    }

    private GpuPool pool(
        String id,
        Network net,
        List<SecurityRules> rules,
        InstanceRole role,
        @Nullable AnyKey key) {
      return site.gpuPool(
          id,
          p -> {
            p.in(net.privateSubnets()).image(image());
            p.rootDisk(
                gib(50L + random.nextInt(500)),
                d -> {
                  if (key != null && random.nextBoolean()) {
                    d.encryptedWith(key);
                  }
                });
            p.securedBy(rules.get(0));
            count(p);
            machines(p);
            if (random.nextBoolean()) {
              p.role(role);
            }
            if (random.nextBoolean()) {
              p.bootScript(oneOf(SCRIPTS));
            }
          });
    }

    /** Nodes in capacity that is kept for them. */
    private void reserved(Network net, SecurityRules rules) {
      String zone = net.zones().get(0);
      String type = oneOf(FABRIC_TYPES);
      CapacityReservation kept =
          site.capacityReservation(
              prefix + "-kept",
              r -> {
                r.instanceType(type).count(4).zone(zone);
                if (random.nextBoolean()) {
                  r.clustered();
                }
                if (random.nextBoolean()) {
                  r.until(Instant.parse("2099-12-31T23:59:00Z"));
                }
              });
      site.gpuPool(
          prefix + "-near",
          p -> {
            p.in(net.privateSubnets().inZones(zone)).instanceTypes(type).count(random.nextInt(5));
            p.image(image()).securedBy(rules).reservation(kept).localDisks();
            if (random.nextBoolean()) {
              p.fabric();
            }
          });
    }

    /** Nodes in capacity that is there already: a reservation, or a block that has yet to begin. */
    private void lent(Network net, SecurityRules rules) {
      Instant start = Instant.parse("2099-01-01T11:30:00Z");
      Reservation there =
          random.nextBoolean() || parameters.deployable()
              ? site.existingCapacityReservation(prefix + "-lent", parameters.reservation())
              : site.existingCapacityBlock(
                  prefix + "-lent",
                  "cr-0fedcba9876543210",
                  start,
                  start.plus(Duration.ofDays(1L + random.nextInt(182))));
      site.gpuPool(
          prefix + "-guests",
          p ->
              p.in(net.privateSubnets().inZones(net.zones().get(0)))
                  .instanceTypes("p5.48xlarge")
                  .count(band(0, 1L + random.nextInt(8)).ownedBy("scheduler"))
                  .reservation(there)
                  .image(image())
                  .securedBy(rules));
    }

    private void apart(Network net, SecurityRules rules) {
      Placement how = oneOf(List.of(Placement.SPREAD, Placement.PARTITION));
      site.gpuPool(
          prefix + "-apart",
          p ->
              p.in(net.privateSubnets())
                  .instanceTypes("g5.xlarge")
                  .count(random.nextInt(8))
                  .placement(how)
                  .image(image())
                  .securedBy(rules));
    }

    private Image image() {
      return random.nextBoolean()
          ? Image.id("ami-0abcdef1234567890")
          : Image.parameter(
              "/aws/service/deeplearning/ami/x86_64/base-oss-nvidia-driver-gpu-ubuntu-22.04/latest/ami-id");
    }

    private void count(GpuPoolBuilder pool) {
      if (random.nextBoolean()) {
        pool.count(random.nextInt(3));
      } else {
        pool.count(band(random.nextInt(2), 2L + random.nextInt(30)).ownedBy("autoscaler"));
      }
    }

    private void machines(GpuPoolBuilder pool) {
      int first = random.nextInt(TYPES.size());
      if (random.nextBoolean()) {
        pool.instanceTypes(TYPES.get(first), TYPES.get((first + 1) % TYPES.size()))
            .spot(this::spot);
      } else {
        pool.instanceTypes(TYPES.get(first));
      }
    }

    private void spot(SpotBuilder spot) {
      spot.strategy(oneOf(List.of(Purchase.Strategy.values())));
      if (random.nextBoolean()) {
        spot.maxPrice(usdPerHour("0.25"));
      }
      spot.onDemandBase(random.nextInt(3)).onDemandShare(random.nextInt(101));
    }

    private <T> T oneOf(List<T> choices) {
      return choices.get(random.nextInt(choices.size()));
    }
  }
}
