package io.plumbline.arm;

import static io.plumbline.arm.ArmBench.graph;
import static io.plumbline.arm.ArmBench.resource;
import static io.plumbline.arm.ArmBench.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.azure.kinds.NatGateway;
import io.plumbline.azure.kinds.PublicIp;
import io.plumbline.azure.kinds.ResourceGroup;
import io.plumbline.azure.kinds.Subnet;
import io.plumbline.azure.kinds.VirtualNetwork;
import io.plumbline.azure.standin.AzureStandIn;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import io.plumbline.spi.Engine.Plan;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.spi.EngineException;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArmEngineTest {
  private static final String GROUP =
      "/subscriptions/" + AzureStandIn.SUBSCRIPTION + "/resourceGroups/fleet";
  private static final String NETWORKS = GROUP + "/providers/Microsoft.Network/";
  private static final String NAT = NETWORKS + "natGateways/nat";
  private static final String IP = NETWORKS + "publicIPAddresses/ip";

  @TempDir Path folder;
  private ArmBench bench;
  private AzureStandIn azure;

  @BeforeEach
  void start() throws IOException {
    bench = new ArmBench(folder);
    azure = bench.azure;
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private static final Resource HOLDER = resource("group", ResourceGroup.KIND, "name", "fleet");
  private static final Resource ADDRESS =
      resource(
          "net/ip",
          PublicIp.KIND,
          "name",
          "ip",
          "sku",
          "Standard",
          "tier",
          "Regional",
          "publicIPAllocationMethod",
          "Static");
  private static final Resource NETWORK =
      resource(
          "net",
          VirtualNetwork.KIND,
          "name",
          "net",
          "addressSpace",
          Value.list(Value.text("10.0.0.0/16")));

  private static Resource nat(String sku, int minutes) {
    return resource(
        "net/nat",
        NatGateway.KIND,
        "name",
        "nat",
        "sku",
        sku,
        "idleTimeoutInMinutes",
        Value.whole(minutes),
        "publicIp",
        Value.ref("net/ip", "id"));
  }

  private static Resource subnet(String name, String prefix) {
    return resource(
        "net/" + name,
        Subnet.KIND,
        "name",
        name,
        "virtualNetwork",
        Value.ref("net", "id"),
        "natGateway",
        Value.ref("net/nat", "id"),
        "addressPrefixes",
        Value.list(Value.text(prefix)));
  }

  private static final ResourceGraph FLEET =
      graph(HOLDER, ADDRESS, nat("Standard", 4), NETWORK, subnet("a", "10.0.1.0/24"));

  @Test
  void plansDeploysAndThenPlansNothing() {
    Plan first = bench.plan(bench.workspace(FLEET, ResourceGraph.EMPTY));
    assertThat(told(first))
        .containsExactlyInAnyOrder(
            "CREATE group", "CREATE net/ip", "CREATE net/nat", "CREATE net", "CREATE net/a");
    assertThat(azure.all()).isEmpty();

    assertThat(bench.apply(FLEET, ResourceGraph.EMPTY))
        .containsOnlyKeys("group", "net/ip", "net/nat", "net", "net/a")
        .containsEntry("net/a", NETWORKS + "virtualNetworks/net/subnets/a");
    assertThat(bench.said).contains("net/ip: succeeded", "net/nat: succeeded");

    Plan again = bench.plan(bench.workspace(FLEET, FLEET));
    assertThat(again.changes()).isEmpty();
    assertThat(again.file()).isNull();
  }

  @Test
  void looksAtWhatIsThere() {
    bench.apply(FLEET, ResourceGraph.EMPTY);
    azure.change(
        NAT,
        nat ->
            new Obj(
                Map.of(
                    "id", nat.get("id"),
                    "name", nat.get("name"),
                    "type", nat.get("type"),
                    "location", nat.get("location"),
                    "sku", nat.get("sku"),
                    "tags", nat.get("tags"),
                    "properties", Value.object("idleTimeoutInMinutes", Value.whole(9)))));
    List<Change> changes = bench.plan(bench.workspace(FLEET, FLEET)).changes();
    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).action()).isEqualTo(Action.UPDATE);
    assertThat(changes.get(0).type()).isEqualTo("nat-gateway");
    assertThat(changes.get(0).attributes()).contains("properties.idleTimeoutInMinutes");
  }

  @Test
  void tellsOfWhatStandsInAnotherThingByItself() {
    bench.apply(FLEET, ResourceGraph.EMPTY);
    ResourceGraph other =
        graph(HOLDER, ADDRESS, nat("Standard", 4), NETWORK, subnet("b", "10.0.2.0/24"));
    assertThat(told(bench.plan(bench.workspace(other, FLEET))))
        .containsExactlyInAnyOrder("CREATE net/b", "DELETE net/a");
  }

  @Test
  void makesAnewWhatAzureDoesNotChangeInPlaceAndNothingElse() {
    bench.apply(FLEET, ResourceGraph.EMPTY);
    ResourceGraph other =
        graph(HOLDER, ADDRESS, nat("StandardV2", 4), NETWORK, subnet("a", "10.0.1.0/24"));
    int from = azure.requests().size();
    Workspace workspace = bench.workspace(other, FLEET);
    Plan plan = bench.plan(workspace);
    assertThat(told(plan)).containsExactlyInAnyOrder("REPLACE net/nat", "UPDATE net/a");
    // Its nodes have no way out for so long, which whoever says yes has to know.
    assertThat(plan.changes())
        .filteredOn(each -> each.address().equals("net/a"))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.attributes())
                    .containsExactly("natGateway (not there until it is made anew)"));
    bench.engine.apply(workspace, plan, bench.said::add);

    assertThat(azure.find(NAT).get("sku").toString()).contains("StandardV2");
    assertThat(azure.find(NETWORKS + "virtualNetworks/net/subnets/a").toString())
        .contains("natGateways/nat");
    // without it, when the subnet lets go of it; and with it
    assertThat(bench.requests(from, "PUT", "/deploymentStacks/")).isEqualTo(2);
    assertThat(bench.requests(from, "POST", "/exportTemplate")).isZero();
    assertThat(bench.requests(from, "DELETE", "")).isZero();
    assertThat(bench.plan(other, other).changes()).isEmpty();
  }

  @Test
  void whatCannotDoWithoutGoesAsWellAndIsPlanned() {
    bench.apply(FLEET, ResourceGraph.EMPTY);
    Resource address =
        resource(
            "net/ip",
            PublicIp.KIND,
            "name",
            "ip",
            "sku",
            "StandardV2",
            "tier",
            "Regional",
            "publicIPAllocationMethod",
            "Static");
    ResourceGraph other =
        graph(
            HOLDER,
            address.withKeep(false),
            nat("Standard", 4),
            NETWORK,
            subnet("a", "10.0.1.0/24"));
    Workspace workspace = bench.workspace(other, other);
    Plan plan = bench.plan(workspace);
    assertThat(told(plan))
        .containsExactlyInAnyOrder("REPLACE net/ip", "REPLACE net/nat", "UPDATE net/a");
    bench.engine.apply(workspace, plan, bench.said::add);
    assertThat(azure.find(IP).get("sku").toString()).contains("StandardV2");
    assertThat(azure.find(NAT).toString()).contains("publicIPAddresses/ip");
    assertThat(bench.said)
        .containsSubsequence(
            "net/ip: deleting, to be made anew", "net/nat: deleting, to be made anew");
  }

  @Test
  void whatIsNoPartOfTheStackIsDeletedByItself() {
    bench.group("fleet");
    bench.apply(graph(HOLDER, ADDRESS), ResourceGraph.EMPTY);
    azure.add(
        NAT,
        "2025-01-01",
        Value.object(
            "location", Value.text("westeurope"),
            "sku", Value.object("name", Value.text("StandardV2"))));
    ResourceGraph wanted = graph(HOLDER, ADDRESS, nat("Standard", 4));
    int from = azure.requests().size();
    bench.apply(wanted, graph(HOLDER, ADDRESS));
    assertThat(bench.requests(from, "DELETE", "natGateways/nat")).isOne();
    assertThat(bench.requests(from, "DELETE", "")).isOne();
    assertThat(azure.find(NAT).get("sku").toString()).contains("value=Standard]");
  }

  @Test
  void keepsWhatIsProtectedUntilItIsReleased() {
    bench.apply(FLEET, ResourceGraph.EMPTY);
    ResourceGraph survivors = graph(HOLDER, ADDRESS);
    assertThatThrownBy(() -> bench.plan(bench.workspace(graph(HOLDER), FLEET)))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("net/ip (Fleet.java:7) is protected")
        .hasMessageContaining("--release net/ip");

    bench.apply(survivors, FLEET);
    assertThat(azure.all()).hasSize(2);
    assertThatThrownBy(() -> bench.plan(bench.workspace(ResourceGraph.EMPTY, survivors)))
        .hasMessageContaining("is protected");

    ResourceGraph released = graph(HOLDER, ADDRESS.withKeep(false));
    assertThat(told(bench.plan(bench.workspace(ResourceGraph.EMPTY, released))))
        .containsExactlyInAnyOrder("DELETE net/ip", "DELETE group");
    bench.apply(ResourceGraph.EMPTY, released);
    assertThat(azure.all()).isEmpty();
    assertThat(bench.plan(bench.workspace(ResourceGraph.EMPTY, ResourceGraph.EMPTY)).file())
        .isNull();
  }

  @Test
  void refusesAPlanThatTheWorldHasMovedAwayFrom() {
    Workspace workspace = bench.workspace(FLEET, ResourceGraph.EMPTY);
    Plan plan = bench.plan(workspace);
    azure.add(GROUP, "2024-03-01", Value.object("location", Value.text("westeurope")));
    assertThatThrownBy(() -> bench.engine.apply(workspace, plan, bench.said::add))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("what is there has changed");
  }

  @Test
  void saysWhatFailedWhereAndWhatToDo() {
    Workspace workspace = bench.workspace(FLEET, ResourceGraph.EMPTY);
    Plan plan = bench.plan(workspace);
    azure.faults().failMaking(NAT, "QuotaExceeded", "No more gateways here.");
    assertThatThrownBy(() -> bench.engine.apply(workspace, plan, bench.said::add))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("net/nat (Fleet.java:7): QuotaExceeded: No more gateways here.")
        .hasMessageContaining("Fix: ask for more quota")
        .hasMessageContaining("What was made before that stays");
    assertThat(azure.find(IP)).isNotNull();
  }

  @Test
  void tellsWhatMayNotBeDoneBeforeAnythingIsDone() {
    azure.faults().deny("Microsoft.Network/natGateways/write");
    assertThatThrownBy(() -> bench.plan(bench.workspace(FLEET, ResourceGraph.EMPTY)))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("Microsoft.Network/natGateways/write");
    assertThat(azure.all()).isEmpty();
  }
}
