package io.plumbline.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.azure.AzureProvider;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.EngineException;
import io.plumbline.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a site names a group, rights to that group suffice. */
final class GroupScopeTest {
  @TempDir Path folder;
  private ArmBench bench;
  private String group;

  @BeforeEach
  void start() throws IOException {
    bench = new ArmBench(folder);
    group = bench.group("theirs");
    String key = group + "/providers/Microsoft.Compute/sshPublicKeys/operators";
    bench
        .with("ssh-key", key)
        .with("resource-group", "theirs")
        .with(Map.of("site/ssh-key.publicKey", "ssh-ed25519 AAAA operators"));
    bench.azure.add(
        key,
        "2024-11-01",
        Value.object(
            "location",
            Value.text("westeurope"),
            "properties",
            Value.object("publicKey", Value.text("ssh-ed25519 AAAA operators"))));
    bench.azure.faults().allowOnly(group);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private ResourceGraph fleet(int pools) {
    return new AzureProvider()
        .lower(SplitTest.fleet(bench.target().site(), SplitTest.names(pools)), bench.target());
  }

  private void deployChangeAndDestroy() {
    ResourceGraph fleet = fleet(6);
    int there = bench.azure.all().size();
    bench.apply(fleet, ResourceGraph.EMPTY);
    assertThat(bench.azure.all().size()).isGreaterThan(there + 6);
    assertThat(bench.plan(fleet, fleet).changes()).isEmpty();
    ResourceGraph fewer = fleet(5);
    bench.apply(fewer, fleet);
    assertThat(bench.plan(fewer, fewer).changes()).isEmpty();
    ResourceGraph released =
        new ResourceGraph(fewer.resources().stream().map(each -> each.withKeep(false)).toList());
    bench.apply(ResourceGraph.EMPTY, released);
    assertThat(bench.azure.all()).hasSize(there);
    assertThat(bench.azure.find(group)).isNotNull();
  }

  @Test
  void deploysChangesAndDestroysWithoutAnyRightOutsideTheGroup() {
    deployChangeAndDestroy();
  }

  @Test
  void soDoesWhatIsSplitIntoTemplateSpecs() {
    bench.with(Bounds.STANDARD.withResources(4).withRequest(1_000));
    deployChangeAndDestroy();
    assertThat(bench.requests(0, "PUT", "/resourceGroups/theirs/providers/Microsoft.Resources"))
        .isPositive();
  }

  @Test
  void withoutANameOfAGroupThoseRightsDoNotSuffice() {
    bench.without("resource-group");
    assertThatThrownBy(() -> bench.plan(fleet(1), ResourceGraph.EMPTY))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("AuthorizationFailed");
  }
}
