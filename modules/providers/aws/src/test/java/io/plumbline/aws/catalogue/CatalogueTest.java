package io.plumbline.aws.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.model.Gpu;
import io.plumbline.model.Machine;
import io.plumbline.model.Purchase;
import io.plumbline.unit.DataSize;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CatalogueTest {
  private static final Purchase ON_DEMAND = new Purchase.OnDemand();
  private static final Purchase SPOT =
      new Purchase.Spot(null, Purchase.Strategy.PRICE_CAPACITY_OPTIMIZED, 0, 0);

  private final Catalogue catalogue = Catalogue.builtIn();

  @Test
  void knowsAllTypesInOrder() {
    assertThat(catalogue.types()).hasSize(48);
    assertThat(catalogue.types()).extracting(InstanceType::name).isSorted();
  }

  @Test
  void keepsFigureUnitPriceAndSource() {
    InstanceType p5 = catalogue.find("p5.48xlarge");

    assertThat(p5.gpu()).isEqualTo(Gpu.H100_SXM);
    assertThat(p5.gpus()).isEqualTo(8);
    assertThat(p5.gpuMemory()).isEqualTo(DataSize.gib(80));
    assertThat(p5.memory()).isEqualTo(DataSize.tib(2));
    assertThat(p5.efaInterfaces()).isEqualTo(32);
    assertThat(p5.price())
        .hasToString("ListPrice[price=55.04 USD/h, region=us-east-1, date=2026-07-20]");
    assertThat(p5.sources()).isEqualTo("s1 s2 s5");
    assertThat(catalogue.find("p5e.48xlarge").price()).isNull();
  }

  @Test
  void picksTheCheapestAloneOnDemand() {
    assertThat(catalogue.candidates(new Machine.WithGpus(1, Gpu.T4), ON_DEMAND))
        .containsExactly("g4dn.xlarge");
    assertThat(catalogue.candidates(new Machine.WithGpus(8, Gpu.H200_SXM), ON_DEMAND))
        .containsExactly("p5en.48xlarge");
  }

  @Test
  void takesAllOfThemAsSpotTheCheapestFirst() {
    assertThat(catalogue.candidates(new Machine.WithGpus(8, Gpu.H200_SXM), SPOT))
        .containsExactly("p5en.48xlarge", "p5e.48xlarge");
    assertThat(catalogue.candidates(new Machine.WithGpus(4, Gpu.L4), SPOT))
        .containsExactly("g6.12xlarge", "g6.24xlarge");
  }

  @Test
  void keepsTheOrderInWhichTypesAreNamed() {
    assertThat(
            catalogue.candidates(new Machine.OfTypes(List.of("p5.48xlarge", "p4d.24xlarge")), SPOT))
        .containsExactly("p5.48xlarge", "p4d.24xlarge");
  }
}
