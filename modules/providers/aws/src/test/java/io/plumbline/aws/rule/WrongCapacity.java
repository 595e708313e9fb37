package io.plumbline.aws.rule;

import static io.plumbline.aws.rule.WrongDesign.design;
import static io.plumbline.aws.rule.WrongDesign.pool;
import static io.plumbline.model.Placement.CLUSTER;
import static io.plumbline.model.Placement.SPREAD;

import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.dsl.InterruptionHandlingBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.ExistingCapacityBlock;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.Network;
import io.plumbline.model.Reservation;
import io.plumbline.model.SecurityRules;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Fleets with one fault each in where nodes lie, what is kept for them and what replaces them. */
final class WrongCapacity {
  private static final String ZONE = "us-east-1a";
  private static final String NEWEST = "/aws/service/deeplearning/ami/latest/ami-id";

  static final List<WrongDesign> FABRIC =
      List.of(
          near("PLB-FAB-001", "no rule", p -> {}, false),
          near("PLB-FAB-002", "no adapter", p -> p.instanceTypes("g5.xlarge"), true),
          near(
              "PLB-FAB-002",
              "not as many",
              p -> p.instanceTypes("p5.48xlarge", "p4d.24xlarge"),
              true),
          design("PLB-FAB-003", "in two zones", site -> near(site, p -> {}, true, "us-east-1b")),
          pool("PLB-FAB-003", "close together in two zones", p -> p.placement(CLUSTER)),
          design("PLB-FAB-004", "no public address", WrongCapacity::fabricInPublic),
          near(
              "PLB-FAB-005",
              "no look at the fabric",
              p -> p.bootScript("#!/bin/sh\nreadonly efa=false\n"),
              true),
          near("PLB-POOL-022", "newest image", p -> p.image(Image.parameter(NEWEST)), true),
          pool("PLB-POOL-020", "no disks", p -> p.instanceTypes("p3.2xlarge").localDisks()),
          design("PLB-PLACE-001", "no such zone", WrongCapacity::poolInNoZone),
          pool("PLB-PLACE-002", "too many apart", p -> p.placement(SPREAD).count(15)));

  static final List<WrongDesign> RESERVED =
      List.of(
          kept("PLB-RES-001", "spot", (p, kept) -> p.spot(s -> {})),
          kept("PLB-RES-002", "too small", (p, kept) -> p.count(5)),
          kept("PLB-RES-003", "apart", (p, kept) -> p.placement(CLUSTER)),
          kept("PLB-RES-004", "other type", (p, kept) -> p.instanceTypes("p4d.24xlarge")),
          design("PLB-RES-004", "other zone", WrongCapacity::reservedElsewhere),
          block("PLB-RES-005", "ends before it begins", site -> block(site, "2098-01-01"), 0),
          block("PLB-RES-005", "for years", site -> block(site, "2100-01-01"), 0),
          block("PLB-RES-006", "too early", site -> block(site, "2099-01-09"), 1),
          design("PLB-RES-007", "no such type", site -> kept(site, "p5.49xlarge", ZONE)),
          design("PLB-RES-007", "not on demand", site -> kept(site, "p5e.48xlarge", ZONE)),
          design("PLB-RES-007", "far away", site -> kept(site, "p5.48xlarge", "us-west-2a")),
          design("PLB-RES-007", "no id", site -> site.existingCapacityReservation("kept", "kept")));

  static final List<WrongDesign> REPAIR =
      List.of(
          repair("PLB-REPAIR-001", "twice", (r, pool) -> r.of(pool)),
          repair("PLB-REPAIR-002", "never", (r, pool) -> r.replaceOnRebalance()),
          design("PLB-REPAIR-003", "too many", WrongCapacity::looksAfterAHundred),
          design(
              "PLB-DSL-003", "of nothing", site -> site.interruptionHandling("repair", r -> {})));

  private WrongCapacity() {}

  private static WrongDesign near(
      String code, String what, Consumer<GpuPoolBuilder> change, boolean allowed) {
    return design(code, what, site -> near(site, change, allowed));
  }

  /** A pool with a fabric. */
  private static void near(
      SiteBlueprint site, Consumer<GpuPoolBuilder> change, boolean allowed, String... alsoIn) {
    Network net = WrongDesign.network(site);
    SecurityRules rules =
        WrongDesign.rules(
            site,
            net,
            r -> {
              if (allowed) {
                r.amongThemselves();
              }
            });
    poolIn(
        site,
        p -> {
          p.in(alsoIn.length == 0 ? net.privateSubnets().inZones(ZONE) : net.privateSubnets())
              .securedBy(rules)
              .fabric();
          change.accept(p);
        });
  }

  private static GpuPool poolIn(SiteBlueprint site, Consumer<GpuPoolBuilder> setUp) {
    return site.gpuPool(
        "pool",
        p -> {
          p.instanceTypes("p5.48xlarge").count(2).image(Image.id("ami-0abcdef1234567890"));
          setUp.accept(p);
        });
  }

  private static void fabricInPublic(SiteBlueprint site) {
    Network net = WrongDesign.network(site);
    SecurityRules rules = WrongDesign.rules(site, net, r -> r.amongThemselves());
    poolIn(site, p -> p.in(net.publicSubnets().inZones(ZONE)).securedBy(rules).fabric());
  }

  private static void poolInNoZone(SiteBlueprint site) {
    Network net = WrongDesign.network(site);
    SecurityRules rules = WrongDesign.rules(site, net, r -> {});
    poolIn(site, p -> p.in(net.privateSubnets().inZones(ZONE, "us-east-1c")).securedBy(rules));
  }

  private static WrongDesign kept(
      String code, String what, BiConsumer<GpuPoolBuilder, Reservation> change) {
    return reserved(code, what, site -> kept(site, "p5.48xlarge", ZONE), 2, change);
  }

  private static WrongDesign block(
      String code, String what, Function<SiteBlueprint, Reservation> block, int nodes) {
    return reserved(code, what, block, nodes, (p, kept) -> {});
  }

  /** A pool whose nodes run in capacity that is kept. */
  private static WrongDesign reserved(
      String code,
      String what,
      Function<SiteBlueprint, Reservation> capacity,
      int nodes,
      BiConsumer<GpuPoolBuilder, Reservation> change) {
    return design(
        code,
        what,
        site -> {
          Reservation kept = capacity.apply(site);
          Network net = WrongDesign.network(site);
          SecurityRules rules = WrongDesign.rules(site, net, r -> {});
          poolIn(
              site,
              p -> {
                p.in(net.privateSubnets().inZones(ZONE)).securedBy(rules).reservation(kept);
                p.count(nodes);
                change.accept(p, kept);
              });
        });
  }

  private static CapacityReservation kept(SiteBlueprint site, String type, String zone) {
    return site.capacityReservation("kept", r -> r.instanceType(type).count(4).zone(zone));
  }

  /** One that begins with the year 2099. */
  private static ExistingCapacityBlock block(SiteBlueprint site, String end) {
    return site.existingCapacityBlock(
        "block",
        "cr-0abcdef1234567890",
        Instant.parse("2099-01-01T00:00:00Z"),
        Instant.parse(end + "T00:00:00Z"));
  }

  private static void reservedElsewhere(SiteBlueprint site) {
    Network net = WrongDesign.network(site);
    SecurityRules rules = WrongDesign.rules(site, net, r -> {});
    CapacityReservation kept = kept(site, "p5.48xlarge", "us-east-1b");
    poolIn(site, p -> p.in(net.privateSubnets().inZones(ZONE)).securedBy(rules).reservation(kept));
  }

  private static WrongDesign repair(
      String code, String what, BiConsumer<InterruptionHandlingBuilder, GpuPool> change) {
    return design(
        code,
        what,
        site -> {
          Network net = WrongDesign.network(site);
          SecurityRules rules = WrongDesign.rules(site, net, r -> {});
          GpuPool pool = poolIn(site, p -> p.in(net.privateSubnets()).securedBy(rules));
          site.interruptionHandling(
              "repair",
              r -> {
                r.of(pool);
                change.accept(r, pool);
              });
        });
  }

  private static void looksAfterAHundred(SiteBlueprint site) {
    Network net = WrongDesign.network(site);
    SecurityRules rules = WrongDesign.rules(site, net, r -> {});
    site.interruptionHandling(
        "repair",
        r -> {
          for (int i = 0; i < 100; i++) {
            r.of(numbered(site, i, net, rules));
          }
        });
  }

  private static GpuPool numbered(
      SiteBlueprint site, int number, Network net, SecurityRules rules) {
    return site.gpuPool(
        "a-pool-with-a-name-of-some-length-" + number,
        p ->
            p.in(net.privateSubnets())
                .instanceTypes("p5.48xlarge")
                .count(1)
                .image(Image.id("ami-0abcdef1234567890"))
                .securedBy(rules));
  }
}
