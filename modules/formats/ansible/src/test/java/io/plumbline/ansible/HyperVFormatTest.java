package io.plumbline.ansible;

import static io.plumbline.dsl.Words.gib;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.VmFleetBuilder;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.onprem.OnPremProvider;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import io.plumbline.spi.EngineException;
import io.plumbline.spi.Format.Artefact;
import io.plumbline.testkit.Describing;
import io.plumbline.testkit.golden.Golden;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Virtual machines on hosts of Hyper-V, as Ansible is told of them. */
class HyperVFormatTest {
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUm ann@desk";

  private static final Site SITE =
      new Site(
          "hall",
          "onprem",
          "ansible",
          Map.of("hyperv.user", "CORP\\deploy", "hyperv.port", "2222", "hyperv.key", "~/.ssh/hv"),
          null);
  private static final Target TARGET = new Target("prod", "training", SITE);

  @Test
  void writesHostsWithTheirMachines() throws IOException {
    Map<String, String> files = render(graph(f -> {}));
    for (String name :
        List.of(
            "group_vars/hyperv_hosts.yaml",
            "host_vars/hv1.example.com.yaml",
            "inventory.yaml",
            "requirements.yml",
            "site.yml")) {
      Golden.check("hyperv", name, files.get(name));
    }
    assertThat(files).containsKey("host_vars/hv2.example.com.yaml");
  }

  /** One machine of each host is off at a time; so many hosts are worked on at a time. */
  @Test
  void turnsNoMoreOffThanTheStrictestFleetLets() {
    assertThat(HyperVHost.atATime(HyperVHost.of(graph(f -> {})))).isEqualTo(2);
    ResourceGraph two =
        lower(
            site -> {
              site.vmFleet("a", f -> fleet(f, 2));
              site.vmFleet("b", f -> fleet(f, 1));
            });
    assertThat(HyperVHost.atATime(HyperVHost.of(two))).isEqualTo(1);
    assertThat(HyperVHost.of(two)).hasSize(2).allMatch(host -> host.vms().size() == 4);
  }

  @Test
  void saysOfEachMachineWhatHappensToIt() {
    ResourceGraph wanted = graph(f -> f.count(3));
    HyperVChanges changes = HyperVChanges.of(wanted, graph(f -> {}));
    Events events = new Events(event -> {});
    events.accept(
        """
        {"_event":"v2_runner_on_ok","task":{"name":"hyperv_vms : Turn virtual machines off, change and start them"},\
        "hosts":{"hv1.example.com":{"changed":true,"results":[{"changed":true,"_ansible_item_label":\
        "prod-training-trainers-1 (cpus 16 -> 32, disk 1 100 -> 200 MiB)"}]}}}\
        """);
    events.accept(
        """
        {"_event":"v2_runner_on_ok","task":{"name":"hyperv_vms : Remove virtual machines"},\
        "hosts":{"hv2.example.com":{"changed":true,"results":[{"changed":true,"_ansible_item_label":\
        "prod-training-trainers-4"}]}}}\
        """);
    assertThat(changes.of(events))
        .containsExactly(
            new Change(
                Action.UPDATE,
                "trainers/1",
                "hyperv-vm",
                List.of(
                    "Turn virtual machines off, change and start them"
                        + " (cpus 16 -> 32, disk 1 100 -> 200 MiB)")),
            new Change(
                Action.DELETE, "trainers/4", "hyperv-vm", List.of("Remove virtual machines")));
    assertThat(changes.removes("trainers/4")).isTrue();
    assertThat(changes.arguments().getLast())
        .contains(
            "{\"plumbline_removed_vms\":{\"hv2.example.com\":[{\"name\":\"prod-training-trainers-4\"",
            "\"folder\":\"D:\\\\VMs\\\\prod-training-trainers-4\"");
  }

  @Test
  void leavesWhatStandsAtAHostThatNobodyAsks() {
    HyperVChanges changes = HyperVChanges.of(ResourceGraph.EMPTY, graph(f -> {}));
    assertThat(changes.gone()).isEmpty();
    assertThat(changes.removes("trainers/1")).isFalse();
  }

  /** By place in the list, its machines would be made again on others, whose own would go. */
  @Test
  void refusesToForgetAHostThatMachinesStandOn() {
    ResourceGraph shorter = lower(site -> site.vmFleet("trainers", f -> onHosts(f, 2, "hv2")));
    ResourceGraph released =
        lower(site -> site.vmFleet("trainers", f -> onHosts(f, 4, "hv1", "hv2")));
    assertThatThrownBy(() -> HyperVChanges.of(shorter, released))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("trainers/1 on hv1, trainers/2 on hv1; allowed is")
        .hasMessageContaining("put the host back in its place, and new ones last");
    ResourceGraph withoutLast = lower(site -> site.vmFleet("trainers", f -> onHosts(f, 2, "hv1")));
    assertThat(HyperVChanges.of(withoutLast, released).gone()).isEmpty();
    ResourceGraph longer =
        lower(site -> site.vmFleet("trainers", f -> onHosts(f, 6, "hv1", "hv2", "hv3")));
    assertThat(HyperVChanges.of(longer, released).gone()).isEmpty();
  }

  @Test
  void removesNoMoreThanMayBeDown() {
    ResourceGraph released =
        lower(site -> site.vmFleet("trainers", f -> onHosts(f, 4, "hv1", "hv2")));
    HyperVChanges changes =
        HyperVChanges.of(
            lower(site -> site.vmFleet("trainers", f -> onHosts(f, 3, "hv1", "hv2"))), released);
    changes.keepsMostUp(List.of(deleted("trainers/4")));
    assertThatThrownBy(
            () -> changes.keepsMostUp(List.of(deleted("trainers/3"), deleted("trainers/4"))))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining(
            "got 2 virtual machines that are removed with their disks, of which 0")
        .hasMessageContaining("trainers/3, trainers/4; allowed are 1 in one deploy");
  }

  /** Nobody asks it, its machines stay as they are, and all others keep their places. */
  @Test
  void leavesAHostInRepairAlone() throws IOException {
    ResourceGraph released = graph(f -> {});
    ResourceGraph wanted =
        lower(
            site ->
                site.vmFleet(
                    "trainers",
                    f -> {
                      f.count(4).cpus(32).memory(gib(256));
                      f.hyperV(
                          h ->
                              h.hosts("hv1.example.com", "hv2.example.com")
                                  .inRepair("hv1.example.com")
                                  .perHost(2)
                                  .folder("D:\\VMs")
                                  .template("D:\\t.vhdx")
                                  .virtualSwitch("lan"));
                    }));
    assertThat(wanted.resting()).containsOnlyKeys("trainers/1", "trainers/2");
    assertThat(wanted.resting().get("trainers/1")).startsWith("on hv1.example.com, in repair by ");
    assertThat(HyperVHost.vms(wanted))
        .extracting(HyperVHost.Vm::address, HyperVHost.Vm::host)
        .containsExactly(
            tuple("trainers/3", "hv2.example.com"), tuple("trainers/4", "hv2.example.com"));
    assertThat(render(wanted).get("inventory.yaml")).doesNotContain("hv1.example.com");
    assertThat(HyperVChanges.of(wanted, released).gone()).isEmpty();
  }

  private static Change deleted(String address) {
    return new Change(Action.DELETE, address, "hyperv-vm", List.of("Remove virtual machines"));
  }

  /** Two on each host, of which one may be down. */
  private static void onHosts(VmFleetBuilder fleet, int count, String... hosts) {
    fleet.count(count).cpus(4).memory(gib(8));
    fleet.hyperV(
        h ->
            h.hosts(hosts)
                .perHost(2)
                .mostDown(1)
                .folder("D:\\VMs")
                .template("D:\\t.vhdx")
                .virtualSwitch("lan"));
  }

  private static void fleet(VmFleetBuilder fleet, int mostDown) {
    fleet
        .count(4)
        .cpus(32)
        .memory(gib(256))
        .dataDisk(gib(1000))
        .user("deploy", KEY)
        .hyperV(
            h ->
                h.hosts("hv1.example.com", "hv2.example.com")
                    .perHost(2)
                    .mostDown(mostDown)
                    .folder("D:\\VMs")
                    .template("D:\\Templates\\ubuntu-24.04.vhdx")
                    .virtualSwitch("{{ training }} 'A'")
                    .vlan(120)
                    .gpus(
                        1,
                        gib(80),
                        "PCIROOT(20)#PCI(0300)#PCI(0000)",
                        "PCIROOT(40)#PCI(0300)#PCI(0000)"));
  }

  private static ResourceGraph graph(Consumer<VmFleetBuilder> change) {
    return lower(
        site ->
            site.vmFleet(
                "trainers",
                f -> {
                  fleet(f, 2);
                  change.accept(f);
                }));
  }

  private static ResourceGraph lower(Consumer<SiteBlueprint> describe) {
    return new OnPremProvider().lower(Describing.on(SITE, describe), TARGET);
  }

  private static Map<String, String> render(ResourceGraph graph) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (Map.Entry<String, Artefact> each : new AnsibleFormat().render(graph, TARGET).entrySet()) {
      StringBuilder text = new StringBuilder();
      each.getValue().writeTo(text);
      files.put(each.getKey(), text.toString());
    }
    return files;
  }
}
