package io.plumbline.e2e.onprem;

import static io.plumbline.dsl.Words.gib;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.dsl.HyperVBuilder;
import io.plumbline.dsl.VmFleetBuilder;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.onprem.OnPremProvider;
import io.plumbline.spi.Engine.Plan;
import io.plumbline.spi.EngineException;
import io.plumbline.testkit.Describing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the real Ansible makes of the roles for Hyper-V, at hosts that a plugin in place of {@code
 * ansible.windows.win_powershell} plays: no Windows is here, so that the PowerShell itself is not
 * run. Each test begins where the one before ended. What hosts have is in files with a dot: no plan
 * is about those.
 */
@TestMethodOrder(OrderAnnotation.class)
class HyperVIT {
  private static final Site SITE = new Site("hall", "onprem", "ansible", Map.of(), null);
  private static final String TURN = "Turn virtual machines off, change and start them";

  @TempDir static Path folder;

  private static AnsibleBench bench;

  private static ResourceGraph fleet(
      Consumer<VmFleetBuilder> change, Consumer<HyperVBuilder> hosts) {
    return new OnPremProvider()
        .lower(
            Describing.on(
                SITE,
                site ->
                    site.vmFleet(
                        "vms",
                        f -> {
                          f.count(4).cpus(16).memory(gib(64)).dataDisk(gib(100));
                          f.hyperV(
                              h -> {
                                h.hosts("hv1", "hv2").perHost(2).folder("D:\\VMs");
                                h.template("D:\\t.vhdx").virtualSwitch("{{ lan }}");
                                hosts.accept(h);
                              });
                          change.accept(f);
                        })),
            new Target("test", "fleet", SITE));
  }

  private static String[] gpus(int each) {
    String[] all = new String[each * 2];
    for (int i = 0; i < all.length; i++) {
      all[i] = "PCIROOT(%X)#PCI(0300)#PCI(0000)".formatted(16 + i);
    }
    return all;
  }

  private static List<String> log() throws IOException {
    Path log = bench.artefact("log");
    List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
    Files.writeString(log, "");
    return lines;
  }

  private static void edit(String host, String from, String to) throws IOException {
    Path file = bench.artefact(".host-" + host + ".json");
    String before = Files.readString(file);
    assertThat(before).contains(from);
    Files.writeString(file, before.replaceFirst(Pattern.quote(from), to));
  }

  private static void apply(ResourceGraph graph) {
    bench.apply(graph, bench.plan(graph));
  }

  @Test
  @Order(1)
  void makesMachinesAndThenChangesNothing() throws IOException {
    bench = new AnsibleBench(SITE, folder);
    Path plugin =
        bench.artefact(
            "collections/ansible_collections/ansible/windows/plugins/action/win_powershell.py");
    Files.createDirectories(plugin.getParent());
    try (InputStream file = HyperVIT.class.getResourceAsStream("/hyperv/win_powershell.py")) {
      Files.copy(Objects.requireNonNull(file), plugin);
    }
    String others =
        "{\"vms\": [{\"name\": \"dc01\", \"tags\": {}, \"state\": \"Running\", \"gpus\": []}]}";
    Files.writeString(bench.artefact(".host-hv1.json"), others);
    Files.writeString(bench.artefact(".host-hv2.json"), others);

    ResourceGraph graph = fleet(f -> {}, h -> h.gpus(2, gib(80), gpus(2)));
    Plan plan = bench.plan(graph);
    assertThat(AnsibleBench.words(plan))
        .containsExactly(
            "CREATE vms/1: Make virtual machines",
            "CREATE vms/2: Make virtual machines",
            "CREATE vms/3: Make virtual machines",
            "CREATE vms/4: Make virtual machines");
    assertThat(Files.readString(bench.artefact(".host-hv1.json"))).isEqualTo(others);
    assertThat(bench.apply(graph, plan)).containsEntry("vms/3", "hv2/test-fleet-vms-3");
    assertThat(log())
        .containsExactlyInAnyOrder(
            "make test-fleet-vms-1",
            "start test-fleet-vms-1",
            "make test-fleet-vms-2",
            "start test-fleet-vms-2",
            "make test-fleet-vms-3",
            "start test-fleet-vms-3",
            "make test-fleet-vms-4",
            "start test-fleet-vms-4");
    assertThat(bench.plan(graph).changes()).isEmpty();
  }

  /** One host after the other, and one machine of it after the other. */
  @Test
  @Order(2)
  void saysWhatTurnsMachinesOffAndHasOneOffAtATime() throws IOException {
    ResourceGraph graph =
        fleet(f -> f.cpus(32).dataDisk(gib(50)), h -> h.gpus(2, gib(80), gpus(2)));
    Plan plan = bench.plan(graph);
    assertThat(AnsibleBench.words(plan))
        .hasSize(4)
        .allMatch(line -> line.contains(": " + TURN + " (cpus 16 -> 32, disk 2 new)"));
    bench.apply(graph, plan);
    List<String> log = log();
    assertThat(log).hasSize(8);
    for (int i = 0; i < 8; i += 2) {
      assertThat(log.get(i)).startsWith("off ");
      assertThat(log.get(i + 1)).isEqualTo(log.get(i).replace("off ", "start "));
    }
  }

  @Test
  @Order(3)
  void changesWhatItCanWhileMachinesRun() throws IOException {
    ResourceGraph graph =
        fleet(f -> f.cpus(32).dataDisk(gib(60)), h -> h.gpus(2, gib(80), gpus(2)).vlan(7));
    assertThat(AnsibleBench.words(bench.plan(graph)))
        .first()
        .isEqualTo(
            "UPDATE vms/1: Change virtual machines as they run (vlan 0 -> 7, disk 2 51200 -> 61440"
                + " MiB)");
    apply(graph);
    assertThat(log()).isEmpty();
    assertThat(bench.plan(graph).changes()).isEmpty();
  }

  /** Fewer machines with more GPUs each: what goes makes room, and who is behind lets go first. */
  @Test
  @Order(4)
  void removesMachinesAndGivesTheirGpusToOthers() throws IOException {
    ResourceGraph graph =
        fleet(f -> f.count(3).cpus(32).dataDisk(gib(60)), h -> h.gpus(3, gib(80), gpus(3)).vlan(7));
    Plan plan = bench.plan(graph);
    assertThat(AnsibleBench.words(plan))
        .contains("DELETE vms/4: Remove virtual machines")
        .anyMatch(line -> line.startsWith("UPDATE vms/3: " + TURN))
        .hasSize(4);
    bench.apply(graph, plan);
    assertThat(log())
        .containsSubsequence("off test-fleet-vms-2", "off test-fleet-vms-1")
        .contains("remove test-fleet-vms-4");
    assertThat(bench.plan(graph).changes()).isEmpty();
    assertThat(Files.readString(bench.artefact(".host-hv1.json"))).contains("dc01");
  }

  @Test
  @Order(5)
  void startsWhatIsDownBeforeAnythingElseIsTurnedOff() throws IOException {
    edit(
        "hv2",
        "\"name\": \"test-fleet-vms-3\", \"state\": \"Running\"",
        "\"name\": \"test-fleet-vms-3\", \"state\": \"Off\"");
    ResourceGraph graph =
        fleet(f -> f.count(3).cpus(8).dataDisk(gib(60)), h -> h.gpus(3, gib(80), gpus(3)).vlan(7));
    apply(graph);
    assertThat(log()).first().isEqualTo("start test-fleet-vms-3");
    assertThat(bench.plan(graph).changes()).isEmpty();
  }

  /** A second one would have its name, and its tags. */
  @Test
  @Order(6)
  void makesNothingThatSomebodyMovedToAnotherHost() throws IOException {
    edit("hv1", "test-fleet-vms-2", "test-fleet-vms-3");
    edit("hv2", "test-fleet-vms-3", "test-fleet-vms-2");
    ResourceGraph graph =
        fleet(f -> f.count(3).cpus(8).dataDisk(gib(60)), h -> h.gpus(3, gib(80), gpus(3)).vlan(7));
    assertThatThrownBy(() -> bench.plan(graph))
        .hasMessageContaining("test-fleet-vms-2 stands on another host");
    edit("hv1", "test-fleet-vms-3", "test-fleet-vms-2");
    edit("hv2", "test-fleet-vms-2", "test-fleet-vms-3");
    assertThat(bench.plan(graph).changes()).isEmpty();
  }

  /** Nobody plans a change of the host that it was moved to: that one is asked all the same. */
  @Test
  @Order(7)
  void makesNothingThatSomebodyMovedToAnotherHostSinceThePlan() throws IOException {
    String one = Files.readString(bench.artefact(".host-hv1.json"));
    String two = Files.readString(bench.artefact(".host-hv2.json"));
    edit("hv2", "\"name\": \"test-fleet-vms-3\"", "\"name\": \"gone\"");
    ResourceGraph graph =
        fleet(f -> f.count(3).cpus(8).dataDisk(gib(60)), h -> h.gpus(3, gib(80), gpus(3)).vlan(7));
    Plan plan = bench.plan(graph);
    assertThat(AnsibleBench.words(plan)).containsExactly("CREATE vms/3: Make virtual machines");
    edit("hv1", "\"dc01\"", "\"TEST-fleet-vms-3\"");
    assertThatThrownBy(() -> bench.apply(graph, plan))
        .hasMessageContaining("test-fleet-vms-3 stands on another host");
    assertThat(log()).isEmpty();
    Files.writeString(bench.artefact(".host-hv1.json"), one);
    Files.writeString(bench.artefact(".host-hv2.json"), two);
  }

  /** It is not removed, since it may be anything, and the release goes on to know it. */
  @Test
  @Order(8)
  void doesNotForgetAMachineToRemoveWhoseNotesWereEdited() throws IOException {
    String before = Files.readString(bench.artefact(".host-hv1.json"));
    edit("hv1", "\"plumbline:id\": \"vms/2\"", "\"plumbline:id\": \"vms/7\"");
    ResourceGraph graph =
        fleet(f -> f.count(1).cpus(8).dataDisk(gib(60)), h -> h.gpus(3, gib(80), gpus(3)).vlan(7));
    assertThatThrownBy(() -> bench.plan(graph))
        .hasMessageContaining("test-fleet-vms-2: it is to be removed, and its notes do not say")
        .hasMessageContaining("plumbline:id=vms/2");
    Files.writeString(bench.artefact(".host-hv1.json"), before);
  }

  /** In another order of hosts, what changes its host is made anew. */
  @Test
  @Order(9)
  void makesAnewWhatChangesItsHost() throws IOException {
    Consumer<VmFleetBuilder> same = f -> f.count(3).cpus(8).dataDisk(gib(60));
    Consumer<HyperVBuilder> swapped = h -> h.hosts("hv2", "hv1").gpus(3, gib(80), gpus(3)).vlan(7);
    assertThatThrownBy(() -> bench.plan(fleet(same, swapped)))
        .hasMessageContaining("got 3 virtual machines that are removed with their disks")
        .hasMessageContaining("3 change their hosts: vms/")
        .hasMessageContaining("allowed are 1 in one deploy");
    ResourceGraph graph = fleet(same, swapped.andThen(h -> h.mostDown(3)));
    Plan plan = bench.plan(graph);
    assertThat(AnsibleBench.words(plan))
        .hasSize(3)
        .allMatch(line -> line.startsWith("REPLACE "))
        .first()
        .asString()
        .contains("Make virtual machines", "Remove virtual machines");
    bench.apply(graph, plan);
    assertThat(log()).contains("remove test-fleet-vms-1", "make test-fleet-vms-1");
    assertThat(bench.plan(graph).changes()).isEmpty();
  }

  @Test
  @Order(10)
  void changesNothingWhereItCannotMakeWhatIsAsked() throws IOException {
    ResourceGraph graph =
        fleet(
            f -> f.count(3).cpus(4).dataDisk(gib(10)),
            h -> h.hosts("hv2", "hv1").gpus(3, gib(80), gpus(3)).vlan(7));
    assertThatThrownBy(() -> bench.plan(graph))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("Leave the host alone where something cannot be made so")
        .hasMessageContaining("disk 2 has 61440 MiB, and no disk is made smaller");
    Files.writeString(bench.artefact(".host-hv2.json"), "{\"failure\": \"AccessDenied: no\"}");
    assertThatThrownBy(() -> bench.plan(fleet(f -> {}, h -> {})))
        .hasMessageContaining("the host does not say what virtual machines it has: AccessDenied");
    assertThat(log()).isEmpty();
  }
}
