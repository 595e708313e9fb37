package io.plumbline.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.azure.kinds.NatGateway;
import io.plumbline.azure.kinds.PublicIp;
import io.plumbline.azure.kinds.ResourceGroup;
import io.plumbline.azure.kinds.Subnet;
import io.plumbline.azure.kinds.VirtualNetwork;
import io.plumbline.azure.standin.AzureStandIn;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.graph.IdentityTags;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import io.plumbline.spi.Engine.Plan;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.spi.EngineException;
import io.plumbline.spi.Format.Artefact;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
  private final ArmEngine engine = new ArmEngine();
  private final List<String> said = new ArrayList<>();
  private AzureStandIn azure;

  @BeforeEach
  void start() throws IOException {
    azure = AzureStandIn.start();
  }

  @AfterEach
  void stop() {
    azure.close();
  }

  private static Resource resource(String address, ResourceKind kind, Object... attributes) {
    Map<String, Value> all = new LinkedHashMap<>();
    for (int i = 0; i < attributes.length; i += 2) {
      Object value = attributes[i + 1];
      all.put(
          attributes[i].toString(), value instanceof Value known ? known : Value.text("" + value));
    }
    if (kind.tags() != null) {
      Map<String, Value> tags = new LinkedHashMap<>(IdentityTags.of("test", "fleet", address));
      all.put("tags", new Obj(tags));
      all.put("location", Value.text("westeurope"));
    }
    if (!kind.equals(ResourceGroup.KIND)) {
      all.put("resourceGroup", Value.ref("group", "name"));
    }
    return Resource.of(address, kind, new Obj(all), new SourceLine("Fleet.java", 7));
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

  private static ResourceGraph graph(Resource... resources) {
    return new ResourceGraph(List.of(resources));
  }

  private static final ResourceGraph FLEET =
      graph(HOLDER, ADDRESS, nat("Standard", 4), NETWORK, subnet("a", "10.0.1.0/24"));

  private Workspace workspace(ResourceGraph graph, ResourceGraph released) {
    Site site =
        new Site(
            "main",
            "azure",
            "arm",
            Map.of(
                "subscription",
                AzureStandIn.SUBSCRIPTION,
                "location",
                "westeurope",
                "endpoint",
                azure.url(),
                "credentials",
                "fake"),
            null);
    Target target = new Target("test", "fleet", site);
    new ArmFormat().render(graph, target).forEach(this::write);
    return new Workspace(target, folder, graph, released, Map.of());
  }

  private void write(String name, Artefact artefact) {
    try {
      Path file = folder.resolve("arm").resolve(name);
      Files.createDirectories(file.getParent());
      StringBuilder text = new StringBuilder();
      artefact.writeTo(text);
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Plan plan(Workspace workspace) {
    return engine.plan(workspace, said::add);
  }

  private Map<String, String> apply(ResourceGraph graph, ResourceGraph released) {
    Workspace workspace = workspace(graph, released);
    return engine.apply(workspace, plan(workspace), said::add);
  }

  private static List<String> told(Plan plan) {
    return plan.changes().stream().map(each -> each.action() + " " + each.address()).toList();
  }

  @Test
  void plansDeploysAndThenPlansNothing() {
    Plan first = plan(workspace(FLEET, ResourceGraph.EMPTY));
    assertThat(told(first))
        .containsExactlyInAnyOrder(
            "CREATE group", "CREATE net/ip", "CREATE net/nat", "CREATE net", "CREATE net/a");
    assertThat(azure.all()).isEmpty();

    assertThat(apply(FLEET, ResourceGraph.EMPTY))
        .containsOnlyKeys("group", "net/ip", "net/nat", "net", "net/a")
        .containsEntry("net/a", NETWORKS + "virtualNetworks/net/subnets/a");
    assertThat(said).contains("net/ip: succeeded", "net/nat: succeeded");

    Plan again = plan(workspace(FLEET, FLEET));
    assertThat(again.changes()).isEmpty();
    assertThat(again.file()).isNull();
  }

  @Test
  void looksAtWhatIsThere() {
    apply(FLEET, ResourceGraph.EMPTY);
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
    List<Change> changes = plan(workspace(FLEET, FLEET)).changes();
    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).action()).isEqualTo(Action.UPDATE);
    assertThat(changes.get(0).type()).isEqualTo("nat-gateway");
    assertThat(changes.get(0).attributes()).contains("properties.idleTimeoutInMinutes");
  }

  @Test
  void tellsOfWhatStandsInAnotherThingByItself() {
    apply(FLEET, ResourceGraph.EMPTY);
    ResourceGraph other =
        graph(HOLDER, ADDRESS, nat("Standard", 4), NETWORK, subnet("b", "10.0.2.0/24"));
    assertThat(told(plan(workspace(other, FLEET))))
        .containsExactlyInAnyOrder("CREATE net/b", "DELETE net/a");
  }

  @Test
  void makesAnewWhatAzureDoesNotChangeInPlace() {
    apply(FLEET, ResourceGraph.EMPTY);
    ResourceGraph other = graph(HOLDER, ADDRESS, nat("StandardV2", 4));
    Plan plan = plan(workspace(other, FLEET));
    assertThat(told(plan))
        .containsExactlyInAnyOrder("REPLACE net/nat", "DELETE net/a", "DELETE net");
    ResourceGraph alone = graph(HOLDER, ADDRESS, nat("Standard", 4));
    apply(alone, FLEET);
    apply(other, alone);
    assertThat(azure.find(NAT).get("sku").toString()).contains("StandardV2");
    assertThat(azure.find(IP)).isNotNull();
  }

  @Test
  void keepsWhatIsProtectedUntilItIsReleased() {
    apply(FLEET, ResourceGraph.EMPTY);
    ResourceGraph survivors = graph(HOLDER, ADDRESS);
    assertThatThrownBy(() -> plan(workspace(graph(HOLDER), FLEET)))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("net/ip (Fleet.java:7) is protected")
        .hasMessageContaining("--release net/ip");

    apply(survivors, FLEET);
    assertThat(azure.all()).hasSize(2);
    assertThatThrownBy(() -> plan(workspace(ResourceGraph.EMPTY, survivors)))
        .hasMessageContaining("is protected");

    ResourceGraph released = graph(HOLDER, ADDRESS.withKeep(false));
    assertThat(told(plan(workspace(ResourceGraph.EMPTY, released))))
        .containsExactlyInAnyOrder("DELETE net/ip", "DELETE group");
    apply(ResourceGraph.EMPTY, released);
    assertThat(azure.all()).isEmpty();
    assertThat(plan(workspace(ResourceGraph.EMPTY, ResourceGraph.EMPTY)).file()).isNull();
  }

  @Test
  void refusesAPlanThatTheWorldHasMovedAwayFrom() {
    Workspace workspace = workspace(FLEET, ResourceGraph.EMPTY);
    Plan plan = plan(workspace);
    azure.add(GROUP, "2024-03-01", Value.object("location", Value.text("westeurope")));
    assertThatThrownBy(() -> engine.apply(workspace, plan, said::add))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("what is there has changed");
  }

  @Test
  void saysWhatFailedWhereAndWhatToDo() {
    Workspace workspace = workspace(FLEET, ResourceGraph.EMPTY);
    Plan plan = plan(workspace);
    azure.faults().failMaking(NAT, "QuotaExceeded", "No more gateways here.");
    assertThatThrownBy(() -> engine.apply(workspace, plan, said::add))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("net/nat (Fleet.java:7): QuotaExceeded: No more gateways here.")
        .hasMessageContaining("Fix: ask for more quota")
        .hasMessageContaining("What was made before that stays");
    assertThat(azure.find(IP)).isNotNull();
  }

  @Test
  void tellsWhatMayNotBeDoneBeforeAnythingIsDone() {
    azure.faults().deny("Microsoft.Network/natGateways/write");
    assertThatThrownBy(() -> plan(workspace(FLEET, ResourceGraph.EMPTY)))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("Microsoft.Network/natGateways/write");
    assertThat(azure.all()).isEmpty();
  }
}
