package io.plumbline.azure.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.Site;
import io.plumbline.spi.EngineException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AzureClientsTest {
  private static Site site(String... settings) {
    Map<String, String> all = new TreeMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return new Site("main", "azure", "arm", all, null);
  }

  @Test
  void handsNoTokenOutInTheClear() {
    assertThatThrownBy(() -> new AzureClients(site("endpoint", "http://example.com")))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("give it https");
  }

  @Test
  void takesFakeCredentialsOnThisMachineAlone() {
    assertThatThrownBy(
            () -> new AzureClients(site("endpoint", "https://example.com", "credentials", "fake")))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("az login");
    assertThat(
            new AzureClients(site("endpoint", "http://127.0.0.1:9", "credentials", "fake"))
                .isLocal())
        .isTrue();
  }

  @Test
  void saysWhichSettingIsMissingOrWrong() {
    AzureClients clients =
        new AzureClients(site("endpoint", "http://127.0.0.1:9", "credentials", "fake"));
    assertThatThrownBy(clients::subscription).hasMessageContaining("has no subscription");
    assertThatThrownBy(() -> new AzureClients(site("timeout.call", "soon")))
        .hasMessageContaining("timeout.call \"soon\"");
  }
}
