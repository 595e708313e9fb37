package io.plumbline.onprem;

import static io.plumbline.dsl.Words.gib;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.dsl.BareMetalFleetBuilder;
import io.plumbline.dsl.HostSoftwareBuilder;
import io.plumbline.dsl.HyperVBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.SlurmClusterBuilder;
import io.plumbline.dsl.VmFleetBuilder;
import io.plumbline.graph.Resource;
import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.BmcProtocol;
import io.plumbline.model.Design;
import io.plumbline.model.Gpu;
import io.plumbline.model.HostState;
import io.plumbline.model.Identity;
import io.plumbline.model.Inventory;
import io.plumbline.model.InventoryHost;
import io.plumbline.model.Monitoring;
import io.plumbline.model.Site;
import io.plumbline.model.SlurmCluster;
import io.plumbline.model.Target;
import io.plumbline.model.VmFleet;
import io.plumbline.testkit.Describing;
import io.plumbline.testkit.HostileText;
import io.plumbline.value.Value;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every text of the model of a data centre, whatever stands in it: a rule refuses it, or it stands
 * in the files of machines as one word among others and moves no line. How values are escaped where
 * a format has quotes, the tests of formats hold.
 */
final class HostileFieldsTest {
  private static final Site SITE =
      new Site(
          "hall",
          "onprem",
          "ansible",
          Map.of("bmc.user", "reader", "bmc.password-file", "/run/password"),
          null);
  private static final Site VMS =
      new Site(
          "hall",
          "onprem",
          "terraform",
          Map.of(
              "proxmox.endpoint", "https://pve.example.com",
              "vsphere.server", "vcenter.example.com"),
          null);
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUm ";

  /** What each field may be told, and how. */
  record Field(String benign, Site site, BiConsumer<SiteBlueprint, String> describe) {}

  private static final Map<String, Field> FIELDS =
      Map.ofEntries(
          row("name", "n7"),
          row("address", "198.18.0.7"),
          row("serial", "SN7"),
          row("rack", "r7"),
          row("mac", "aa:bb:cc:dd:ee:07"),
          row("bmc", "198.19.0.7"),
          fleet("BareMetalFleet.sysctls", "1", (f, text) -> f.sysctl("vm.swappiness", text)),
          fleet("BareMetalFleet.sysctls key", "vm.x", (f, text) -> f.sysctl(text, "1")),
          fleet("HostMount.path", "/data", (f, text) -> f.mount(text, "n:/a", "nfs4")),
          fleet("HostMount.source", "n:/a", (f, text) -> f.mount("/data", text, "nfs4")),
          fleet("HostMount.type", "nfs4", (f, text) -> f.mount("/data", "n:/a", text)),
          fleet("HostMount.options", "ro", (f, text) -> f.mount("/data", "n:/a", "nfs4", text)),
          fleet("HostGroup.name", "g", (f, text) -> f.group(text, 3000)),
          fleet("HostAccount.name", "ann", (f, text) -> f.account(text, 2001, a -> {})),
          fleet("HostAccount.groups", "g", (f, t) -> f.account("ann", 2001, a -> a.groups(t))),
          fleet("HostAccount.keys", KEY + "a", (f, t) -> f.account("ann", 2001, a -> a.keys(t))),
          fleet("HostFile.path", "/etc/a", (f, text) -> f.file(text, "x")),
          fleet("HostFile.content", "a", (f, text) -> f.file("/etc/a", text)),
          fleet("HostFile.mode", "0644", (f, t) -> f.file("/etc/a", Value.text("x"), t)),
          fleet("HostLink.name", "ib0", (f, text) -> f.link(text)),
          fleet("HostBmc.system", "1", (f, t) -> f.bmc(BmcProtocol.REDFISH, b -> b.system(t))),
          fleet("HostBmc.firmware", "1", (f, t) -> f.bmc(BmcProtocol.REDFISH, b -> b.firmware(t))),
          fleet("HostBmc.bios", "1", (f, text) -> f.bmc(BmcProtocol.REDFISH, b -> b.bios(text))),
          fleet("HostSoftware.release", "2026.11", (f, text) -> f.release(text, r -> {})),
          software("HostSoftware.kernel", "6.8", (r, text) -> r.kernel(text)),
          software("HostSoftware.driver", "570.1", (r, text) -> r.driver(text)),
          software("HostSoftware.cuda", "12.8", (r, text) -> r.cuda(text)),
          software("HostSoftware.packages", "1", (r, text) -> r.pin("tool", text)),
          software("HostSoftware.packages key", "tool", (r, text) -> r.pin(text, "1")),
          software("HostSoftware.services", "cron", (r, text) -> r.services(text)),
          software("HostSoftware.nccl", "INFO", (r, text) -> r.nccl("NCCL_DEBUG", text)),
          software("HostSoftware.nccl key", "NCCL_A", (r, text) -> r.nccl(text, "1")),
          software("NodeExporter.version", "1", (r, text) -> r.nodeExporter(text)),
          software("GpuExporter.version", "1", (r, text) -> r.gpuExporter(text, "1")),
          software("GpuExporter.dcgm", "1", (r, text) -> r.gpuExporter("1", text)),
          software("Docker.version", "1", (r, text) -> r.docker(text, "1")),
          software("Docker.containerd", "1", (r, text) -> r.docker("1", text)),
          software("ContainerToolkit.version", "1", (r, t) -> r.containerToolkit(t)),
          slurm("SlurmPartition.name", "train", (s, t) -> s.partition(t, p -> {})),
          slurm("SlurmCluster.settings", "pmix", (s, t) -> s.setting("MpiDefault", t)),
          slurm("SlurmCluster.settings key", "MpiDefault", (s, t) -> s.setting(t, "pmix")),
          monitoring("Monitoring.alertmanagers", "alerts:9093", false),
          monitoring("Server.version", "2.42.0", true),
          vm("VmUser.name", "deploy", (f, text) -> f.user(text, KEY + "a").proxmox(p -> {})),
          vm("VmUser.keys", KEY + "a", (f, text) -> f.user("deploy", text)),
          vm("Proxmox.nodes", "pve1", (f, t) -> f.proxmox(p -> p.nodes(t))),
          vm("Proxmox.storage", "ceph", (f, t) -> f.proxmox(p -> p.nodes("a").storage(t))),
          vm("Proxmox.templateNode", "a", (f, t) -> f.proxmox(p -> p.template(9000, t))),
          vm("Proxmox.bridge", "vmbr0", (f, text) -> f.proxmox(p -> p.bridge(text))),
          vm("MappedGpus.mapping", "h100", (f, text) -> f.proxmox(p -> p.gpus(1, text))),
          vm("MappedGpus.profile", "nvidia-5", (f, t) -> f.proxmox(p -> p.vgpus(1, "a", t))),
          vm("Vsphere.datacenter", "a", (f, text) -> f.vsphere(v -> v.datacenter(text))),
          vm("Vsphere.cluster", "a", (f, text) -> f.vsphere(v -> v.cluster(text))),
          vm("Vsphere.hosts", "a", (f, text) -> f.vsphere(v -> v.hosts(text))),
          vm("Vsphere.datastore", "a", (f, text) -> f.vsphere(v -> v.datastore(text))),
          vm("Vsphere.template", "a", (f, text) -> f.vsphere(v -> v.template(text))),
          vm("Vsphere.network", "a", (f, text) -> f.vsphere(v -> v.network(text))),
          hyperV("HyperV.hosts", "hv1", (h, text) -> h.hosts(text)),
          hyperV("HyperV.inRepair", "hv1", (h, text) -> h.inRepair(text)),
          hyperV("HyperV.folder", "D:\\VMs", (h, text) -> h.folder(text)),
          hyperV("HyperV.template", "D:\\t.vhdx", (h, text) -> h.template(text)),
          hyperV("HyperV.virtualSwitch", "lan", (h, text) -> h.virtualSwitch(text)),
          hyperV("HyperV.macAddresses", "00:15:5d:00:00:01", (h, text) -> h.macAddresses(text)),
          vm(
              "PassedGpus.addresses",
              "0000:c1:00.0",
              (f, t) -> f.vsphere(v -> v.gpus(1, gib(80), t))));

  /** Texts that a stack cannot choose freely: there is a word for each. */
  private static final Set<String> CONSTANTS =
      Set.of("Inventory.file", "HostFile.restarts", "HostBmc.bootOverride", "Gpu.model");

  /** Held by the tests of their rules alone, and not here yet. */
  private static final Set<String> BY_RULES_ALONE =
      Set.of(
          "ContainerImage.repository",
          "ContainerImage.version",
          "HostInstall.administrator",
          "HostInstall.image",
          "HostInstall.keys",
          "HostInstall.server",
          "HostVolume.disks",
          "HostVolume.fileSystem",
          "HostVolume.path",
          "PythonEnvironment.path",
          "PythonEnvironment.requirements",
          "PythonEnvironment.version",
          "SlurmCluster.accounting",
          "SlurmCluster.mungeKey",
          "SlurmPartition.qos",
          "SlurmQos.name",
          "SlurmQos.preempts",
          "SlurmSoftware.munge",
          "SlurmSoftware.slurm",
          "StorageClient.version");

  static Stream<String> fields() {
    return FIELDS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("fields")
  void isRefusedOrMovesNothing(String name) {
    Field field = FIELDS.get(name);
    List<String> samples = new ArrayList<>(HostileText.SAMPLES);
    samples.addAll(
        List.of(
            field.benign() + "\nSlurmUser=root",
            field.benign() + " # x",
            field.benign() + "\\",
            field.benign() + "$(id)",
            field.benign() + "\"",
            field.benign() + "'; id; '",
            field.benign() + "{{x}}"));
    Map<String, Long> lines = lines(field, field.benign());
    int accepted = 0;
    for (String sample : samples) {
      Design design = design(field, sample);
      if (problems(field, design).isEmpty()) {
        accepted++;
        if (!name.equals("HostFile.content")) {
          assertThat(sample.codePoints().noneMatch(Character::isISOControl)).as(sample).isTrue();
          // Paths and names of machines name files; else each has as many lines as before.
          assertThat(new ArrayList<>(lines(field, sample).values()))
              .as(sample)
              .isEqualTo(new ArrayList<>(lines.values()));
        }
      }
    }
    assertThat(accepted).isLessThan(samples.size() + (name.equals("HostFile.content") ? 1 : 0));
  }

  /** A benign text of each passes, or the test above proves nothing. */
  @ParameterizedTest
  @MethodSource("fields")
  void isTakenWhereItIsAWord(String name) {
    Field field = FIELDS.get(name);
    assertThat(problems(field, design(field, field.benign())))
        .filteredOn(problem -> field.site().equals(SITE))
        .isEmpty();
  }

  @Test
  void areAllTextsOfTheModel() {
    Set<String> texts = new TreeSet<>();
    for (Class<?> component :
        List.of(BareMetalFleet.class, SlurmCluster.class, Monitoring.class, VmFleet.class)) {
      collect(component, texts, new HashSet<>());
    }
    assertThat(texts).containsAll(BY_RULES_ALONE);
    texts.removeAll(BY_RULES_ALONE);
    texts.removeAll(CONSTANTS);
    Set<String> held = new TreeSet<>(FIELDS.keySet());
    held.remove("HostFile.content"); // a value, since it could refer to other things
    assertThat(held).isEqualTo(texts);
  }

  private static void collect(Class<?> type, Set<String> texts, Set<Class<?>> seen) {
    if (!seen.add(type) || type == Identity.class || type == SourceLine.class) {
      return;
    }
    if (type.isSealed()) {
      for (Class<?> each : type.getPermittedSubclasses()) {
        collect(each, texts, seen);
      }
    }
    if (type.isRecord() && type.getPackageName().equals("io.plumbline.model")) {
      for (RecordComponent each : type.getRecordComponents()) {
        String name = type.getSimpleName() + "." + each.getName();
        List<Class<?>> types = new ArrayList<>();
        types(each.getGenericType(), types);
        if (each.getType() == Map.class) {
          texts.add(name + " key");
        }
        for (Class<?> inner : types) {
          if (inner == String.class) {
            texts.add(name);
          } else {
            collect(inner, texts, seen);
          }
        }
      }
    }
  }

  private static void types(Type type, List<Class<?>> found) {
    if (type instanceof Class<?> plain) {
      found.add(plain);
    } else if (type instanceof ParameterizedType generic) {
      for (Type each : generic.getActualTypeArguments()) {
        types(each, found);
      }
    }
  }

  private static Map<String, Long> lines(Field field, String text) {
    Map<String, Long> lines = new LinkedHashMap<>();
    Design design = design(field, text);
    if (!problems(field, design).isEmpty()) {
      return lines;
    }
    for (Resource each : new OnPremProvider().lower(design, target(field)).resources()) {
      if (each.attributes().get("content") instanceof Value.Text content) {
        lines.put(each.address(), content.value().lines().count());
      }
    }
    return lines;
  }

  private static Target target(Field field) {
    return new Target("test", "fleet", field.site());
  }

  private static Design design(Field field, String text) {
    return Describing.on(field.site(), site -> field.describe().accept(site, text));
  }

  private static List<Diagnostic> problems(Field field, Design design) {
    return Stream.concat(
            design.problems().stream(),
            new OnPremProvider().validate(design, target(field)).stream())
        .filter(Diagnostic::isError)
        .toList();
  }

  private static InventoryHost host(Map<String, String> said) {
    return new InventoryHost(
        said.getOrDefault("name", "n1"),
        said.getOrDefault("address", "198.18.0.1"),
        said.getOrDefault("serial", "SN1"),
        said.getOrDefault("rack", "r1"),
        1,
        said.get("mac"),
        said.getOrDefault("bmc", "198.19.0.1"),
        HostState.IN_SERVICE,
        new SourceLine("a.csv", 2));
  }

  private static void fleet(BareMetalFleetBuilder fleet, Map<String, String> row) {
    InventoryHost other =
        host(Map.of("name", "n2", "address", "198.18.0.2", "serial", "SN2", "bmc", "198.19.0.2"));
    fleet
        .inventory(new Inventory("a.csv", List.of(host(row), inSlot(other))))
        .processors(2, 48, 2)
        .memory(gib(1900))
        .gpusPerHost(8, Gpu.H100_SXM)
        .release("2026.11", r -> r.nodeExporter("1.5.0-1"));
  }

  private static InventoryHost inSlot(InventoryHost host) {
    return new InventoryHost(
        host.name(),
        host.address(),
        host.serial(),
        "r2",
        2,
        null,
        host.bmc(),
        host.state(),
        new SourceLine("a.csv", 3));
  }

  private static Map.Entry<String, Field> row(String field, String benign) {
    return entry(
        "InventoryHost." + field,
        new Field(
            benign,
            SITE,
            (site, text) -> {
              BareMetalFleet fleet = site.bareMetalFleet("h", f -> fleet(f, Map.of(field, text)));
              site.slurmCluster(
                  "s", s -> s.controller(head(site)).partition("all", p -> p.of(fleet)));
              site.monitoring("m", m -> m.of(fleet));
            }));
  }

  private static Map.Entry<String, Field> fleet(
      String name, String benign, BiConsumer<BareMetalFleetBuilder, String> change) {
    return entry(
        name,
        new Field(
            benign,
            SITE,
            (site, text) ->
                site.bareMetalFleet(
                    "h",
                    f -> {
                      fleet(f, Map.of());
                      change.accept(f, text);
                    })));
  }

  private static Map.Entry<String, Field> software(
      String name, String benign, BiConsumer<HostSoftwareBuilder, String> change) {
    return fleet(name, benign, (f, text) -> f.release("2026.11", r -> change.accept(r, text)));
  }

  /** Of a Slurm cluster. */
  private static BareMetalFleet head(SiteBlueprint site) {
    InventoryHost one =
        new InventoryHost(
            "head",
            "198.18.0.9",
            "S9",
            "r9",
            9,
            null,
            null,
            HostState.IN_SERVICE,
            new SourceLine("head.csv", 2));
    return site.bareMetalFleet(
        "head",
        f -> f.inventory(new Inventory("head.csv", List.of(one))).release("2026.11", r -> {}));
  }

  private static Map.Entry<String, Field> slurm(
      String name, String benign, BiConsumer<SlurmClusterBuilder, String> change) {
    return entry(
        name,
        new Field(
            benign,
            SITE,
            (site, text) -> {
              BareMetalFleet fleet = site.bareMetalFleet("h", f -> fleet(f, Map.of()));
              site.slurmCluster(
                  "s",
                  s -> {
                    s.controller(head(site)).partition("all", p -> p.of(fleet));
                    change.accept(s, text);
                  });
            }));
  }

  private static Map.Entry<String, Field> monitoring(String name, String benign, boolean runs) {
    return entry(
        name,
        new Field(
            benign,
            SITE,
            (site, text) -> {
              BareMetalFleet fleet = site.bareMetalFleet("h", f -> fleet(f, Map.of()));
              site.monitoring(
                  "m",
                  m -> {
                    m.of(fleet);
                    if (runs) {
                      m.runsOn(fleet, text);
                    } else {
                      m.alertmanager(text);
                    }
                  });
            }));
  }

  /** On the same site as machines, whose engine makes them too. */
  private static Map.Entry<String, Field> hyperV(
      String name, String benign, BiConsumer<HyperVBuilder, String> change) {
    return entry(
        name,
        new Field(
            benign,
            SITE,
            (site, text) ->
                site.vmFleet(
                    "v",
                    f ->
                        f.memory(gib(4))
                            .hyperV(
                                h -> {
                                  h.hosts("hv1").folder("D:\\VMs").template("D:\\t.vhdx");
                                  h.virtualSwitch("lan");
                                  change.accept(h, text);
                                }))));
  }

  private static Map.Entry<String, Field> vm(
      String name, String benign, BiConsumer<VmFleetBuilder, String> change) {
    return entry(
        name,
        new Field(
            benign,
            VMS,
            (site, text) ->
                site.vmFleet(
                    "v",
                    f -> {
                      f.memory(gib(4));
                      change.accept(f, text);
                    })));
  }
}
