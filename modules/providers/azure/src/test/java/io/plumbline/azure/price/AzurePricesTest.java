package io.plumbline.azure.price;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.usdPerHour;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.azure.AzureProvider;
import io.plumbline.cost.Cost;
import io.plumbline.cost.Cost.Priced;
import io.plumbline.cost.Cost.Unpriced;
import io.plumbline.cost.Hourly;
import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.model.Gpu;
import io.plumbline.model.Image;
import io.plumbline.testkit.AzureFleet;
import io.plumbline.testkit.Describing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Prices are those of the catalogue: four T4 are 4.352 USD, eight H100 98.32. */
final class AzurePricesTest {
  private static Cost pool(Consumer<GpuPoolBuilder> setUp) {
    AzureProvider azure = new AzureProvider();
    return azure.price(
        azure.lower(
            Describing.on(
                AzureFleet.SITE,
                site -> {
                  var net =
                      site.network("net", n -> n.cidr("10.0.0.0/16").zones("1").privateSubnets(20));
                  site.gpuPool(
                      "pool",
                      p -> {
                        p.in(net.privateSubnets())
                            .image(Image.id("microsoft-dsvm:ubuntu-hpc:2204:22.04.2024102301"))
                            .rootDisk(gib(200));
                        setUp.accept(p);
                      });
                }),
            AzureFleet.TARGET));
  }

  private static Priced priced(Cost cost) {
    assertThat(cost.priced()).hasSize(1);
    return cost.priced().get(0);
  }

  @Test
  void pricesMachinesOnDemandExactlyAndNamesTheListAndItsDay() {
    Priced pool = priced(pool(p -> p.gpusPerNode(8, Gpu.H100_SXM).count(3)));
    assertThat(pool.address()).isEqualTo("pool/scale-set");
    assertThat(pool.terms()).isEqualTo("3 x Standard_ND96isr_H100_v5, on demand");
    assertThat(pool.perHour()).isEqualTo(Hourly.exactly(new BigDecimal("294.96")));
    assertThat(pool.list().region()).isEqualTo("eastus");
    assertThat(pool.list().date()).isEqualTo(LocalDate.of(2026, 6, 18));
  }

  @Test
  void pricesABandFromItsLeastToItsMost() {
    Priced pool =
        priced(pool(p -> p.gpusPerNode(8, Gpu.H100_SXM).count(band(1, 4).ownedBy("scaler"))));
    assertThat(pool.perHour())
        .isEqualTo(new Hourly(new BigDecimal("98.32"), new BigDecimal("393.28")));
  }

  @Test
  void capsSpotMachinesByTheCapOrThePriceOnDemand() {
    Priced capped =
        priced(
            pool(p -> p.gpusPerNode(4, Gpu.T4).count(8).spot(s -> s.maxPrice(usdPerHour("2.5")))));
    assertThat(capped.perHour()).isEqualTo(Hourly.atMost(new BigDecimal("20")));
    assertThat(capped.terms()).isEqualTo("8 x Standard_NC64as_T4_v3, spot at most 2.5 USD/h");
    Priced open = priced(pool(p -> p.gpusPerNode(4, Gpu.T4).count(2).spot(s -> {})));
    assertThat(open.perHour()).isEqualTo(Hourly.atMost(new BigDecimal("8.704")));
  }

  @Test
  void countsThoseOnDemandBesideSpotMachines() {
    Priced mixed =
        priced(
            pool(
                p ->
                    p.gpusPerNode(4, Gpu.T4)
                        .count(5)
                        .spot(s -> s.maxPrice(usdPerHour("2")).onDemandBase(1).onDemandShare(26))));
    // One, and 26 % of four rounded up: three on demand, two as spot.
    assertThat(mixed.perHour()).isEqualTo(Hourly.atMost(new BigDecimal("17.056")));
  }

  @Test
  void saysOfSizesThatItDoesNotKnowHowManyMachinesAreInNoSum() {
    Cost cost = pool(p -> p.instanceTypes("Standard_D8ds_v5").count(7));
    assertThat(cost.priced()).isEmpty();
    assertThat(cost.unpricedNodes()).isEqualTo(7);
    assertThat(cost.unpriced())
        .contains(
            new Unpriced(
                "pool/scale-set", "flexible-scale-set", "no list price of Standard_D8ds_v5", 7));
  }

  @Test
  void namesWhatIsChargedAndNothingThatIsFree() {
    assertThat(pool(p -> p.gpusPerNode(4, Gpu.T4).count(1)).unpriced())
        .extracting(Unpriced::kind)
        .containsExactly("managed-disk");
  }
}
