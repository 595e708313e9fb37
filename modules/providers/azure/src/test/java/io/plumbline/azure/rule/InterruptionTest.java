package io.plumbline.azure.rule;

import static io.plumbline.dsl.Words.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.azure.AzureProvider;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.dsl.InterruptionHandlingBuilder;
import io.plumbline.dsl.SpotBuilder;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Design;
import io.plumbline.model.Gpu;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.Network;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.testkit.AzureFleet;
import io.plumbline.testkit.Describing;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Azure tells who asks, and a function does what Azure does not do by itself. */
final class InterruptionTest {
  private static final AzureProvider AZURE = new AzureProvider();

  @Test
  void aFunctionBringsPoolsBackToTheirLeast() {
    Design design = design(s -> s.onDemandBase(1), h -> {});

    assertThat(AZURE.validate(design, AzureFleet.TARGET)).isEmpty();
    assertThat(lowered(design).get("repairs").attributes().get("scaleSets"))
        .isEqualTo(Value.join(List.of(Value.ref("pool/scale-set", "id"), Value.text("=2"))));
  }

  @Test
  void theFunctionIsThereBeforeItIsTold() {
    Resource told = lowered(design(s -> {}, h -> {})).get("repairs/notifications");

    assertThat(told.after()).contains("repairs/function");
    assertThat(told.attributes().get("resourceGroup")).isEqualTo(Value.text("health"));
    assertThat(told.attributes().get("topic")).isEqualTo(Value.ref("site/health-topic", "name"));
  }

  @Test
  void takingItOutNeedsNobodysRelease() {
    assertThat(lowered(design(s -> {}, h -> {})).resources())
        .filteredOn(resource -> resource.address().startsWith("repairs"))
        .hasSizeGreaterThan(5)
        .noneMatch(Resource::keep);
  }

  @Test
  void spotNodesHaveNoDrainHook() {
    assertThat(
            AZURE.validate(
                design(s -> {}, h -> {}, p -> p.drainHook(minutes(10))), AzureFleet.TARGET))
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("PLB-AZURE-001"))
        .extracting(Diagnostic::detail)
        .asString()
        .contains("a drain hook of spot nodes");
  }

  @Test
  void whatItIsToldOfItKnowsWhatToDoAbout() {
    ResourceGraph graph = lowered(design(s -> {}, h -> {}));
    String code = text(graph.get("repairs/function").attributes().get("code"));
    Value.Obj filter =
        (Value.Obj)
            ((Value.Sequence) graph.get("repairs/notifications").attributes().get("oneOf"))
                .items()
                .get(0);

    assertThat(((Value.Sequence) filter.get("values")).items())
        .hasSizeGreaterThan(4)
        .allSatisfy(note -> assertThat(code).contains('"' + text(note) + '"'));
  }

  @Test
  void nodesHearWhatComesBeforeTheyDoAnythingElse() {
    String plain =
        text(lowered(design(s -> {}, h -> {})).get("pool/scale-set").attributes().get("userData"));
    Value both =
        lowered(design(s -> {}, h -> {}, p -> p.bootScript("#!/bin/bash\ntrue\n")))
            .get("pool/scale-set")
            .attributes()
            .get("userData");

    assertThat(plain).startsWith("#!/bin/sh\n").contains("scheduledevents?api-version=");
    assertThat(text(both)).startsWith("Content-Type: multipart/mixed;").contains(plain);
    assertThat(text(both).indexOf(plain)).isLessThan(text(both).indexOf("#!/bin/bash\ntrue\n"));
  }

  @Test
  void nobodyWarnsOfWhatMayCome() {
    refuses(
        "PLB-AZURE-001",
        "of which Azure does not warn",
        AzureFleet.TARGET,
        h -> h.replaceOnRebalance());
  }

  @Test
  void whatTellsIsThereAlready() {
    Map<String, String> settings = new TreeMap<>(AzureFleet.SITE.settings());
    settings.remove("health-topic");
    Site without = new Site("main", "azure", "arm", settings, null);
    refuses("PLB-AZURE-045", "got no health-topic", new Target("test", "fleet", without), h -> {});
  }

  private static void refuses(
      String code, String what, Target target, Consumer<InterruptionHandlingBuilder> change) {
    assertThat(AZURE.validate(design(s -> {}, change), target))
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(code))
        .extracting(Diagnostic::detail)
        .asString()
        .contains(what);
  }

  private static ResourceGraph lowered(Design design) {
    return AZURE.lower(design, AzureFleet.TARGET);
  }

  private static String text(Value value) {
    return ((Value.Text) value).value();
  }

  private static Design design(
      Consumer<SpotBuilder> spot, Consumer<InterruptionHandlingBuilder> change) {
    return design(spot, change, p -> {});
  }

  private static Design design(
      Consumer<SpotBuilder> spot,
      Consumer<InterruptionHandlingBuilder> change,
      Consumer<GpuPoolBuilder> more) {
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
                  p -> {
                    p.in(net.privateSubnets())
                        .gpusPerNode(4, Gpu.T4)
                        .count(2)
                        .spot(spot)
                        .image(Image.id("microsoft-dsvm:ubuntu-hpc:2204:latest"))
                        .securedBy(rules);
                    more.accept(p);
                  });
          site.interruptionHandling(
              "repairs",
              h -> {
                h.of(pool);
                change.accept(h);
              });
        });
  }
}
