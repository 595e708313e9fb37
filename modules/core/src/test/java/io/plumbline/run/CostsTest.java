package io.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.synth.Plugins;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A report says that prices elsewhere may differ: it has to know where a site is. */
class CostsTest {
  private static String region(Map<String, String> settings) {
    Site site = new Site("main", FakeProvider.ID, "one", settings, null);
    return new Costs(Plugins.of(new FakeProvider()))
        .of(new Target("prod", "fleet", site), null, ResourceGraph.EMPTY)
        .region();
  }

  @Test
  void knowsWhereASiteIsWhateverItsCloudCallsThat() {
    assertThat(region(Map.of("region", "us-east-2"))).isEqualTo("us-east-2");
    assertThat(region(Map.of("location", "West Europe"))).isEqualTo("westeurope");
    assertThat(region(Map.of())).isEmpty();
  }
}
