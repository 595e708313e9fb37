package io.plumbline.aws.price;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.usdPerHour;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsProvider;
import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.cost.Cost;
import io.plumbline.cost.Cost.Priced;
import io.plumbline.cost.Cost.Unpriced;
import io.plumbline.cost.Hourly;
import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.dsl.WarmPoolBuilder;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Gpu;
import io.plumbline.model.Image;
import io.plumbline.testkit.Describing;
import io.plumbline.value.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Prices are those of the catalogue: a p5.48xlarge is 55.04 USD, a p4d.24xlarge 21.957642. */
final class AwsPricesTest {
  private static final AwsProvider AWS = new AwsProvider();

  private static Cost pool(Consumer<GpuPoolBuilder> setUp) {
    return AWS.price(
        AWS.lower(
            Describing.on(
                site -> {
                  var net =
                      site.network(
                          "net", n -> n.cidr("10.0.0.0/16").zones("us-east-1a").publicSubnets(24));
                  site.gpuPool(
                      "pool",
                      p -> {
                        p.in(net.publicSubnets()).image(Image.id("ami-0abcdef1234567890"));
                        setUp.accept(p);
                      });
                }),
            Describing.TARGET));
  }

  private static Priced priced(Cost cost) {
    assertThat(cost.priced()).hasSize(1);
    return cost.priced().get(0);
  }

  private static Hourly range(String least, String most) {
    return new Hourly(new BigDecimal(least), new BigDecimal(most));
  }

  @Test
  void pricesNodesOnDemandExactlyAndNamesTheListAndItsDay() {
    Priced pool = priced(pool(p -> p.instanceTypes("p4d.24xlarge").count(3)));
    assertThat(pool.address()).isEqualTo("pool/group");
    assertThat(pool.terms()).isEqualTo("3 x p4d.24xlarge, on demand");
    assertThat(pool.perHour()).isEqualTo(Hourly.exactly(new BigDecimal("65.872926")));
    assertThat(pool.perHour().perDay().most()).isEqualByComparingTo("1580.950224");
    assertThat(pool.list().region()).isEqualTo("us-east-1");
    assertThat(pool.list().date()).isEqualTo(LocalDate.of(2026, 7, 20));
  }

  @Test
  void pricesABandFromItsLeastToItsMost() {
    Priced pool =
        priced(pool(p -> p.gpusPerNode(8, Gpu.H100_SXM).count(band(1, 4).ownedBy("scaler"))));
    assertThat(pool.perHour()).isEqualTo(range("55.04", "220.16"));
    assertThat(pool.terms()).isEqualTo("1 to 4 x p5.48xlarge, on demand");
  }

  @Test
  void pricesSeveralTypesFromTheCheapestToTheDearest() {
    Priced pool = priced(pool(p -> p.instanceTypes("p5.48xlarge", "p4d.24xlarge").count(2)));
    assertThat(pool.perHour()).isEqualTo(range("43.915284", "110.08"));
  }

  @Test
  void capsSpotNodesByThePriceOnDemand() {
    Priced pool = priced(pool(p -> p.instanceTypes("p5.48xlarge").count(2).spot(s -> {})));
    assertThat(pool.perHour()).isEqualTo(Hourly.atMost(new BigDecimal("110.08")));
    assertThat(pool.terms()).isEqualTo("2 x p5.48xlarge, spot at most the price on demand");
  }

  @Test
  void capsSpotNodesByTheDesignsOwnCapAndTheOthersByTheList() {
    Priced pool =
        priced(
            pool(
                p ->
                    p.instanceTypes("p5.48xlarge")
                        .count(5)
                        .spot(
                            s -> s.maxPrice(usdPerHour("40")).onDemandBase(1).onDemandShare(26))));
    // One, and 26 % of four rounded up: three on demand, two as spot.
    assertThat(pool.perHour()).isEqualTo(Hourly.atMost(new BigDecimal("245.12")));
    assertThat(pool.terms())
        .isEqualTo("5 x p5.48xlarge, up to 3 on demand, others spot at most 40 USD/h");
  }

  @Test
  void capsSpotNodesWithoutAListPriceByTheCapAlone() {
    Priced pool =
        priced(
            pool(
                p ->
                    p.instanceTypes("p5e.48xlarge")
                        .count(2)
                        .spot(s -> s.maxPrice(usdPerHour("30")))));
    assertThat(pool.perHour()).isEqualTo(Hourly.atMost(new BigDecimal("60")));
    assertThat(pool.list()).isNull();
  }

  @Test
  void oneTypeWithoutAPriceHidesNothingOfTheOthers() {
    Cost cost =
        pool(
            p ->
                p.instanceTypes("p5.48xlarge", "p5e.48xlarge")
                    .count(32)
                    .spot(s -> s.maxPrice(usdPerHour("48")).onDemandBase(1)));
    // 31 at the cap, and one p5 on demand, as which a p5e is not sold.
    assertThat(priced(cost).perHour()).isEqualTo(Hourly.atMost(new BigDecimal("1543.04")));
    assertThat(cost.unpricedNodes()).isZero();
  }

  @Test
  void countsThePartOnDemandWhereSpotNodesHaveNeitherPriceNorCap() {
    Cost cost =
        pool(
            p ->
                p.instanceTypes("p5.48xlarge", "p5e.48xlarge")
                    .count(32)
                    .spot(s -> s.onDemandBase(1)));
    assertThat(priced(cost).perHour()).isEqualTo(Hourly.atMost(new BigDecimal("55.04")));
    assertThat(cost.unpricedNodes()).isEqualTo(31);
  }

  @Test
  void namesWhatHasNoPriceInsteadOfCountingItAsNothing() {
    Cost cost = pool(p -> p.instanceTypes("p5e.48xlarge").count(2).spot(s -> {}));
    assertThat(cost.priced()).isEmpty();
    assertThat(cost.unpriced())
        .containsExactly(
            new Unpriced("pool/group", "auto-scaling-group", "no list price of p5e.48xlarge", 2),
            new Unpriced("pool/group", "ebs-volume", "the disk of each node"),
            new Unpriced("pool/group", "public-ipv4-address", "the address of each node"));
  }

  @Test
  void countsNodesThatWaitRunning() {
    assertThat(waiting(w -> w.nodes(2).running())).isEqualTo(2);
    assertThat(waiting(w -> w.min(1).running())).isEqualTo(4);
    assertThat(waiting(w -> w.nodes(2))).isZero();
  }

  private static long waiting(Consumer<WarmPoolBuilder> warm) {
    return pool(p ->
            p.instanceTypes("p5.48xlarge").count(band(1, 5).ownedBy("scaler")).warmPool(warm))
        .unpricedNodes();
  }

  @Test
  void doesNotPriceWhatARawValueMayChange() {
    Cost cost =
        pool(
            p ->
                p.instanceTypes("p5.48xlarge")
                    .count(2)
                    .raw(
                        "template",
                        Dialect.TERRAFORM,
                        "instance_type",
                        Value.text("p4d.24xlarge"),
                        "a test"));
    assertThat(cost.priced()).isEmpty();
    assertThat(cost.unpriced().get(0).reason()).isEqualTo("a raw value may change its nodes");
    assertThat(cost.unpricedNodes()).isEqualTo(2);
  }

  @Test
  void namesKindsThatCostSomethingAndLeavesFreeOnesOut() {
    assertThat(List.of("bucket", "elastic-ip", "nat-gateway", "vpn-connection"))
        .allMatch(AwsPricesTest::named);
    assertThat(List.of("subnet", "role", "route", "scaling-policy"))
        .noneMatch(AwsPricesTest::named);
  }

  private static boolean named(String id) {
    ResourceKind kind =
        AwsKinds.ALL.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    var graph = new ResourceGraph(List.of(Resource.of("x", kind, Value.Obj.EMPTY, null)));
    return !AWS.price(graph).unpriced().isEmpty();
  }

  @Test
  void paysForAReservationUsedOrNotAndForItsNodesNoSecondTime() {
    Cost cost =
        AWS.price(
            AWS.lower(
                Describing.on(
                    site -> {
                      var net =
                          site.network(
                              "net",
                              n -> n.cidr("10.0.0.0/16").zones("us-east-1a").privateSubnets(24));
                      var kept =
                          site.capacityReservation(
                              "kept",
                              r -> r.instanceType("p5.48xlarge").count(4).zone("us-east-1a"));
                      site.gpuPool(
                          "pool",
                          p ->
                              p.in(net.privateSubnets())
                                  .instanceTypes("p5.48xlarge")
                                  .count(2)
                                  .reservation(kept)
                                  .image(Image.id("ami-0abcdef1234567890")));
                    }),
                Describing.TARGET));
    assertThat(cost.perHour()).isEqualTo(range("220.16", "220.16"));
    assertThat(cost.priced())
        .extracting(Priced::terms)
        .containsExactly("4 x p5.48xlarge, kept, used or not", "up to 2, paid for with kept");
    assertThat(cost.unpriced())
        .extracting(Unpriced::kind)
        .doesNotContain("capacity-reservation", "auto-scaling-group");
  }

  @Test
  void noNodesCostNothing() {
    Cost cost = pool(p -> p.instanceTypes("p5e.48xlarge").count(0));
    assertThat(priced(cost).perHour()).isEqualTo(Hourly.NOTHING);
    assertThat(cost.unpriced()).isEmpty();
  }

  @Test
  void bucketsAreNamedAndNetworksAreFree() {
    Cost cost =
        AWS.price(
            AWS.lower(
                Describing.on(
                    site -> {
                      site.network(
                          "net", n -> n.cidr("10.0.0.0/16").zones("us-east-1a").publicSubnets(24));
                      site.bucket("data");
                    }),
                Describing.TARGET));
    assertThat(cost.priced()).isEmpty();
    assertThat(cost.unpriced()).extracting(Unpriced::address).containsExactly("data");
  }
}
