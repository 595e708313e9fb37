package io.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.model.Site;
import io.plumbline.spi.StateStore;
import io.plumbline.state.FolderStore;
import io.plumbline.synth.Plugins;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoresTest {
  @TempDir Path folder;

  private record Cloud(Path root) implements StateStore.Factory {
    @Override
    public String provider() {
      return "cloud";
    }

    @Override
    public String place() {
      return "state.bucket";
    }

    @Override
    public StateStore open(Site site) {
      return new FolderStore(root.resolve(site.setting("state.bucket", "none")));
    }
  }

  private Stores stores() {
    return new Stores(
        "prod", new Project(folder.resolve("here")), Plugins.of(new Cloud(folder)), false);
  }

  private static Site hall(Map<String, String> settings) {
    return new Site("hall", "onprem", "ansible", settings, null);
  }

  @Test
  void aSiteThatAnotherKeepsHasThatOnesStore() {
    Site cloud = new Site("main", "cloud", "x", Map.of("state.bucket", "b"), null);
    Site hall =
        hall(
            Map.of(
                "state.site", "main", "state.of.provider", "cloud", "state.of.state.bucket", "b"));
    Stores stores = stores();
    assertThat(stores.of(hall).place())
        .isEqualTo(stores.of(cloud).place())
        .isEqualTo(folder.resolve("b").toString());
  }

  @Test
  void inADataCentreItIsSaidThatAnotherSiteMayKeepIt() {
    assertThatThrownBy(() -> stores().of(hall(Map.of())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("state.site")
        .hasMessageContaining("--allow-local-state");
  }

  @Test
  void twoSitesOfOneStoreAreLockedOnce() {
    Site cloud = new Site("main", "cloud", "x", Map.of("state.bucket", "b"), null);
    Site hall =
        hall(
            Map.of(
                "state.site", "main", "state.of.provider", "cloud", "state.of.state.bucket", "b"));
    EnvironmentLock.take("prod", List.of(cloud, hall), stores(), "deploy", line -> {}).close();
    assertThat(new FolderStore(folder.resolve("b")).keys("")).isEmpty();
  }
}
