package io.plumbline.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.azure.AzureProvider;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Design;
import io.plumbline.model.Target;
import io.plumbline.testkit.AzureStores;
import io.plumbline.testkit.RandomAzure;
import io.plumbline.value.References;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Designs made by chance are accepted, lowered whole, and written. */
final class RandomAzureTest {

  @Property(tries = 40)
  void everyReferenceLeadsToAnOutputThatTheKindHas(@ForAll long seed) throws IOException {
    AzureProvider azure = new AzureProvider();
    Design design = RandomAzure.design(AzureStores.SITE, seed, 3);
    Target target = new Target("test", design.stack(), AzureStores.SITE);
    assertThat(design.problems()).filteredOn(Diagnostic::isError).isEmpty();
    assertThat(azure.validate(design, target)).isEmpty();
    ResourceGraph graph = azure.lower(design, target);
    for (Resource resource : graph.resources()) {
      References.forEach(
          resource.attributes(),
          ref ->
              assertThat(graph.get(ref.resource()).kind().outputs())
                  .as(ref.toString())
                  .contains(ref.output()));
    }
    StringBuilder text = new StringBuilder();
    new TerraformFormat().render(graph, target).get(TerraformFormat.FILE).writeTo(text);
    assertThat(text).isNotEmpty();
  }
}
