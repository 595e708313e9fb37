package io.plumbline.rule;

import static io.plumbline.dsl.Metrics.cpu;
import static io.plumbline.dsl.Metrics.gpuUtilisation;
import static io.plumbline.dsl.Metrics.queueDepth;
import static io.plumbline.dsl.Metrics.step;
import static io.plumbline.dsl.Words.band;
import static io.plumbline.rule.Judging.accepts;
import static io.plumbline.rule.Judging.catches;

import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.dsl.LoadBalancerBuilder;
import io.plumbline.dsl.ScalingBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.Network;
import io.plumbline.model.SecurityRules;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of pools that scale, and of balancers in front of them. */
final class ServingRulesTest {

  @Test
  void refusesTwoOwnersOfTheNumberOfNodes() {
    catches(
        "PLB-SCALE-001",
        "pool",
        pool(p -> p.count(4).scaling(s -> s.between(1, 4).target(cpu(60)))));
    catches(
        "PLB-SCALE-001",
        "pool",
        pool(
            p ->
                p.count(band(0, 4).ownedBy("karpenter"))
                    .scaling(s -> s.between(1, 4).target(cpu(60)))));
    accepts("PLB-SCALE-001", scaling(s -> s.between(1, 4).target(cpu(60))));
    catches("PLB-DSL-003", "pool", scaling(s -> s.target(cpu(60))));
    catches("PLB-POOL-001", "pool", scaling(s -> s.between(4, 1).target(cpu(60))));
  }

  @Test
  void warnsOfGpuUtilisationAlone() {
    catches("PLB-SCALE-003", "pool", scaling(s -> s.between(1, 4).target(gpuUtilisation(70))));
    accepts(
        "PLB-SCALE-003",
        scaling(s -> s.between(1, 4).target(gpuUtilisation(70)).target(queueDepth("q", 2))));
  }

  @Test
  void refusesStepsThatOverlapOrGoTheWrongWay() {
    catches("PLB-SCALE-004", "pool", scaling(s -> s.between(1, 4).stepsAbove("a", cpu(60))));
    catches(
        "PLB-SCALE-004",
        "pool",
        scaling(s -> s.between(1, 4).stepsAbove("a", cpu(60), step(5, 1))));
    catches(
        "PLB-SCALE-004",
        "pool",
        scaling(s -> s.between(1, 4).stepsBelow("a", cpu(20), step(0, 1))));
    catches(
        "PLB-SCALE-004",
        "pool",
        scaling(s -> s.between(1, 4).stepsAbove("a", cpu(60), step(0, 1), step(0, 2))));
    accepts(
        "PLB-SCALE-004",
        scaling(s -> s.between(1, 4).stepsBelow("a", cpu(20), step(0, -1), step(10, -2))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0 20 * *", "60 20 * * *", "0 20 * * MOO", "0 20 0 * *", "0 20/0 * * *"})
  void refusesTimesThatAreNone(String cron) {
    catches("PLB-SCALE-005", "pool", scaling(s -> s.between(1, 4).schedule("n", cron, 0, 1)));
  }

  @Test
  void refusesSchedulesThatNobodyCanKeep() {
    catches(
        "PLB-SCALE-005", "pool", scaling(s -> s.between(1, 4).schedule("n", "0 20 * * *", 2, 1)));
    catches(
        "PLB-SCALE-005",
        "pool",
        scaling(s -> s.between(1, 4).schedule("n", "0 20 * * *", "Europe/Berln", 0, 1)));
    catches(
        "PLB-SCALE-005",
        "pool",
        scaling(
            s ->
                s.between(1, 4)
                    .schedule("a", "0 20 * * *", 0, 1)
                    .schedule("b", "0 20 * * *", 1, 2)));
    accepts(
        "PLB-SCALE-005",
        scaling(
            s ->
                s.between(1, 4).schedule("n", "*/15 20-23 1,15 jan-mar MON-FRI", "Etc/UTC", 0, 1)));
  }

  @Test
  void refusesIdsAndValuesOfPoliciesThatCannotBe() {
    catches("PLB-SCALE-006", "pool", scaling(s -> s.between(1, 4).target("Busy", cpu(60))));
    catches("PLB-SCALE-006", "pool", scaling(s -> s.between(1, 4).target(cpu(60)).target(cpu(70))));
    catches("PLB-SCALE-007", "pool", scaling(s -> s.between(1, 4).target(cpu(100))));
    catches("PLB-SCALE-007", "pool", scaling(s -> s.between(1, 4).target(queueDepth("q", 0))));
    accepts("PLB-SCALE-007", scaling(s -> s.between(1, 4).target(queueDepth("q", 250))));
  }

  @Test
  void warnsOfAPoolThatNothingWakesUp() {
    catches("PLB-SCALE-008", "pool", scaling(s -> s.between(0, 4).target(cpu(60))));
    accepts("PLB-SCALE-008", scaling(s -> s.between(0, 4).target(queueDepth("q", 2))));
    accepts(
        "PLB-SCALE-008",
        scaling(s -> s.between(0, 4).target(cpu(60)).schedule("d", "0 7 * * *", 1, 4)));
  }

  @Test
  void refusesPortsThatABalancerCannotHave() {
    catches("PLB-LB-001", "front", balancer(b -> b.http(80).http(80)));
    catches("PLB-LB-001", "front", balancer(b -> b.http(80).tcp(81)));
    catches("PLB-LB-001", "front", balancer(b -> b.http(0)));
    catches("PLB-LB-001", "front", balancer(b -> b.redirectToHttps(80, 443)));
    accepts("PLB-LB-001", balancer(b -> b.https(443, "c").redirectToHttps(80, 443)));
  }

  @Test
  void refusesABalancerThatCannotStandThere() {
    catches("PLB-LB-002", "front", site -> front(site, b -> b.http(80), "health", "a", "b"));
    catches("PLB-LB-003", "front", site -> front(site, b -> b.http(80), "/", "a"));
    accepts("PLB-LB-003", site -> front(site, b -> b.tcp(80), "", "a"));
    accepts("PLB-LB-003", balancer(b -> b.http(80)));
    catches("PLB-LB-005", "front", balancer(b -> b.http(80)));
    accepts("PLB-LB-005", balancer(b -> b.http(80).internal()));
  }

  private static Consumer<SiteBlueprint> scaling(Consumer<ScalingBuilder> setUp) {
    return pool(p -> p.scaling(setUp));
  }

  private static Consumer<SiteBlueprint> pool(Consumer<GpuPoolBuilder> setUp) {
    return site -> {
      Network net = network(site, "a");
      site.gpuPool(
          "pool",
          p -> {
            p.in(net.publicSubnets()).instanceTypes("g6.xlarge").image(Image.id("ami-1"));
            setUp.accept(p);
          });
    };
  }

  private static Consumer<SiteBlueprint> balancer(Consumer<LoadBalancerBuilder> setUp) {
    return site -> front(site, setUp, "/health", "a", "b");
  }

  private static void front(
      SiteBlueprint site, Consumer<LoadBalancerBuilder> setUp, String path, String... zones) {
    Network net = network(site, zones);
    SecurityRules rules = site.securityRules("rules", r -> r.in(net));
    GpuPool pool =
        site.gpuPool(
            "pool",
            p ->
                p.in(net.publicSubnets())
                    .instanceTypes("g6.xlarge")
                    .count(1)
                    .image(Image.id("ami-1"))
                    .securedBy(rules));
    site.loadBalancer(
        "front",
        b -> {
          b.in(net.publicSubnets()).securedBy(rules).forwardTo(pool, 8000, path);
          setUp.accept(b);
        });
  }

  private static Network network(SiteBlueprint site, String... zones) {
    return site.network("net", n -> n.cidr("10.0.0.0/16").zones(zones).publicSubnets(24));
  }
}
