package io.plumbline.azure.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.azure.AzureProvider;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.InterruptionHandlingBuilder;
import io.plumbline.dsl.SpotBuilder;
import io.plumbline.model.Design;
import io.plumbline.model.Gpu;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.Network;
import io.plumbline.model.SecurityRules;
import io.plumbline.testkit.AzureFleet;
import io.plumbline.testkit.Describing;
import io.plumbline.value.Value;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Azure replaces nodes by itself, where it does, and says so where it does not. */
final class InterruptionTest {
  private static final AzureProvider AZURE = new AzureProvider();

  @Test
  void aPoolOfSpotNodesLooksAfterItself() {
    Design design = design(s -> {}, h -> {});

    assertThat(AZURE.validate(design, AzureFleet.TARGET)).isEmpty();
    Value.Obj pool = AZURE.lower(design, AzureFleet.TARGET).get("pool/scale-set").attributes();
    assertThat(pool.get("spotRestorePolicy")).isNotEqualTo(Value.NULL);
    assertThat(pool.get("automaticRepairsPolicy")).isNotEqualTo(Value.NULL);
  }

  @Test
  void nobodyBringsSpotNodesBackThatStandBesideOthers() {
    refuses("which Azure does not bring back", design(s -> s.onDemandBase(1), h -> {}));
  }

  @Test
  void nobodyWarnsOfWhatMayCome() {
    refuses("of which Azure does not warn", design(s -> {}, h -> h.replaceOnRebalance()));
  }

  private static void refuses(String what, Design design) {
    assertThat(AZURE.validate(design, AzureFleet.TARGET))
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("PLB-AZURE-001"))
        .extracting(Diagnostic::detail)
        .asString()
        .contains(what);
  }

  private static Design design(
      Consumer<SpotBuilder> spot, Consumer<InterruptionHandlingBuilder> change) {
    return Describing.on(
        AzureFleet.SITE,
        site -> {
          Network net =
              site.network(
                  "net",
                  n ->
                      n.cidr("10.0.0.0/16")
                          .zones("1")
                          .publicSubnets(24)
                          .privateSubnets(20)
                          .oneNatGateway());
          SecurityRules rules =
              site.securityRules("rules", r -> r.in(net).egress(e -> e.all().toAnywhere()));
          GpuPool pool =
              site.gpuPool(
                  "pool",
                  p ->
                      p.in(net.privateSubnets())
                          .gpusPerNode(4, Gpu.T4)
                          .count(2)
                          .spot(spot)
                          .image(Image.id("microsoft-dsvm:ubuntu-hpc:2204:latest"))
                          .securedBy(rules));
          site.interruptionHandling(
              "repairs",
              h -> {
                h.of(pool);
                change.accept(h);
              });
        });
  }
}
