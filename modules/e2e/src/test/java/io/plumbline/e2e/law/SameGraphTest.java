package io.plumbline.e2e.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.arm.ArmFormat;
import io.plumbline.arm.Bounds;
import io.plumbline.azure.AzureProvider;
import io.plumbline.azure.kinds.Arm;
import io.plumbline.azure.kinds.AzureKinds;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Target;
import io.plumbline.spi.Format;
import io.plumbline.terraform.TerraformFormat;
import io.plumbline.testkit.AzureStores;
import io.plumbline.testkit.RandomAzure;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * A design for Azure that is made by chance and written as a template and as a configuration of
 * Terraform decodes to one graph, which is the designed one as far as each can say it. Decoding
 * shares the kinds with what wrote it, and nothing else.
 */
final class SameGraphTest {
  private static final Target TARGET = new Target("test", "random-azure", AzureStores.SITE);

  private final AzureProvider azure = new AzureProvider();

  @Property(tries = 60)
  void templatesAndConfigurationsDecodeToWhatWasDesigned(
      @ForAll long seed, @ForAll("bounds") Bounds bounds) throws IOException {
    ResourceGraph desired = desired(seed);
    NamedGraph designed = NamedGraph.of(desired);
    NamedGraph template =
        TemplateGraph.read(
            AzureKinds.ALL, files(new ArmFormat(bounds), desired), "azuredeploy.json");
    NamedGraph configuration =
        NamedGraph.of(
            new ConfigurationGraph(AzureKinds.ALL, desired)
                .read(files(new TerraformFormat(), desired).get("main.tf.json")));

    assertThat(designed.things()).hasSizeGreaterThan(10);
    isSame(template, designed.in(Arm.ARM));
    isSame(configuration, designed.in(Dialect.TERRAFORM));
    isSame(template.in(Dialect.TERRAFORM).in(Arm.ARM), configuration.in(Arm.ARM));
  }

  @Provide
  Arbitrary<Bounds> bounds() {
    Bounds split = Bounds.STANDARD.withResources(12);
    return Arbitraries.of(
        Bounds.STANDARD, split, split.withRequest(1000), Bounds.STANDARD.withParameters(0));
  }

  private static void isSame(NamedGraph decoded, NamedGraph expected) {
    assertThat(decoded.things().keySet()).isEqualTo(expected.things().keySet());
    decoded
        .things()
        .forEach(
            (name, said) ->
                assertThat(said.attributes().members())
                    .as(name)
                    .isEqualTo(expected.things().get(name).attributes().members()));
  }

  private ResourceGraph desired(long seed) {
    return azure.lower(RandomAzure.design(AzureStores.SITE, seed, 2), TARGET);
  }

  private static Map<String, Obj> files(Format format, ResourceGraph graph) throws IOException {
    Map<String, Obj> files = new TreeMap<>();
    for (Map.Entry<String, Format.Artefact> each : format.render(graph, TARGET).entrySet()) {
      StringBuilder text = new StringBuilder();
      each.getValue().writeTo(text);
      if (text.indexOf("{") == 0) {
        files.put(each.getKey(), (Obj) JsonReader.read(text.toString()));
      }
    }
    return files;
  }
}
