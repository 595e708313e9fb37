package io.plumbline.arm;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.azure.AzureProvider;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.model.Design;
import io.plumbline.spi.Format.Artefact;
import io.plumbline.testkit.AzureFleet;
import io.plumbline.testkit.golden.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A fleet of every sort of pool, as its template says it: to be read by people. */
final class AzureFleetTest {
  private static final Path EXPECTED = Path.of("src/test/resources/golden/azure-fleet/expected");

  @Test
  void writesTheFleet() throws IOException {
    Design design = AzureFleet.design();
    AzureProvider provider = new AzureProvider();
    assertThat(design.problems()).filteredOn(Diagnostic::isError).isEmpty();
    assertThat(provider.validate(design, AzureFleet.TARGET)).isEmpty();
    Map<String, Artefact> files =
        new ArmFormat().render(provider.lower(design, AzureFleet.TARGET), AzureFleet.TARGET);
    for (Map.Entry<String, Artefact> file : files.entrySet()) {
      StringBuilder text = new StringBuilder();
      file.getValue().writeTo(text);
      Golden.check(EXPECTED.resolve(file.getKey()), text.toString());
    }
  }
}
