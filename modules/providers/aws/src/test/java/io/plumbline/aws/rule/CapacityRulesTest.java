package io.plumbline.aws.rule;

import static io.plumbline.aws.rule.Judging.NOW;
import static io.plumbline.aws.rule.Judging.accepts;
import static io.plumbline.aws.rule.Judging.catches;
import static io.plumbline.aws.rule.Judging.network;
import static io.plumbline.aws.rule.Judging.pool;
import static io.plumbline.model.Gpu.H100_SXM;
import static io.plumbline.model.Placement.CLUSTER;
import static io.plumbline.model.Placement.PARTITION;
import static io.plumbline.model.Placement.SPREAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.ExistingCapacityBlock;
import io.plumbline.model.Network;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What AWS refuses of fabrics, placement and capacity that is kept. */
final class CapacityRulesTest {

  @Test
  void refusesAFabricWhereThereIsNone() {
    catches("PLB-FAB-002", "pool", s -> pool(s, p -> p.instanceTypes("g5.xlarge").fabric()));
    Diagnostic uneven =
        catches(
            "PLB-FAB-002",
            "pool",
            s -> pool(s, p -> p.instanceTypes("p5.48xlarge", "p5en.48xlarge").fabric()));

    assertThat(
            catches(
                    "PLB-FAB-002",
                    "pool",
                    s -> pool(s, p -> p.instanceTypes("p6e-gb200.36xlarge").fabric()))
                .detail())
        .contains("unknown here")
        .doesNotContain("no EFA");
    assertThat(uneven.detail()).contains("p5.48xlarge with 32, p5en.48xlarge with 16 interfaces");
    accepts(
        "PLB-FAB-002",
        s -> pool(s, p -> p.instanceTypes("p5.48xlarge", "p5e.48xlarge").spot(o -> {}).fabric()));
  }

  @Test
  void refusesNodesThatMustBeNearInSeveralZones() {
    catches("PLB-FAB-003", "pool", s -> inZones(s, p -> p.fabric(), "us-east-1a", "us-east-1b"));
    catches(
        "PLB-FAB-003",
        "pool",
        s -> inZones(s, p -> p.placement(CLUSTER), "us-east-1a", "us-east-1b"));
    accepts("PLB-FAB-003", s -> inZones(s, p -> p.fabric().placement(CLUSTER), "us-east-1b"));
    accepts("PLB-FAB-003", s -> inZones(s, p -> p.placement(SPREAD), "us-east-1a", "us-east-1b"));
  }

  private static void inZones(SiteBlueprint site, Consumer<GpuPoolBuilder> setUp, String... zones) {
    Network net = network(site, 20, "us-east-1a", "us-east-1b");
    site.gpuPool(
        "pool",
        p -> {
          p.in(net.privateSubnets().inZones(zones)).instanceTypes("p5.48xlarge").count(2);
          setUp.accept(p);
        });
  }

  @Test
  void warnsOfAFabricInPublicSubnets() {
    Diagnostic problem = catches("PLB-FAB-004", "pool", s -> inPublic(s, "p5.48xlarge"));

    assertThat(problem.isError()).isFalse();
    accepts("PLB-FAB-004", s -> inPublic(s, "g5.48xlarge"));
  }

  private static void inPublic(SiteBlueprint site, String type) {
    Network net =
        site.network("net", n -> n.cidr("10.0.0.0/16").zones("us-east-1a").publicSubnets(24));
    site.gpuPool("pool", p -> p.in(net.publicSubnets()).instanceTypes(type).fabric());
  }

  @Test
  void refusesMoreNodesThanAreKeptApart() {
    catches("PLB-PLACE-002", "pool", s -> pool(s, p -> p.count(8).placement(SPREAD)));
    accepts("PLB-PLACE-002", s -> pool(s, p -> p.count(7).placement(SPREAD)));
    accepts("PLB-PLACE-002", s -> pool(s, p -> p.count(8).placement(PARTITION)));
  }

  @Test
  void refusesAPlacementGroupTogetherWithAReservation() {
    catches(
        "PLB-RES-003", "pool", s -> pool(s, p -> p.placement(CLUSTER).reservation(kept(s, false))));
    catches(
        "PLB-RES-003",
        "pool",
        s ->
            pool(
                s,
                p ->
                    p.placement(CLUSTER)
                        .reservation(
                            s.existingCapacityReservation("kept", "cr-0abcdef1234567890"))));
    catches(
        "PLB-RES-003", "pool", s -> pool(s, p -> p.placement(SPREAD).reservation(kept(s, true))));
    catches(
        "PLB-RES-003", "pool", s -> pool(s, p -> p.placement(SPREAD).reservation(block(s, 1, 2))));
    accepts("PLB-RES-003", s -> pool(s, p -> p.reservation(kept(s, true))));
    accepts("PLB-RES-003", s -> pool(s, p -> p.placement(SPREAD).reservation(kept(s, false))));
  }

  private static CapacityReservation kept(SiteBlueprint site, boolean clustered) {
    return site.capacityReservation(
        "kept",
        r -> {
          r.instanceType("p5.48xlarge").count(2).zone("us-east-1a");
          if (clustered) {
            r.clustered();
          }
        });
  }

  /** From so many days after the present to so many. */
  private static ExistingCapacityBlock block(SiteBlueprint site, int from, int to) {
    return site.existingCapacityBlock(
        "block",
        "cr-0abcdef1234567890",
        NOW.plus(Duration.ofDays(from)),
        NOW.plus(Duration.ofDays(to)));
  }

  @Test
  void refusesAReservationThatThePoolCannotUse() {
    catches(
        "PLB-RES-004",
        "pool",
        s -> pool(s, p -> p.instanceTypes("p4d.24xlarge").reservation(kept(s, false))));
    catches(
        "PLB-RES-004",
        "pool",
        s -> inZones(s, p -> p.reservation(kept(s, false)), "us-east-1a", "us-east-1b"));
    catches(
        "PLB-RES-004", "pool", s -> inZones(s, p -> p.reservation(kept(s, false)), "us-east-1b"));
    catches(
        "PLB-RES-004",
        "pool",
        s ->
            pool(
                s,
                p -> p.instanceTypes("p5.48xlarge", "p5e.48xlarge").reservation(block(s, -1, 1))));
    accepts("PLB-RES-004", s -> inZones(s, p -> p.reservation(kept(s, false)), "us-east-1a"));
    accepts(
        "PLB-RES-004", s -> pool(s, p -> p.gpusPerNode(8, H100_SXM).reservation(kept(s, true))));
  }

  @Test
  void refusesABlockThatIsNotSold() {
    catches("PLB-RES-005", "block", s -> block(s, 2, 1));
    catches("PLB-RES-005", "block", s -> block(s, 0, 183));
    catches("PLB-RES-005", "block", s -> pool(s, p -> p.count(65).reservation(block(s, -1, 1))));
    accepts("PLB-RES-005", s -> pool(s, p -> p.count(64).reservation(block(s, 0, 182))));
  }

  @Test
  void warnsOfNodesOutsideTheirBlocksWindow() {
    Diagnostic early =
        catches("PLB-RES-006", "pool", s -> pool(s, p -> p.count(2).reservation(block(s, 1, 3))));
    Diagnostic late =
        catches("PLB-RES-006", "pool", s -> pool(s, p -> p.count(2).reservation(block(s, -3, -1))));

    assertThat(early.isError()).isFalse();
    assertThat(early.detail()).contains("begins at 2026-11-23T10:00:00Z");
    assertThat(late.detail()).contains("was over at 2026-11-21T10:00:00Z");
    accepts("PLB-RES-006", s -> pool(s, p -> p.count(0).reservation(block(s, 1, 3))));
    accepts("PLB-RES-006", s -> pool(s, p -> p.count(2).reservation(block(s, -1, 1))));
  }

  @Test
  void refusesReservationsThatAwsDoesNotMake() {
    catches("PLB-RES-007", "kept", s -> reserved(s, "p5.49xlarge", "us-east-1a"));
    catches("PLB-RES-007", "kept", s -> reserved(s, "p5e.48xlarge", "us-east-1a"));
    catches("PLB-RES-007", "kept", s -> reserved(s, "p5.48xlarge", "us-west-2a"));
    catches("PLB-RES-007", "kept", s -> s.existingCapacityReservation("kept", "kept"));
    catches(
        "PLB-RES-007",
        "pool",
        s -> pool(s, p -> p.instanceTypes("g5.xlarge").reservation(block(s, -1, 1))));
    accepts("PLB-RES-007", s -> reserved(s, "p5.48xlarge", "us-east-1a"));
    accepts(
        "PLB-POOL-011",
        s -> pool(s, p -> p.instanceTypes("p5e.48xlarge").reservation(block(s, -1, 1))));
  }

  private static void reserved(SiteBlueprint site, String type, String zone) {
    site.capacityReservation("kept", r -> r.instanceType(type).count(2).zone(zone));
  }
}
