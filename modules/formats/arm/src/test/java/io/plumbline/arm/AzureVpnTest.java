package io.plumbline.arm;

import io.plumbline.azure.kinds.AzureKinds;
import io.plumbline.spi.Format.Artefact;
import io.plumbline.testkit.AzureVpn;
import io.plumbline.testkit.golden.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A VPN from Azure to an office, as its template says it: to be read by people. */
final class AzureVpnTest {
  private static final Path EXPECTED = Path.of("src/test/resources/golden/azure-vpn/expected");

  @Test
  void writesTheVpn() throws IOException {
    Map<String, Artefact> files =
        new ArmFormat().render(AzureVpn.graph(AzureKinds.ALL), AzureVpn.TARGET);
    for (Map.Entry<String, Artefact> file : files.entrySet()) {
      StringBuilder text = new StringBuilder();
      file.getValue().writeTo(text);
      Golden.check(EXPECTED.resolve(file.getKey()), text.toString());
    }
  }
}
