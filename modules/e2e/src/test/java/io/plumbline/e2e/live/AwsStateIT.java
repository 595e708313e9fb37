package io.plumbline.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.live.aws.AwsStateFactory;
import io.plumbline.model.Site;
import io.plumbline.spi.EngineException;
import io.plumbline.spi.StateStore;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** State in a bucket of the local endpoint. */
class AwsStateIT {
  private static LiveTest live;

  @BeforeAll
  static void start() throws IOException {
    live = new LiveTest();
    try (S3Client s3 = live.clients().open(S3Client.builder().forcePathStyle(true))) {
      s3.createBucket(r -> r.bucket("plumbline-state"));
    }
  }

  @AfterAll
  static void stop() {
    live.close();
  }

  private static StateStore store(String bucket) {
    Site site = LiveTest.site(live.uri());
    Map<String, String> settings = new TreeMap<>(site.settings());
    settings.put("state.bucket", bucket);
    return new AwsStateFactory()
        .open(new Site(site.name(), site.provider(), site.engine(), settings, null));
  }

  @Test
  void readsWhatWasWritten() {
    StateStore store = store("plumbline-state");
    assertThat(store.read("prod/fleet/main/release.json")).isNull();
    store.write("prod/fleet/main/release.json", "{\"ä\": 1}");
    assertThat(store("plumbline-state").read("prod/fleet/main/release.json"))
        .isEqualTo("{\"ä\": 1}");
    assertThat(store.keys("prod/")).contains("prod/fleet/main/release.json");
    store.delete("prod/fleet/main/release.json");
    assertThat(store.read("prod/fleet/main/release.json")).isNull();
  }

  @Test
  void letsOneOfTwoCreate() {
    StateStore store = store("plumbline-state");
    assertThat(store.create("prod/lock.json", "first")).isTrue();
    assertThat(store.create("prod/lock.json", "second")).isFalse();
    assertThat(store.read("prod/lock.json")).isEqualTo("first");
    store.delete("prod/lock.json");
    assertThat(store.create("prod/lock.json", "third")).isTrue();
  }

  @Test
  void replacesWhatStillStandsThereAlone() {
    StateStore store = store("plumbline-state");
    store.write("swap.json", "first");
    assertThat(store.replace("swap.json", "another", "second")).isFalse();
    assertThat(store.read("swap.json")).isEqualTo("first");
    assertThat(store.replace("swap.json", "first", "second")).isTrue();
    assertThat(store.replace("swap.json", "first", "third")).isFalse();
    assertThat(store.read("swap.json")).isEqualTo("second");
    assertThat(store.replace("never.json", "first", "second")).isFalse();
  }

  @Test
  void saysWhichBucketCannotBeReached() {
    StateStore store = store("plumbline-nowhere");
    assertThatThrownBy(() -> store.write("prod/lock.json", "x"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("s3://plumbline-nowhere ")
        .hasMessageContaining("state.bucket");
  }

  @Test
  void isNotAskedForByASiteThatNamesNoBucket() {
    assertThat(new AwsStateFactory().open(LiveTest.site(live.uri()))).isNull();
  }
}
