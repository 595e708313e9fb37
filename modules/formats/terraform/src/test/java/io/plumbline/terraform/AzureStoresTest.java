package io.plumbline.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.azure.AzureProvider;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.model.Design;
import io.plumbline.spi.Format.Artefact;
import io.plumbline.testkit.AzureStores;
import io.plumbline.testkit.golden.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What keeps data on Azure, as it is written: to be read by people. */
final class AzureStoresTest {
  private static final Path EXPECTED = Path.of("src/test/resources/golden/azure-stores/expected");

  @Test
  void writesTheStores() throws IOException {
    Design design = AzureStores.design();
    AzureProvider provider = new AzureProvider();
    assertThat(design.problems()).filteredOn(Diagnostic::isError).isEmpty();
    assertThat(provider.validate(design, AzureStores.TARGET)).isEmpty();
    Map<String, Artefact> files =
        new TerraformFormat()
            .render(provider.lower(design, AzureStores.TARGET), AzureStores.TARGET);
    for (Map.Entry<String, Artefact> file : files.entrySet()) {
      StringBuilder text = new StringBuilder();
      file.getValue().writeTo(text);
      Golden.check(EXPECTED.resolve(file.getKey()), text.toString());
    }
  }
}
