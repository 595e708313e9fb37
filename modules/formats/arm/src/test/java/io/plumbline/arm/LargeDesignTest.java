package io.plumbline.arm;

import static io.plumbline.arm.ArmBench.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.azure.AzureProvider;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.EngineException;
import io.plumbline.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one template, or one request, does not take is deployed all the same. */
final class LargeDesignTest {
  private static final String SPEC = "Microsoft.Resources/templateSpecs";

  @TempDir Path folder;
  private ArmBench bench;

  @BeforeEach
  void start() throws IOException {
    bench = new ArmBench(folder);
    String key = bench.group("keys") + "/providers/Microsoft.Compute/sshPublicKeys/operators";
    bench.with("ssh-key", key).with(Map.of("site/ssh-key.publicKey", "ssh-ed25519 AAAA operators"));
    bench.azure.add(
        key,
        "2024-11-01",
        Value.object(
            "location",
            Value.text("westeurope"),
            "properties",
            Value.object("publicKey", Value.text("ssh-ed25519 AAAA operators"))));
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private ResourceGraph fleet(int pools) {
    return new AzureProvider()
        .lower(SplitTest.fleet(bench.target().site(), SplitTest.names(pools)), bench.target());
  }

  private List<String> live(String type) {
    return bench.azure.all().stream()
        .filter(each -> each.get("type").equals(Value.text(type)))
        .map(each -> ((Value.Text) each.get("id")).value())
        .toList();
  }

  private List<String> machines() {
    return live("Microsoft.Compute/virtualMachineScaleSets");
  }

  @Test
  void hundredsOfPoolsAreDeployedThoughOneTemplateTakesFewer() {
    ResourceGraph fleet = fleet(750);
    Map<String, String> ids = bench.apply(fleet, ResourceGraph.EMPTY);
    assertThat(machines()).hasSize(750);
    assertThat(ids).hasSameSizeAs(fleet.resources().stream().filter(r -> r.isOurs()).toList());
    assertThat(live("Microsoft.Resources/templateSpecs")).isEmpty();
    assertThat(bench.plan(fleet, fleet).changes()).isEmpty();
  }

  @Test
  void nothingIsDeletedOrMadeAnewWhereASplitAppearsOrGoes() {
    bench.with(Bounds.STANDARD.withResources(40));
    ResourceGraph few = fleet(20);
    bench.apply(few, ResourceGraph.EMPTY);
    Map<String, String> before = new TreeMap<>();
    machines().forEach(id -> before.put(id, String.valueOf(bench.azure.find(id))));

    ResourceGraph many = fleet(60);
    int from = bench.azure.requests().size();
    assertThat(told(bench.plan(many, few))).hasSize(40).allMatch(each -> each.startsWith("CREATE"));
    bench.apply(many, few);
    assertThat(machines()).hasSize(60).containsAll(before.keySet());
    before.forEach((id, text) -> assertThat(String.valueOf(bench.azure.find(id))).isEqualTo(text));
    assertThat(bench.requests(from, "DELETE", "")).isZero();

    assertThat(told(bench.plan(few, many))).hasSize(40).allMatch(each -> each.startsWith("DELETE"));
    bench.apply(few, many);
    assertThat(machines()).containsExactlyInAnyOrderElementsOf(before.keySet());
  }

  @Test
  void whatIsTooLongForOneRequestIsKeptAsATemplateSpec() {
    String group = bench.group("templates");
    bench
        .with(Bounds.STANDARD.withResources(20).withRequest(10_000))
        .with("artefacts.resource-group", "templates");
    ResourceGraph fleet = fleet(40);
    bench.apply(fleet, ResourceGraph.EMPTY);
    assertThat(machines()).hasSize(40);
    List<String> kept = live(SPEC + "/versions");
    assertThat(kept).hasSizeGreaterThan(1).allMatch(id -> id.startsWith(group + "/"));
    int from = bench.azure.requests().size();
    assertThat(bench.plan(fleet, fleet).changes()).isEmpty();
    assertThat(bench.requests(from, "PUT", "templateSpecs")).isZero();

    ResourceGraph more = fleet(41);
    assertThat(told(bench.plan(more, fleet))).containsExactly("CREATE pool-40/scale-set");
    bench.apply(more, fleet);
    assertThat(live(SPEC + "/versions")).hasSameSizeAs(kept).isNotEqualTo(kept);

    ResourceGraph released =
        new ResourceGraph(more.resources().stream().map(each -> each.withKeep(false)).toList());
    bench.apply(ResourceGraph.EMPTY, released);
    assertThat(machines()).isEmpty();
    assertThat(live(SPEC)).isEmpty();
  }

  @Test
  void whereNoGroupIsNamedForThatItIsSaid() {
    bench.with(Bounds.STANDARD.withResources(20).withRequest(10_000));
    assertThatThrownBy(() -> bench.plan(fleet(40), ResourceGraph.EMPTY))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("site main names no group")
        .hasMessageContaining("artefacts: {resource-group: NAME}");
  }

  @Test
  void tooManyParametersAreHandedOverAsOne() {
    bench.with(Bounds.STANDARD.withParameters(0));
    ResourceGraph fleet = fleet(2);
    bench.apply(fleet, ResourceGraph.EMPTY);
    assertThat(String.valueOf(bench.azure.find(machines().get(0)))).contains("AAAA operators");
    assertThat(bench.plan(fleet, fleet).changes()).isEmpty();
  }
}
