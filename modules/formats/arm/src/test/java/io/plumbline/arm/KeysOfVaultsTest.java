package io.plumbline.arm;

import static io.plumbline.arm.ArmBench.graph;
import static io.plumbline.arm.ArmBench.resource;
import static io.plumbline.arm.ArmBench.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.azure.kinds.KeyVault;
import io.plumbline.azure.kinds.KeyVaultKey;
import io.plumbline.azure.kinds.ResourceGroup;
import io.plumbline.azure.standin.AzureStandIn;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.Engine.Plan;
import io.plumbline.spi.EngineException;
import io.plumbline.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, which Resource Manager makes, and neither changes nor deletes. */
class KeysOfVaultsTest {
  private static final String VAULT =
      "/subscriptions/"
          + AzureStandIn.SUBSCRIPTION
          + "/resourceGroups/fleet/providers/Microsoft.KeyVault/vaults/kv";

  private static final Resource HOLDER = resource("group", ResourceGroup.KIND, "name", "fleet");
  private static final Resource VAULTED =
      resource(
              "key/vault",
              KeyVault.KIND,
              "name",
              "kv",
              "tenantId",
              "11111111-1111-1111-1111-111111111111",
              "sku",
              "standard")
          .withKeep(false);
  private static final Resource OTHER = key("b", 2048, "P90D");
  private static final ResourceGraph BOTH = graph(HOLDER, VAULTED, key("a", 2048, "P90D"), OTHER);

  @TempDir Path folder;
  private ArmBench bench;

  @BeforeEach
  void start() throws IOException {
    bench = new ArmBench(folder);
    bench.apply(BOTH, ResourceGraph.EMPTY);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private static Resource key(String name, int size, String rotated) {
    return resource(
            "key/" + name,
            KeyVaultKey.KIND,
            "name",
            name,
            "vault",
            Value.ref("key/vault", "id"),
            "keyType",
            "RSA",
            "size",
            Value.whole(size),
            "operations",
            Value.texts(List.of("decrypt")),
            "rotatedAfter",
            rotated)
        .withKeep(false);
  }

  @Test
  void oneThatLeavesAVaultIsLetGoOfWithWordsAndTheRestIsDeleted() {
    ResourceGraph other = graph(HOLDER, VAULTED, OTHER);
    Plan plan = bench.plan(bench.workspace(other, BOTH));
    assertThat(told(plan)).containsExactly("FORGET key/a");
    assertThat(plan.changes().get(0).difference())
        .anySatisfy(line -> assertThat(line).contains("cannot delete it"))
        .contains("az keyvault key delete --vault-name kv --name a");
    bench.apply(other, BOTH);
    assertThat(bench.azure.find(VAULT + "/keys/a")).isNotNull();
    assertThat(bench.plan(other, other).changes()).isEmpty();
  }

  @Test
  void oneGoesWithItsVault() {
    ResourceGraph rest = graph(HOLDER);
    assertThat(told(bench.plan(bench.workspace(rest, BOTH))))
        .containsExactlyInAnyOrder("DELETE key/a", "DELETE key/b", "DELETE key/vault");
    bench.apply(rest, BOTH);
    assertThat(bench.azure.all()).hasSize(1);
    assertThat(told(bench.plan(bench.workspace(BOTH, rest))))
        .containsExactlyInAnyOrder("CREATE key/vault", "CREATE key/a", "CREATE key/b");
  }

  @Test
  void allGoWithTheStack() {
    assertThat(told(bench.plan(bench.workspace(ResourceGraph.EMPTY, BOTH))))
        .allMatch(each -> each.startsWith("DELETE "));
    bench.apply(ResourceGraph.EMPTY, BOTH);
    assertThat(bench.azure.all()).isEmpty();
  }

  @Test
  void noChangeOfOneIsPlannedThatWouldNotBeMade() {
    ResourceGraph other = graph(HOLDER, VAULTED, key("a", 2048, "P30D"), OTHER);
    assertThat(bench.plan(bench.workspace(other, BOTH)).changes()).isEmpty();
    assertThat(bench.said)
        .anySatisfy(line -> assertThat(line).contains("key/a differs in", "and stays so"));
  }

  @Test
  void oneThatWouldHaveToBeMadeAnewIsRefused() {
    ResourceGraph other = graph(HOLDER, VAULTED, key("a", 4096, "P90D"), OTHER);
    assertThatThrownBy(() -> bench.plan(bench.workspace(other, BOTH)))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("key/a can be neither changed nor made anew")
        .hasMessageContaining("give what you want another id");
  }
}
