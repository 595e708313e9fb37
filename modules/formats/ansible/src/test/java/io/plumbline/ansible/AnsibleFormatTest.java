package io.plumbline.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.dsl.BareMetalFleetBuilder;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.BmcProtocol;
import io.plumbline.model.Design;
import io.plumbline.model.HostState;
import io.plumbline.model.Inventory;
import io.plumbline.model.InventoryHost;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.onprem.OnPremProvider;
import io.plumbline.spi.Format.Artefact;
import io.plumbline.testkit.RackFleet;
import io.plumbline.testkit.WatchedFleet;
import io.plumbline.testkit.golden.Golden;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnsibleFormatTest {
  private static final String SCRIPT = "files/h100/usr/local/libexec/plumbline-facts";

  @Test
  void writesAFleetAsInventoryVariablesAndPlaybook() throws IOException {
    Map<String, String> files = render(RackFleet.whole(), RackFleet.SITE);

    assertThat(files.keySet().stream().filter(name -> !name.startsWith("roles/")))
        .containsExactly(
            "ansible.cfg",
            "files/h100/etc/docker/daemon.json",
            "files/h100/etc/motd",
            "files/h100/etc/plumbline/watched.json",
            SCRIPT,
            "group_vars/fleet_h100.yaml",
            "host_vars/n1.yaml",
            "host_vars/n2.yaml",
            "host_vars/n4.yaml",
            "inventory.yaml",
            "requirements.yml",
            "site.yml");
    for (String name :
        List.of(
            "ansible.cfg",
            "group_vars/fleet_h100.yaml",
            "host_vars/n4.yaml",
            "inventory.yaml",
            "requirements.yml",
            "site.yml")) {
      Golden.check("rack", name, files.get(name));
    }
    assertThat(files.get("files/h100/etc/motd"))
        .isEqualTo("{{ ansible_hostname }} is no template\n");
  }

  @Test
  void writesEveryFileOfItsRoles() throws IOException {
    Map<String, String> files = render(RackFleet.whole(), RackFleet.SITE);
    assertThat(files.keySet().stream().filter(name -> name.startsWith("roles/")).count())
        .isEqualTo(resources());
  }

  private static long resources() throws IOException {
    try (var files = Files.walk(Path.of("src/main/resources/io"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void saysHowMachinesAreReached() throws IOException {
    Site site =
        new Site(
            "hall",
            "onprem",
            "ansible",
            Map.of(
                "ssh.port", "2222",
                "ssh.key", "~/.ssh/fleet",
                "ssh.parallel", "7",
                "timeout.connect", "3",
                "become", "false"),
            null);
    assertThat(render(RackFleet.whole(), site).get("ansible.cfg"))
        .contains("\nremote_port = 2222\n")
        .contains("\nprivate_key_file = ~/.ssh/fleet\n")
        .contains("\nforks = 7\n", "\ntimeout = 3\n", "\nbecome = False\n")
        .contains("-o IdentitiesOnly=yes")
        .doesNotContain("-F ");
  }

  @Test
  void changesMachinesRackByRackATenthAtATime() {
    List<InventoryHost> hosts =
        IntStream.rangeClosed(1, 20)
            .mapToObj(i -> RackFleet.host("n" + i, i, i > 5 ? "b" : "a", i, HostState.IN_SERVICE))
            .toList();
    Fleet fleet =
        Fleet.of(graph(RackFleet.of(f -> f.inventory(new Inventory("a.csv", hosts))))).get("h100");
    assertThat(Fleet.waves(fleet.machines())).startsWith(2, 2, 1, 2).endsWith(1);
    assertThat(fleet.machines().stream().map(Fleet.Machine::name))
        .startsWith("n1", "n2", "n3", "n4", "n5", "n6");
    assertThat(Waves.of(List.of(fleet), Set.of("n2", "n5", "n6", "n7")))
        .isEqualTo("{\"plumbline_waves\":{\"fleet_h100\":[1,1,2]}}");
  }

  /** Sixty-three racks of eight: by rack, a wave has eight of the fifty that may be down. */
  @Test
  void fillsWavesOverTheFleetWhereTheStackLetsIt() {
    List<InventoryHost> hosts =
        IntStream.range(0, 500)
            .mapToObj(
                i -> RackFleet.host("n" + i, i % 250, "r" + i / 8, i % 8 + 1, HostState.IN_SERVICE))
            .toList();
    Inventory inventory = new Inventory("a.csv", hosts);
    assertThat(waves(f -> f.inventory(inventory).rolling(50))).hasSize(63).allMatch(n -> n <= 8);
    assertThat(waves(f -> f.inventory(inventory).rollingAcrossRacks(50)))
        .hasSize(10)
        .containsOnly(50);
  }

  private static List<Integer> waves(Consumer<BareMetalFleetBuilder> said) {
    return Fleet.waves(Fleet.of(graph(RackFleet.of(said))).get("h100").machines());
  }

  /** Ansible could set them, by an account that can do far more than is compared. */
  @Test
  void saysNothingOfManagementControllers() throws IOException {
    InventoryHost one =
        new InventoryHost(
            "n1",
            "198.18.0.1",
            "SN1",
            "r1",
            1,
            null,
            "198.18.1.1",
            HostState.IN_SERVICE,
            new SourceLine("racks.csv", 2));
    Inventory inventory = new Inventory("racks.csv", List.of(one));
    Design without = RackFleet.of(f -> f.inventory(inventory));
    Design with =
        RackFleet.of(f -> f.inventory(inventory).bmc(BmcProtocol.REDFISH, b -> b.poweredOn()));
    assertThat(graph(with).resources()).hasSize(graph(without).resources().size() + 1);
    assertThat(render(with, RackFleet.SITE)).isEqualTo(render(without, RackFleet.SITE));
  }

  @Test
  void givesAFleetTheRolesThatItsMachinesNeed() throws IOException {
    String digest = "sha256:" + "0f".repeat(32);
    Design design =
        RackFleet.of(
            f ->
                f.reboots()
                    .release(
                        "2026.11",
                        r ->
                            r.nfsClient("1:2.6.1-1")
                                .pythonEnvironment(
                                    "/opt/torch", "3.12", "torch==2.5.1 --hash=" + digest)
                                .containerImage("nvcr.io/nvidia/pytorch", digest)));
    Map<String, String> files = render(design, RackFleet.SITE);
    assertThat(files.get("site.yml").lines().filter(line -> line.contains("role: ")))
        .containsExactly(
            "    - role: look",
            "    - role: gpu_idle",
            "    - role: base",
            "    - role: nvidia",
            "    - role: reboot",
            "    - role: storage",
            "    - role: frameworks",
            "    - role: accounts",
            "    - role: services",
            "    - role: facts",
            "    - role: release");
    assertThat(files.get("group_vars/fleet_h100.yaml"))
        .contains(
            "plumbline_reboots: true",
            "plumbline_python_packages:\n  - name: \"/opt/torch/torch\"\n    version: \"2.5.1\"",
            "nvcr.io/nvidia/pytorch@" + digest,
            "- name: nfs-common");
    assertThat(files).containsKey("files/h100/etc/plumbline/python/opt/torch.txt");
  }

  /** What two roles set up, each run of one would take from the other. */
  @Test
  void givesEachFilePackageAndServiceToOneRole() {
    Design design = WatchedFleet.whole();
    ResourceGraph graph = graph(design);
    Fleet trainers = Fleet.of(graph).get("trainers");
    List<String> all = new ArrayList<>();
    for (Value each : ((Value.Sequence) trainers.alike().get("plumbline_roles")).items()) {
      for (String what : List.of("files", "packages", "services")) {
        ((Value.Sequence) ((Obj) each).get(what))
            .items()
            .forEach(item -> all.add(what + " " + ((Value.Text) item).value()));
      }
    }
    assertThat(all)
        .doesNotHaveDuplicates()
        .contains("packages docker-ce", "files /etc/nccl.conf", "services nvidia-dcgm-exporter")
        .doesNotContain("files /usr/local/libexec/plumbline-facts");
  }

  /** Whoever runs some of them alone reads their names there. */
  @Test
  void hasATagForEachRoleAsTheGuideSays() throws IOException {
    String guide = Files.readString(Path.of("../../../docs/guides/machines.md"));
    assertThat(Playbook.names()).allSatisfy(name -> assertThat(guide).contains("`" + name + "`"));
    try (var roles = Files.list(Path.of("src/main/resources/io/plumbline/ansible/roles"))) {
      assertThat(
              roles
                  .map(role -> role.getFileName().toString())
                  .filter(role -> !role.startsWith("hyperv_")))
          .containsExactlyInAnyOrderElementsOf(Playbook.names());
    }
  }

  private static ResourceGraph graph(Design design) {
    return new OnPremProvider().lower(design, RackFleet.TARGET);
  }

  private static Map<String, String> render(Design design, Site site) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (Map.Entry<String, Artefact> each :
        new AnsibleFormat().render(graph(design), new Target("test", "fleet", site)).entrySet()) {
      StringBuilder text = new StringBuilder();
      each.getValue().writeTo(text);
      files.put(each.getKey(), text.toString());
    }
    return files;
  }
}
