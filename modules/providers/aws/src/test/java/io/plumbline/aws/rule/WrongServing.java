package io.plumbline.aws.rule;

import static io.plumbline.aws.rule.WrongDesign.design;
import static io.plumbline.dsl.Metrics.cpu;
import static io.plumbline.dsl.Metrics.gpuMemory;
import static io.plumbline.dsl.Metrics.gpuUtilisation;
import static io.plumbline.dsl.Metrics.memory;
import static io.plumbline.dsl.Metrics.providersAgent;
import static io.plumbline.dsl.Metrics.queueDepth;
import static io.plumbline.dsl.Metrics.sender;
import static io.plumbline.dsl.Metrics.step;
import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.minutes;

import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.dsl.LoadBalancerBuilder;
import io.plumbline.dsl.ScalingBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.Network;
import io.plumbline.model.SecurityRules;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Fleets that serve, with one fault each: pools that scale, and balancers in front of them. */
final class WrongServing {
  private static final String CERTIFICATE =
      "arn:aws:acm:us-east-1:123456789012:certificate/5b2e2f6a-3a1c";

  static final List<WrongDesign> SCALING =
      List.of(
          scaled("PLB-SCALE-001", "a count as well", p -> p.count(2)),
          scaled(
              "PLB-SCALE-002", "no agent", p -> p.scaling(s -> s.between(1, 4).target(memory(80)))),
          scaled(
              "PLB-SCALE-002",
              "another agent",
              p ->
                  p.scaling(s -> s.between(1, 4).target(memory(80)))
                      .sendsMetrics(sender("Serving", "QueueTime"))),
          scaled(
              "PLB-SCALE-003",
              "busy GPUs alone",
              p ->
                  p.scaling(s -> s.between(1, 4).target(gpuUtilisation(70)))
                      .sendsMetrics(providersAgent())),
          policies("PLB-SCALE-004", "no steps", s -> s.stepsAbove("full", cpu(80))),
          policies("PLB-SCALE-004", "a gap", s -> s.stepsAbove("full", cpu(80), step(5, 1))),
          policies("PLB-SCALE-004", "upside down", s -> s.stepsBelow("idle", cpu(9), step(0, 1))),
          policies(
              "PLB-SCALE-004",
              "the same step twice",
              s -> s.stepsAbove("full", cpu(80), step(0, 1), step(0, 2))),
          policies("PLB-SCALE-005", "at no time", s -> s.schedule("night", "0 25 * * *", 1, 2)),
          policies("PLB-SCALE-005", "turned round", s -> s.schedule("night", "0 20 * * *", 2, 1)),
          policies(
              "PLB-SCALE-005",
              "nowhere",
              s -> s.schedule("night", "0 20 * * *", "Europe/Berln", 1, 2)),
          policies(
              "PLB-SCALE-005",
              "two at once",
              s -> s.schedule("a", "0 20 * * *", 1, 2).schedule("b", "0 20 * * *", 1, 3)),
          policies("PLB-SCALE-006", "capitals", s -> s.target("Busy", queueDepth("q", 2))),
          policies("PLB-SCALE-006", "twice", s -> s.target(cpu(70))),
          policies("PLB-SCALE-007", "all of it", s -> s.stepsAbove("full", cpu(100), step(0, 1))),
          policies("PLB-SCALE-007", "nothing", s -> s.target(queueDepth("q", 0))),
          policies("PLB-SCALE-008", "asleep for ever", s -> s.between(0, 4)),
          scaled("PLB-SCALE-009", "spot waits", p -> p.warmPool(w -> w.min(1)).spot(s -> {})),
          scaled(
              "PLB-SCALE-009",
              "more than it may have",
              p -> p.warmPool(w -> w.min(3).maxPrepared(2))),
          scaled("PLB-SCALE-010", "drains a day", p -> p.drainHook(days(1))),
          scaled(
              "PLB-SCALE-012",
              "stopped half set up",
              p -> p.warmPool(w -> w.nodes(1)).bootScript("#!/bin/sh\n")),
          scaled("PLB-SCALE-013", "nobody may", p -> p.launchHook(minutes(9))),
          scaled(
              "PLB-SCALE-014",
              "always full",
              p ->
                  p.scaling(s -> s.between(1, 4).stepsAbove("full", gpuMemory(85), step(0, 1)))
                      .sendsMetrics(providersAgent())),
          policies("PLB-SCALE-011", "forecast", s -> s.predictive(queueDepth("q", 2))));

  static final List<WrongDesign> BALANCERS =
      List.of(
          front("PLB-LB-001", "no such port", (b, pool) -> b.https(70000, CERTIFICATE)),
          front("PLB-LB-001", "a port twice", (b, pool) -> b.https(443, CERTIFICATE)),
          front("PLB-LB-001", "requests and connections", (b, pool) -> b.tcp(444)),
          front("PLB-LB-001", "redirected to nowhere", (b, pool) -> b.redirectToHttps(80, 444)),
          front("PLB-LB-001", "no port of nodes", (b, pool) -> b.forwardTo(pool, 0, "/health")),
          front("PLB-LB-002", "no path", (b, pool) -> b.forwardTo(pool, 8000, "health")),
          serving("PLB-LB-003", "hidden", (site, fleet) -> front(site, fleet, false, b -> {})),
          serving("PLB-LB-003", "one zone", WrongServing::inOneZone),
          serving("PLB-LB-003", "elsewhere", WrongServing::inAnotherNetwork),
          serving("PLB-LB-004", "no rules", WrongServing::withoutRules),
          front("PLB-LB-005", "in the clear", (b, pool) -> b.http(80)),
          front("PLB-LB-006", "no certificate", (b, pool) -> b.https(444, "")),
          front(
              "PLB-LB-006",
              "certificate of another region",
              (b, pool) -> b.https(444, CERTIFICATE.replace("us-east-1", "eu-west-1"))),
          front("PLB-LB-007", "idle for a day", (b, pool) -> b.idleTimeout(days(1))),
          front("PLB-LB-007", "drains a day", (b, pool) -> b.drainAfter(days(1))),
          design("PLB-LB-008", "five minutes", WrongServing::withoutTime));

  private WrongServing() {}

  /** What a balancer stands in front of. */
  private record Serving(Network network, SecurityRules rules, GpuPool pool) {}

  private static WrongDesign scaled(String code, String what, Consumer<GpuPoolBuilder> change) {
    return design(code, what, site -> scaled(site, WrongDesign.network(site), change));
  }

  /** More than one policy that is right. */
  private static WrongDesign policies(String code, String what, Consumer<ScalingBuilder> more) {
    return scaled(
        code,
        what,
        p ->
            p.scaling(
                s -> {
                  s.between(1, 4).target(cpu(60));
                  more.accept(s);
                }));
  }

  private static WrongDesign front(
      String code, String what, BiConsumer<LoadBalancerBuilder, GpuPool> change) {
    return serving(
        code, what, (site, fleet) -> front(site, fleet, true, b -> change.accept(b, fleet.pool())));
  }

  private static WrongDesign serving(
      String code, String what, BiConsumer<SiteBlueprint, Serving> more) {
    return design(code, what, site -> more.accept(site, serving(site)));
  }

  private static Serving serving(SiteBlueprint site) {
    Network network = WrongDesign.network(site);
    GpuPool pool = scaled(site, network, p -> {});
    return new Serving(network, pool.securedBy().get(0), pool);
  }

  private static GpuPool scaled(
      SiteBlueprint site, Network network, Consumer<GpuPoolBuilder> change) {
    SecurityRules rules = WrongDesign.rules(site, network, r -> {});
    return site.gpuPool(
        "servers",
        p -> {
          p.in(network.privateSubnets())
              .instanceTypes("g6.12xlarge")
              .image(Image.id("ami-0abcdef1234567890"))
              .securedBy(rules)
              .readyWithin(minutes(15))
              .scaling(s -> s.between(1, 4).target(cpu(60)));
          change.accept(p);
        });
  }

  private static void front(
      SiteBlueprint site, Serving fleet, boolean open, Consumer<LoadBalancerBuilder> change) {
    site.loadBalancer(
        "front",
        b -> {
          b.in(open ? fleet.network().publicSubnets() : fleet.network().privateSubnets())
              .securedBy(fleet.rules())
              .https(443, CERTIFICATE)
              .forwardTo(fleet.pool(), 8000, "/health");
          change.accept(b);
        });
  }

  private static void inOneZone(SiteBlueprint site, Serving fleet) {
    front(site, fleet, true, b -> b.in(fleet.network().publicSubnets().inZones("us-east-1a")));
  }

  private static void inAnotherNetwork(SiteBlueprint site, Serving fleet) {
    Network other =
        site.network(
            "other",
            n -> n.cidr("10.9.0.0/16").zones("us-east-1a", "us-east-1b").publicSubnets(24));
    front(site, fleet, true, b -> b.in(other.publicSubnets()));
  }

  private static void withoutTime(SiteBlueprint site) {
    Network network = WrongDesign.network(site);
    SecurityRules rules = WrongDesign.rules(site, network, r -> {});
    GpuPool hasty =
        site.gpuPool(
            "servers",
            p ->
                p.in(network.privateSubnets())
                    .instanceTypes("g6.12xlarge")
                    .count(2)
                    .image(Image.id("ami-0abcdef1234567890"))
                    .securedBy(rules));
    front(site, new Serving(network, rules, hasty), true, b -> {});
  }

  private static void withoutRules(SiteBlueprint site, Serving fleet) {
    site.loadBalancer(
        "front",
        b ->
            b.in(fleet.network().publicSubnets())
                .https(443, CERTIFICATE)
                .forwardTo(fleet.pool(), 8000, "/health"));
  }
}
