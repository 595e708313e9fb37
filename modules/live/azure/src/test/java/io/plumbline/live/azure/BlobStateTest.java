package io.plumbline.live.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.plumbline.azure.standin.AzureStandIn;
import io.plumbline.azure.standin.Blobs;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.model.Site;
import io.plumbline.spi.EngineException;
import io.plumbline.spi.StateStore;
import io.plumbline.state.Actor;
import io.plumbline.state.Lock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** State in a container, through the real SDK. */
class BlobStateTest {
  private AzureStandIn azure;

  @BeforeEach
  void start() throws IOException {
    azure = AzureStandIn.start(0, 2);
    azure.blobs().make("state");
  }

  @AfterEach
  void stop() {
    azure.close();
  }

  private Site site(String... more) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("subscription", AzureStandIn.SUBSCRIPTION);
    settings.put("location", "westeurope");
    settings.put("endpoint", azure.url());
    settings.put("credentials", "fake");
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return new Site("main", "azure", "arm", settings, null);
  }

  private StateStore store(String container) {
    StateStore store =
        new AzureStateFactory()
            .open(
                site(
                    "state.storage-account",
                    Blobs.ACCOUNT,
                    "state.container",
                    container,
                    "state.endpoint",
                    azure.url()));
    assertThat(store).isNotNull();
    return store;
  }

  @Test
  void readsWhatWasWritten() {
    StateStore store = store("state");
    assertThat(store.read("prod/fleet/main/release.json")).isNull();
    store.write("prod/fleet/main/release.json", "{\"ä\": 1}");
    store.write("prod/fleet/main/release.json", "{\"ä\": 2}");
    assertThat(store("state").read("prod/fleet/main/release.json")).isEqualTo("{\"ä\": 2}");
    store.delete("prod/fleet/main/release.json");
    store.delete("prod/fleet/main/release.json");
    assertThat(store.read("prod/fleet/main/release.json")).isNull();
    assertThat(store.shared()).isTrue();
  }

  @Test
  void listsAllThatBeginsSoPageByPage() {
    StateStore store = store("state");
    List<String> keys = List.of("prod/a/main/release.json", "prod/b/x.json", "prod/c/x.json");
    keys.reversed().forEach(key -> store.write(key, key));
    store.write("dev/a/main/release.json", "other");
    assertThat(store.keys("prod/")).isEqualTo(keys);
  }

  @Test
  void replacesWhatStillStandsThereAlone() {
    StateStore store = store("state");
    store.write("swap.json", "first");
    assertThat(store.replace("swap.json", "another", "second")).isFalse();
    assertThat(store.replace("swap.json", "first", "second")).isTrue();
    assertThat(store.replace("swap.json", "first", "third")).isFalse();
    assertThat(store.read("swap.json")).isEqualTo("second");
    assertThat(store.replace("never.json", "first", "second")).isFalse();
  }

  @Test
  void letsOneOfManyCreate() throws Exception {
    int many = 8;
    CyclicBarrier together = new CyclicBarrier(many);
    List<Callable<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      String text = "by " + i;
      StateStore store = store("state");
      all.add(
          () -> {
            together.await();
            return store.create("lock.json", text);
          });
    }
    int created = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
      for (Future<Boolean> each : threads.invokeAll(all)) {
        created += each.get() ? 1 : 0;
      }
    }
    assertThat(created).isOne();
  }

  @Test
  void refusesTheSecondOfTwoDeploysAndNamesTheFirst() {
    Actor ann = new Actor("ann", "build-1", "boot 1", 4711);
    Actor ben = new Actor("ben", "build-2", "boot 2", 42);
    try (Lock first = Lock.take(store("state"), "prod", "deploy", ann, line -> {})) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> Lock.take(store("state"), "prod", "deploy", ben, line -> {}))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("`plumbline deploy` of ann on build-1, process 4711")
          .hasMessageContaining(Blobs.ACCOUNT + "/state/prod/lock.json");
    }
    Lock.take(store("state"), "prod", "deploy", ben, line -> {}).close();
  }

  @Test
  void saysWhichContainerCannotBeReached() {
    assertThatThrownBy(() -> store("nowhere").write("prod/lock.json", "x"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("/nowhere cannot be reached: ContainerNotFound")
        .hasMessageContaining("state.container");
    assertThatThrownBy(() -> store("nowhere").read("prod/lock.json"))
        .isInstanceOf(EngineException.class);
  }

  @Test
  void saysWhichRoleSomebodyNeedsWhoIsRefused() throws IOException {
    HttpServer refusing =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    refusing.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("x-ms-error-code", "AuthorizationPermissionMismatch");
          exchange.sendResponseHeaders(403, -1);
          exchange.close();
        });
    refusing.start();
    try {
      String url = "http://127.0.0.1:" + refusing.getAddress().getPort();
      StateStore store =
          new AzureStateFactory()
              .open(
                  site(
                      "state.storage-account",
                      Blobs.ACCOUNT,
                      "state.container",
                      "state",
                      "state.endpoint",
                      url));
      assertThat(store).isNotNull();
      assertThatThrownBy(() -> store.read("prod/fleet/main/release.json"))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("AuthorizationPermissionMismatch")
          .hasMessageContaining("Storage Blob Data Contributor")
          .hasMessageContaining("Storage Blob Data Reader");
    } finally {
      refusing.stop(0);
    }
  }

  @Test
  void isNotAskedForByASiteThatNamesNone() {
    assertThat(new AzureStateFactory().open(site())).isNull();
  }
}
