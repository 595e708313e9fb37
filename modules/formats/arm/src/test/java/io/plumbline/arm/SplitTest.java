package io.plumbline.arm;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.azure.AzureProvider;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Design;
import io.plumbline.model.Gpu;
import io.plumbline.model.Image;
import io.plumbline.model.Network;
import io.plumbline.model.Site;
import io.plumbline.testkit.AzureFleet;
import io.plumbline.testkit.Describing;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is too much for one template is split, and stays where it is as it grows. */
final class SplitTest {

  @Test
  void whatOneTemplateTakesStandsInOne() {
    Map<String, Obj> files = render(fleet(names(20)), Bounds.STANDARD);
    assertThat(nested(files)).hasSize(1);
    assertThat(files).containsOnlyKeys("azuredeploy.json", "azuredeploy.parameters.json");
  }

  @Test
  void noDeploymentHasMoreThanAzureTakes() {
    Map<String, Obj> files = render(fleet(names(900)), Bounds.STANDARD);
    assertThat(nested(files))
        .hasSizeGreaterThan(1)
        .allSatisfy(each -> assertThat(resources(each)).hasSizeLessThanOrEqualTo(800));
    assertThat(homes(files).keySet().stream().filter(name -> name.endsWith("scale-set")))
        .hasSize(900);
  }

  @Test
  void eachComesAfterThoseWithWhatItNeeds() {
    Map<String, Obj> files = render(fleet(names(40)), Bounds.STANDARD.withResources(10));
    Map<String, String> homes = homes(files);
    String network = homes.get("test-fleet-net");
    String pool = homes.get("test-fleet-pool-7-scale-set");
    assertThat(deployment(files, pool).get("dependsOn").toString()).contains("'" + network + "'");
    assertThat(deployment(files, network).get("dependsOn").toString()).doesNotContain(pool);
  }

  @Property(tries = 30)
  void neitherOrderNorAnotherComponentMovesAny(
      @ForAll long seed, @ForAll @IntRange(min = 20, max = 60) int pools) {
    Bounds bounds = Bounds.STANDARD.withResources(pools);
    List<String> some = new ArrayList<>(names(2 * pools));
    Map<String, String> before = homes(render(fleet(some), bounds));
    Collections.shuffle(some, new Random(seed));
    some.add("another-" + seed);
    Map<String, String> after = homes(render(fleet(some), bounds));
    if (after.values().stream().distinct().count() == before.values().stream().distinct().count()) {
      assertThat(after).containsAllEntriesOf(before);
    }
  }

  @Test
  void whatIsTooLongForOneRequestStandsInFilesNamedByTheirContent() {
    Bounds bounds = Bounds.STANDARD.withResources(20).withRequest(10_000);
    Map<String, Obj> files = render(fleet(names(40)), bounds);
    List<String> linked = files.keySet().stream().filter(name -> name.startsWith("n")).toList();
    assertThat(linked).hasSizeGreaterThan(1);
    String root = files.get("azuredeploy.json").toString();
    assertThat(linked)
        .allSatisfy(name -> assertThat(root).contains("'" + TemplateSpec.version(name) + "')]"));
    assertThat(render(fleet(names(40)), bounds).keySet()).isEqualTo(files.keySet());
  }

  @Test
  void tooManyParametersAreMembersOfOne() {
    Map<String, Obj> files = render(AzureFleet.design(), Bounds.STANDARD.withParameters(0));
    assertThat(((Obj) files.get("azuredeploy.json").get("parameters")).members())
        .containsOnlyKeys("existing");
    assertThat(files.get("azuredeploy.json").toString())
        .contains("[parameters('existing').site_ssh_key__publicKey]");
  }

  static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "pool-" + i).toList();
  }

  private static Design fleet(List<String> pools) {
    return fleet(AzureFleet.SITE, pools);
  }

  /** A network, and pools of a machine each. */
  static Design fleet(Site at, List<String> pools) {
    return Describing.on(at, site -> describe(site, pools));
  }

  private static void describe(SiteBlueprint site, List<String> pools) {
    Network net =
        site.network(
            "net",
            n ->
                n.cidr("10.20.0.0/16")
                    .zones("1")
                    .privateSubnets(18)
                    .publicSubnets(24)
                    .oneNatGateway());
    for (String each : pools) {
      site.gpuPool(
          each,
          p ->
              p.in(net.privateSubnets())
                  .gpusPerNode(1, Gpu.T4)
                  .count(1)
                  .image(Image.id("microsoft-dsvm:ubuntu-hpc:2204:latest")));
    }
  }

  private static Map<String, Obj> render(Design design, Bounds bounds) {
    ResourceGraph graph = new AzureProvider().lower(design, AzureFleet.TARGET);
    Map<String, Obj> files = new TreeMap<>();
    new ArmFormat(bounds)
        .render(graph, AzureFleet.TARGET)
        .forEach((name, file) -> files.put(name, read(file)));
    return files;
  }

  private static Obj read(io.plumbline.spi.Format.Artefact file) {
    StringBuilder text = new StringBuilder();
    try {
      file.writeTo(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return (Obj) JsonReader.read(text.toString());
  }

  private static List<Obj> nested(Map<String, Obj> files) {
    return resources(files.get("azuredeploy.json")).stream()
        .filter(each -> each.get("type").equals(Value.text("Microsoft.Resources/deployments")))
        .toList();
  }

  private static Obj deployment(Map<String, Obj> files, String name) {
    return nested(files).stream()
        .filter(each -> each.get("name").equals(Value.text(name)))
        .findFirst()
        .orElseThrow();
  }

  private static List<Obj> resources(Obj template) {
    Obj inside =
        template.get("properties") instanceof Obj properties
            ? (Obj) properties.get("template")
            : template;
    return ((Sequence) inside.get("resources")).items().stream().map(Obj.class::cast).toList();
  }

  /** The deployment of each resource, by their names. */
  private static Map<String, String> homes(Map<String, Obj> files) {
    Map<String, String> homes = new HashMap<>();
    for (Obj deployment : nested(files)) {
      resources(deployment)
          .forEach(each -> homes.put(text(each.get("name")), text(deployment.get("name"))));
    }
    return homes;
  }

  private static String text(Value value) {
    return ((Value.Text) value).value();
  }
}
