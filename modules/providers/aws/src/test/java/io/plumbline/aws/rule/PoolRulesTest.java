package io.plumbline.aws.rule;

import static io.plumbline.aws.rule.Judging.accepts;
import static io.plumbline.aws.rule.Judging.catches;
import static io.plumbline.aws.rule.Judging.network;
import static io.plumbline.aws.rule.Judging.pool;
import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.usdPerHour;
import static io.plumbline.model.Gpu.B300;
import static io.plumbline.model.Gpu.H100_SXM;
import static io.plumbline.model.Gpu.H200_SXM;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.Image;
import io.plumbline.model.Network;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What AWS refuses of pools: types, prices, disks, scripts, images. */
final class PoolRulesTest {

  @Test
  void refusesAnUnknownInstanceTypeAndSaysWhatThereIs() {
    Diagnostic problem =
        catches("PLB-POOL-003", "pool", s -> pool(s, p -> p.instanceTypes("p5.49xlarge")));

    assertThat(problem.detail())
        .contains("\"p5.49xlarge\"; of p5 there are p5.48xlarge, p5.4xlarge");
    assertThat(catches("PLB-POOL-003", "pool", s -> pool(s, p -> p.instanceTypes("h100"))).detail())
        .contains("families with accelerators are g4dn, g5");
    accepts("PLB-POOL-003", s -> pool(s, p -> p.instanceTypes("p5.48xlarge")));
  }

  @Test
  void refusesAcceleratorsThatAreNotSold() {
    Diagnostic number =
        catches("PLB-POOL-004", "pool", s -> pool(s, p -> p.gpusPerNode(3, H100_SXM)));
    Diagnostic terms =
        catches("PLB-POOL-004", "pool", s -> pool(s, p -> p.gpusPerNode(8, B300).spot(o -> {})));

    assertThat(number.detail())
        .contains("got 3 x H100_SXM on demand")
        .contains("8 x H100_SXM (p5.48xlarge:");
    assertThat(terms.detail()).contains("got 8 x B300 as spot");
    accepts("PLB-POOL-004", s -> pool(s, p -> p.gpusPerNode(8, H200_SXM)));
  }

  @Test
  void refusesTermsOnWhichATypeIsNotSold() {
    catches(
        "PLB-POOL-008",
        "pool",
        s -> pool(s, p -> p.instanceTypes("p6-b300.48xlarge").spot(o -> {})));
    accepts("PLB-POOL-008", s -> pool(s, p -> p.instanceTypes("p5.48xlarge").spot(o -> {})));
    catches("PLB-POOL-011", "pool", s -> pool(s, p -> p.instanceTypes("p5e.48xlarge")));
    accepts("PLB-POOL-011", s -> pool(s, p -> p.instanceTypes("p5e.48xlarge").spot(o -> {})));
  }

  @Test
  void warnsOfAPriceCapAboveEveryOnDemandPrice() {
    Diagnostic problem = catches("PLB-POOL-007", "pool", s -> pool(s, capped("99", "p5.48xlarge")));

    assertThat(problem.isError()).isFalse();
    assertThat(problem.detail()).contains("p5.48xlarge 55.04 USD/h (us-east-1, 2026-07-20)");
    accepts("PLB-POOL-007", s -> pool(s, capped("40", "p5.48xlarge", "p4d.24xlarge")));
    accepts("PLB-POOL-007", s -> pool(s, capped("99", "p5e.48xlarge")));
  }

  private static Consumer<GpuPoolBuilder> capped(String price, String... types) {
    return p -> p.instanceTypes(types).spot(s -> s.maxPrice(usdPerHour(price)));
  }

  @Test
  void refusesAnInstanceTypeListedTwice() {
    catches("PLB-POOL-012", "pool", s -> pool(s, p -> p.instanceTypes("g5.xlarge", "g5.xlarge")));
    catches("PLB-POOL-012", "pool", s -> pool(s, GpuPoolBuilder::instanceTypes));
    accepts("PLB-POOL-012", s -> pool(s, p -> p.instanceTypes("g5.xlarge", "g6.xlarge")));
  }

  @Test
  void refusesADiskThatDoesNotExist() {
    catches("PLB-POOL-013", "pool", s -> pool(s, p -> p.rootDisk(gib(0))));
    catches("PLB-POOL-013", "pool", s -> pool(s, p -> p.rootDisk(gib(10), d -> d.iops(6000))));
    catches(
        "PLB-POOL-013", "pool", s -> pool(s, p -> p.rootDisk(gib(10), d -> d.throughputMib(900))));
    accepts(
        "PLB-POOL-013",
        s -> pool(s, p -> p.rootDisk(gib(500), d -> d.iops(6000).throughputMib(900))));
  }

  @Test
  void refusesABootScriptThatEc2DoesNotHandOver() {
    catches("PLB-POOL-014", "pool", s -> pool(s, p -> p.bootScript("é".repeat(8193))));
    accepts("PLB-POOL-014", s -> pool(s, p -> p.bootScript("é".repeat(8192))));
  }

  @Test
  void refusesAnImageThatCannotBe() {
    catches("PLB-POOL-015", "pool", s -> pool(s, p -> p.image(Image.id("ubuntu-22.04"))));
    catches("PLB-POOL-015", "pool", s -> pool(s, p -> p.image(Image.parameter("/aws/service//x"))));
    accepts(
        "PLB-POOL-015", s -> pool(s, p -> p.image(Image.parameter("/aws/service/x_y.z/ami-id"))));
  }

  @Test
  void refusesLocalDisksWhereThereAreNone() {
    catches("PLB-POOL-020", "pool", s -> pool(s, p -> p.instanceTypes("p3.2xlarge").localDisks()));
    accepts("PLB-POOL-020", s -> pool(s, GpuPoolBuilder::localDisks));
  }

  @Test
  void refusesMorePoolsThanAFunctionCanBeTold() {
    catches("PLB-REPAIR-003", "repair", s -> lookedAfter(s, 100));
    accepts("PLB-REPAIR-003", s -> lookedAfter(s, 50));
  }

  private static void lookedAfter(SiteBlueprint site, int pools) {
    Network net = network(site, 20, "us-east-1a");
    site.interruptionHandling(
        "repair",
        r -> {
          for (int i = 0; i < pools; i++) {
            r.of(
                site.gpuPool(
                    "a-pool-with-a-name-of-some-length-" + i,
                    p ->
                        p.in(net.privateSubnets())
                            .gpusPerNode(8, H100_SXM)
                            .count(1)
                            .image(Image.id("ami-0abcdef1234567890"))));
          }
        });
  }
}
