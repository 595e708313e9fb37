package io.plumbline.rule;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.byId;
import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.usdPerHour;
import static io.plumbline.rule.Judging.accepts;
import static io.plumbline.rule.Judging.catches;
import static io.plumbline.rule.Judging.network;
import static io.plumbline.rule.Judging.pool;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.SpotBuilder;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Network;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is refused of pools: how many nodes, where, on what terms, and who replaces them. */
final class PoolRulesTest {

  @Test
  void refusesImpossibleCounts() {
    catches("PLB-POOL-001", "pool", s -> pool(s, p -> p.count(-1)));
    catches("PLB-POOL-001", "pool", s -> pool(s, p -> p.count(band(4, 2).ownedBy("autoscaler"))));
    accepts("PLB-POOL-001", s -> pool(s, p -> p.count(band(2, 2).ownedBy("autoscaler"))));
    accepts("PLB-POOL-001", s -> pool(s, p -> p.count(0)));
  }

  @Test
  void refusesABandThatNobodyOwns() {
    catches("PLB-POOL-016", "pool", s -> pool(s, p -> p.count(band(0, 2).ownedBy(""))));
    catches("PLB-POOL-016", "pool", s -> pool(s, p -> p.count(band(0, 2).ownedBy(" "))));
    accepts("PLB-POOL-016", s -> pool(s, p -> p.count(band(0, 2).ownedBy("autoscaler"))));
    accepts("PLB-POOL-016", s -> pool(s, p -> p.count(2)));
  }

  @Test
  void refusesAPoolInSubnetsThatAreNotThere() {
    catches("PLB-POOL-002", "pool", s -> pool(s, p -> p.in(network(s, "two").publicSubnets())));
    catches(
        "PLB-POOL-002",
        "pool",
        s ->
            pool(
                s,
                p -> p.in(s.existingNetwork("corp", e -> e.vpc(byId("vpc-1"))).privateSubnets())));
    accepts("PLB-POOL-002", s -> pool(s, p -> {}));
  }

  @Test
  void refusesImpossibleOnDemandParts() {
    catches("PLB-POOL-005", "pool", s -> pool(s, spot(o -> o.onDemandBase(-1))));
    catches("PLB-POOL-005", "pool", s -> pool(s, spot(o -> o.onDemandShare(101))));
    accepts("PLB-POOL-005", s -> pool(s, spot(o -> o.onDemandBase(2).onDemandShare(100))));
  }

  @Test
  void warnsOfABaseThatLeavesNoSpot() {
    assertThat(
            catches("PLB-POOL-010", "pool", s -> pool(s, spot(o -> o.onDemandBase(5)))).isError())
        .isFalse();
    accepts("PLB-POOL-010", s -> pool(s, spot(o -> o.onDemandBase(4))));
  }

  @Test
  void refusesAPriceCapOfNothing() {
    catches("PLB-POOL-006", "pool", s -> pool(s, spot(o -> o.maxPrice(usdPerHour(0)))));
    catches("PLB-POOL-006", "pool", s -> pool(s, spot(o -> o.maxPrice(usdPerHour("-1")))));
    accepts("PLB-POOL-006", s -> pool(s, spot(o -> o.maxPrice(usdPerHour("0.01")))));
  }

  private static Consumer<GpuPoolBuilder> spot(Consumer<SpotBuilder> setUp) {
    return p -> p.spot(setUp);
  }

  @Test
  void warnsOfADiskThatIsNotEncrypted() {
    Diagnostic problem =
        catches(
            "PLB-POOL-009", "pool", s -> pool(s, p -> p.rootDisk(gib(9), d -> d.encrypted(false))));

    assertThat(problem.isError()).isFalse();
    accepts("PLB-POOL-009", s -> pool(s, p -> p.rootDisk(gib(9))));
  }

  @Test
  void refusesSpotInAReservation() {
    catches("PLB-RES-001", "pool", s -> pool(s, p -> p.reservation(kept(s, 4)).spot(o -> {})));
    accepts("PLB-RES-001", s -> pool(s, p -> p.reservation(kept(s, 4))));
  }

  @Test
  void refusesAReservationSmallerThanItsPools() {
    catches(
        "PLB-RES-002",
        "kept",
        s -> {
          var kept = kept(s, 4);
          s.gpuPool("one", p -> p.count(3).reservation(kept));
          s.gpuPool("two", p -> p.count(band(0, 2).ownedBy("autoscaler")).reservation(kept));
        });
    catches("PLB-RES-002", "kept", s -> kept(s, 0));
    accepts("PLB-RES-002", s -> pool(s, p -> p.count(4).reservation(kept(s, 4))));
  }

  private static CapacityReservation kept(SiteBlueprint site, int nodes) {
    return site.capacityReservation(
        "kept", r -> r.instanceType("p5.48xlarge").count(nodes).zone("us-east-1a"));
  }

  @Test
  void refusesZonesThatTheNetworkDoesNotHave() {
    catches("PLB-PLACE-001", "pool", s -> narrowed(s, "us-east-1c"));
    catches(
        "PLB-PLACE-001",
        "pool",
        s ->
            s.gpuPool(
                "pool",
                p ->
                    p.in(
                        s.existingNetwork("corp", e -> e.vpc(byId("vpc-1")))
                            .privateSubnets()
                            .inZones("us-east-1a"))));
    accepts("PLB-PLACE-001", s -> narrowed(s, "us-east-1b"));
  }

  private static void narrowed(SiteBlueprint site, String zone) {
    Network net =
        site.network(
            "net", n -> n.cidr("10.0.0.0/16").zones("us-east-1a", "us-east-1b").privateSubnets(20));
    site.gpuPool("pool", p -> p.in(net.privateSubnets().inZones(zone)));
  }

  @Test
  void refusesInterruptionHandlingOfNothing() {
    catches("PLB-DSL-003", "repair", s -> s.interruptionHandling("repair", r -> {}));
  }

  @Test
  void refusesToLookAfterAPoolTwice() {
    catches("PLB-REPAIR-001", "other", s -> lookedAfter(s, false, p -> {}, "repair", "other"));
    catches(
        "PLB-REPAIR-001",
        "repair",
        s -> {
          GpuPool pool = pool(s, p -> {});
          s.interruptionHandling("repair", r -> r.of(pool, pool));
        });
    accepts("PLB-REPAIR-001", s -> lookedAfter(s, false, p -> {}, "repair"));
  }

  @Test
  void warnsOfRebalancingWhereNothingIsSpot() {
    Diagnostic found =
        catches("PLB-REPAIR-002", "repair", s -> lookedAfter(s, true, p -> {}, "repair"));
    assertThat(found.isError()).isFalse();
    accepts("PLB-REPAIR-002", s -> lookedAfter(s, true, p -> p.spot(t -> {}), "repair"));
    accepts("PLB-REPAIR-002", s -> lookedAfter(s, false, p -> {}, "repair"));
  }

  private static void lookedAfter(
      SiteBlueprint site, boolean rebalance, Consumer<GpuPoolBuilder> setUp, String... ids) {
    GpuPool pool = pool(site, setUp);
    for (String id : ids) {
      site.interruptionHandling(
          id,
          r -> {
            r.of(pool);
            if (rebalance) {
              r.replaceOnRebalance();
            }
          });
    }
  }
}
