package io.plumbline.onprem.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.dsl.BareMetalFleetBuilder;
import io.plumbline.dsl.HostBmcBuilder;
import io.plumbline.dsl.HostInstallBuilder;
import io.plumbline.dsl.HostSoftwareBuilder;
import io.plumbline.dsl.MonitoringBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.SlurmClusterBuilder;
import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.BmcProtocol;
import io.plumbline.model.BootTarget;
import io.plumbline.model.Design;
import io.plumbline.model.Gpu;
import io.plumbline.model.HostState;
import io.plumbline.model.Inventory;
import io.plumbline.model.InventoryHost;
import io.plumbline.model.RaidLevel;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.onprem.OnPremProvider;
import io.plumbline.rule.DesignChecks;
import io.plumbline.rule.Rule;
import io.plumbline.testkit.Describing;
import io.plumbline.unit.DataSize;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule of fleets, by one that is wrong in that one thing: its code is said, and no other. */
final class WrongFleetsTest {
  private static final Site SITE =
      new Site(
          "rack",
          "onprem",
          "ansible",
          Map.of("bmc.user", "reader", "bmc.password-variable", "BMC_PASSWORD"),
          null);

  /** Of the right form; nobody has its other half. */
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUm ann@desk";

  private static final String DIGEST = "sha256:" + "0f".repeat(32);

  private static final String PINNED = "torch==2.5.1 --hash=" + DIGEST + "\n";

  record Wrong(String code, String what, Consumer<SiteBlueprint> body) {
    @Override
    public String toString() {
      return code + ": " + what;
    }
  }

  static Stream<Wrong> designs() {
    return Stream.of(
        fleet("PLB-FLEET-001", "racks", f -> f.racks(3)),
        fleet("PLB-FLEET-001", "machines in a rack", f -> f.hostsPerRack(2)),
        row("name", "Node 1", "198.18.0.9", "SN9", "r1"),
        row("group", "all", "198.18.0.9", "SN9", "r1"),
        row("address", "n9", "198.18.0.9 -o x", "SN9", "r1"),
        row("serial number", "n9", "198.18.0.9", "SN\n9", "r1"),
        row("rack", "n9", "198.18.0.9", "SN9", "r1\nSlurmUser=root"),
        slurmText("partition", s -> s.partition("a b", p -> {})),
        slurmText("setting", s -> s.setting("Prolog=/x\nEpilog", "/y")),
        slurmText("line end", s -> s.setting("Prolog", "/x\nSlurmUser=root")),
        slurmText("comment", s -> s.setting("Prolog", "/x # y")),
        new Wrong(
            "PLB-FLEET-002",
            "one machine twice",
            site -> {
              fleet(site, f -> {});
              site.bareMetalFleet("b", f -> right(f));
            }),
        fleet("PLB-FLEET-003", "relative path", f -> f.file("etc/motd", "x")),
        fleet("PLB-FLEET-003", "path out of itself", f -> f.file("/etc/../opt/x", "x")),
        fleet("PLB-FLEET-003", "line end", f -> f.file("/etc/a\nb", "x")),
        fleet("PLB-FLEET-003", "own folder", f -> f.file("/etc/plumbline/watched.json", "x")),
        fleet("PLB-FLEET-003", "script", f -> f.file("/usr/local/libexec/plumbline-facts", "x")),
        fleet("PLB-FLEET-003", "twice", f -> f.file("/etc/a", "x").file("/etc/a", "y")),
        fleet("PLB-FLEET-003", "set-uid", f -> f.file("/etc/a", Value.text("x"), "4755")),
        fleet("PLB-FLEET-003", "no text", f -> f.file("/etc/a", Value.whole(1), "0644")),
        fleet("PLB-FLEET-004", "relative mount", f -> f.mount("data", "nfs:/x", "ceph")),
        fleet("PLB-FLEET-004", "over the system", f -> f.mount("/etc", "nfs:/x", "ceph")),
        fleet("PLB-FLEET-004", "blank", f -> f.mount("/data", "nfs:/a b", "ceph")),
        fleet("PLB-FLEET-004", "two options", f -> f.mount("/data", "nfs:/a", "ceph", "ro,bg")),
        fleet(
            "PLB-FLEET-004",
            "twice",
            f -> f.mount("/d", "n:/a", "ceph").mount("/d", "n:/b", "ceph")),
        fleet("PLB-FLEET-005", "capitals", f -> f.account("Ann", 2000, a -> {})),
        fleet("PLB-FLEET-005", "root", f -> f.account("root", 2000, a -> {})),
        fleet("PLB-FLEET-005", "low number", f -> f.account("eve", 999, a -> {})),
        fleet("PLB-FLEET-005", "high number", f -> f.account("eve", 60_000, a -> {})),
        fleet(
            "PLB-FLEET-005",
            "number twice",
            f -> f.account("eve", 2010, a -> {}).account("mal", 2010, a -> {})),
        fleet("PLB-FLEET-005", "group", f -> f.account("eve", 2010, a -> a.groups("a:b"))),
        fleet("PLB-FLEET-011", "capitals", f -> f.group("Research", 3000)),
        fleet("PLB-FLEET-011", "the system's", f -> f.group("video", 3000)),
        fleet("PLB-FLEET-011", "low number", f -> f.group("research", 100)),
        fleet("PLB-FLEET-011", "own number", f -> f.account("eve", 2010, a -> a.gid(60_000))),
        fleet("PLB-FLEET-011", "twice", f -> f.group("research", 3000).group("research", 3001)),
        fleet("PLB-FLEET-011", "number twice", f -> f.group("a", 3000).group("b", 3000)),
        fleet(
            "PLB-FLEET-011",
            "an account's number",
            f -> f.group("research", 2010).account("eve", 2010, a -> {})),
        fleet("PLB-FLEET-011", "an account's", f -> f.group("ann", 3000)),
        fleet("PLB-FLEET-006", "no key", f -> f.account("eve", 2010, a -> a.keys("hello"))),
        fleet(
            "PLB-FLEET-006",
            "two lines",
            f -> f.account("eve", 2010, a -> a.keys(KEY + "\n" + KEY))),
        fleet("PLB-FLEET-006", "key twice", f -> f.account("eve", 2010, a -> a.keys(KEY, KEY))),
        fleet(
            "PLB-FLEET-006",
            "another type than it says",
            f -> f.account("eve", 2010, a -> a.keys(KEY.replace("ssh-ed25519 ", "ssh-rsa ")))),
        fleet("PLB-FLEET-007", "name", f -> f.sysctl("swappiness", "1")),
        fleet("PLB-FLEET-007", "line end", f -> f.sysctl("vm.swappiness", "1\nkernel.panic=1")),
        fleet("PLB-FLEET-007", "blanks", f -> f.sysctl("net.ipv4.tcp_rmem", "1  2")),
        software("package", s -> s.pin("a b", "1")),
        software("version", s -> s.pin("docker-ce", "1; reboot")),
        software("unit", s -> s.services("docker.service")),
        software("driver", s -> s.driver("latest")),
        software("CUDA", s -> s.cuda("12")),
        fleet("PLB-FLEET-008", "link", f -> f.link("../eth0")),
        fleet("PLB-FLEET-009", "none down", f -> f.rolling(0)),
        tool("port", s -> s.nodeExporter("1.5.0-1", 70_000)),
        tool("one port for two", s -> s.nodeExporter("1.5.0-1", 9400).gpuExporter("4.1.3-1", "1")),
        tool("version", s -> s.containerToolkit("latest one")),
        tool("containerd", s -> s.docker("5:27.5.1-1", "")),
        tool("twice", s -> s.nodeExporter("1.5.0-1").nodeExporter("1.6.0-1", 9101)),
        tool("NCCL variable", s -> s.nccl("PATH", "/tmp")),
        tool("NCCL value", s -> s.nccl("NCCL_DEBUG", "INFO\nNCCL_X=1")),
        fleet(
            "PLB-DC-004",
            "package twice",
            f -> f.release("2026.11", s -> s.docker("5:27.5.1-1", "1.7").pin("docker-ce", "5:27"))),
        new Wrong(
            "PLB-DC-004",
            "package that Slurm brings",
            site -> {
              BareMetalFleet one = fleet(site, f -> f.release("1", r -> r.pin("munge", "0.5")));
              site.slurmCluster(
                  "slurm",
                  s ->
                      s.controller(head(site))
                          .packages("22.05.8-4", "0.5.15-2")
                          .partition("train", p -> p.of(one)));
            }),
        monitoring("nothing to ask", s -> {}, m -> {}),
        monitoring(
            "address", s -> s.nodeExporter("1.5.0-1"), m -> m.alertmanager("https://alerts")),
        bmc("BIOS by IPMI", BmcProtocol.IPMI, b -> b.bios("2.19.1")),
        bmc("order by IPMI", BmcProtocol.IPMI, b -> b.bootOrder(BootTarget.DISK)),
        bmc("one of several by IPMI", BmcProtocol.IPMI, b -> b.system("1")),
        bmc("firmware as IPMI never says it", BmcProtocol.IPMI, b -> b.firmware("1.7")),
        bmc("a path", BmcProtocol.REDFISH, b -> b.system("../1")),
        bmc("a line end", BmcProtocol.REDFISH, b -> b.bios("1\n2")),
        bmc(
            "a target twice",
            BmcProtocol.REDFISH,
            b -> b.bootOrder(BootTarget.DISK, BootTarget.DISK)),
        bmc("five targets", BmcProtocol.REDFISH, b -> b.bootOrder(BootTarget.values())),
        bmc(
            "an order that is overruled",
            BmcProtocol.REDFISH,
            b -> b.bootOrder(BootTarget.DISK).alwaysBoots(BootTarget.CD)),
        tool("environment in the system", s -> s.pythonEnvironment("/usr/lib/x", "3.12", PINNED)),
        tool("Python without a number", s -> s.pythonEnvironment("/opt/x", "python3", PINNED)),
        tool("nothing in an environment", s -> s.pythonEnvironment("/opt/x", "3.12", "# none\n")),
        tool("package without hash", s -> s.pythonEnvironment("/opt/x", "3.12", "torch==2.5.1")),
        tool("image without Docker", s -> s.containerImage("nvcr.io/nvidia/pytorch", DIGEST)),
        tool(
            "image by tag",
            s -> s.docker("5:27", "1.7").containerImage("nvcr.io/nvidia/pytorch", "24.12-py3")),
        fleet("PLB-FLEET-023", "NFS without client", f -> f.mount("/home", "nfs:/home", "nfs4")),
        install("address without scheme", i -> i.server("10.1.0.2/install")),
        install("image by name", i -> i.image("ubuntu-24.04.iso")),
        install("root", i -> i.administrator("root", KEY)),
        install("an account", i -> i.administrator("ann", KEY)),
        install("no key", i -> i.administrator("deploy")),
        install("system folder", i -> i.volume("/etc/x", "ext4", "/dev/nvme2n1")),
        install("file system", i -> i.volume("/scratch", "zfs", "/dev/nvme2n1")),
        install("no device", i -> i.volume("/scratch", "xfs", "nvme2n1")),
        install("a mount as well", i -> i.volume("/data", "xfs", "/dev/nvme2n1")),
        install("nothing left", i -> i.volume("/scratch", "xfs", "/dev/nvme1n1")),
        install("one disk for two", i -> i.volume("/a", "xfs", RaidLevel.RAID1, "/dev/nvme2n1")),
        install(
            "too small",
            i -> i.volume("/a", "xfs", DataSize.mib(10), RaidLevel.NONE, "/dev/nvme2n1")),
        new Wrong(
            "PLB-SLURM-002",
            "two controllers",
            site -> {
              BareMetalFleet two = fleet(site, f -> {});
              site.slurmCluster("slurm", s -> s.controller(two).partition("a", p -> p.of(two)));
            }),
        new Wrong(
            "PLB-SLURM-002",
            "nodes of no size",
            site ->
                site.slurmCluster(
                    "slurm", s -> s.controller(head(site)).partition("a", p -> p.of(bare(site))))),
        slurm("version", s -> s.packages("", "0.5.15-2")),
        slurm("path of a key", s -> s.mungeKey("/etc/munge.key")),
        slurm("QOS without accounting", s -> s.qos("urgent", q -> q.priority(1))),
        slurm("QOS of nobody", s -> s.accounting("dbd").qos("a", q -> q.preempts("b"))),
        slurm("GPUs", s -> s.accounting("dbd").qos("a", q -> q.gpusPerUser(0))),
        slurm("host of accounting", s -> s.accounting("dbd;x")),
        fleet("PLB-FLEET-021", "no bmc", f -> f.bmc(BmcProtocol.REDFISH, b -> b.poweredOn())));
  }

  private static Wrong fleet(String code, String what, Consumer<BareMetalFleetBuilder> change) {
    return new Wrong(code, what, site -> fleet(site, change));
  }

  private static Wrong tool(String what, Consumer<HostSoftwareBuilder> change) {
    return fleet("PLB-FLEET-010", what, f -> f.release("2026.11", change));
  }

  /** Two disks that start the machine, and one thing that is wrong beside them. */
  private static Wrong install(String what, Consumer<HostInstallBuilder> change) {
    return fleet(
        "PLB-FLEET-022",
        what,
        f ->
            f.install(
                i -> {
                  i.server("http://10.1.0.2/install")
                      .image(DIGEST.substring(7))
                      .administrator("deploy", KEY)
                      .volume("/", "ext4", RaidLevel.RAID1, "/dev/nvme0n1", "/dev/nvme1n1");
                  change.accept(i);
                }));
  }

  private static Wrong slurm(String what, Consumer<SlurmClusterBuilder> change) {
    return new Wrong(
        "PLB-SLURM-001",
        what,
        site -> {
          BareMetalFleet fleet = fleet(site, f -> {});
          site.slurmCluster(
              "slurm",
              s -> {
                s.controller(head(site)).partition("train", p -> p.of(fleet));
                change.accept(s);
              });
        });
  }

  private static Wrong monitoring(
      String what, Consumer<HostSoftwareBuilder> tools, Consumer<MonitoringBuilder> change) {
    return new Wrong(
        "PLB-MON-001",
        what,
        site ->
            site.monitoring(
                "metrics",
                m -> {
                  m.of(fleet(site, f -> f.release("2026.11", tools)));
                  change.accept(m);
                }));
  }

  private static Wrong bmc(String what, BmcProtocol protocol, Consumer<HostBmcBuilder> wish) {
    InventoryHost one =
        new InventoryHost(
            "n1",
            "198.18.0.1",
            "S1",
            "r1",
            1,
            null,
            "198.18.1.1",
            HostState.IN_SERVICE,
            new SourceLine("a.csv", 2));
    return fleet(
        "PLB-FLEET-020",
        what,
        f -> f.inventory(new Inventory("a.csv", List.of(one))).racks(1).bmc(protocol, wish));
  }

  private static Wrong software(String what, Consumer<HostSoftwareBuilder> change) {
    return fleet("PLB-FLEET-008", what, f -> f.release("2026.11", change));
  }

  private static BareMetalFleet fleet(SiteBlueprint site, Consumer<BareMetalFleetBuilder> change) {
    return site.bareMetalFleet(
        "a",
        f -> {
          right(f);
          change.accept(f);
        });
  }

  private static void right(BareMetalFleetBuilder fleet) {
    fleet
        .inventory(inventory("198.18.0.1"))
        .racks(2)
        .hostsPerRack(1)
        .rolling(1)
        .processors(2, 48, 2)
        .memory(DataSize.gib(1900))
        .gpusPerHost(8, Gpu.H100_SXM)
        .release(
            "2026.11",
            s ->
                s.kernel("6.8.0-50-generic")
                    .driver("570.124.06")
                    .cuda("12.8.1")
                    .pin("docker-ce", "5:27.5.1-1~ubuntu.22.04~jammy")
                    .services("docker", "nvidia-persistenced"))
        .sysctl("net.ipv4.tcp_rmem", "4096 87380 6291456")
        .mount("/data", "ceph01:/data", "ceph", "ro")
        .account("ann", 2001, a -> a.groups("docker").keys(KEY))
        .group("research", 3000)
        .account(
            "bob",
            2002,
            a -> a.gid(3001).groups("research").keys("from=\"10.0.0.0/8\",no-pty " + KEY))
        .file("/etc/motd", "hello\n")
        .link("ib0", 400_000);
  }

  /** Machines of which nothing is said but that they are there. */
  private static BareMetalFleet bare(SiteBlueprint site) {
    InventoryHost one = host("other", "198.18.0.8", "r8", 8);
    return site.bareMetalFleet(
        "other",
        f -> f.inventory(new Inventory("other.csv", List.of(one))).release("2026.11", r -> {}));
  }

  /** Of a Slurm cluster. */
  private static BareMetalFleet head(SiteBlueprint site) {
    InventoryHost one = host("head", "198.18.0.9", "r9", 9);
    return site.bareMetalFleet(
        "head",
        f -> f.inventory(new Inventory("head.csv", List.of(one))).release("2026.11", r -> {}));
  }

  private static Inventory inventory(String address) {
    return new Inventory(
        "a.csv", List.of(host("n1", address, "r1", 2), host("n2", "198.18.0.2", "r2", 3)));
  }

  private static InventoryHost host(String name, String address, String rack, int line) {
    return row(name, address, rack, line, HostState.IN_SERVICE);
  }

  private static InventoryHost row(
      String name, String address, String rack, int line, HostState state) {
    return new InventoryHost(
        name, address, "S" + line, rack, 1, null, null, state, new SourceLine("a.csv", line));
  }

  @ParameterizedTest
  @MethodSource("designs")
  void isCaughtByItsCodeAlone(Wrong wrong) {
    assertThat(problems("test", wrong.body()))
        .isNotEmpty()
        .allSatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo(wrong.code());
              assertThat(problem.detail()).contains("got ", "; allowed ");
              assertThat(problem.source().file()).endsWith("WrongFleetsTest.java");
            });
  }

  private static Wrong row(String what, String name, String address, String serial, String rack) {
    InventoryHost host =
        new InventoryHost(
            name,
            address,
            serial,
            rack,
            1,
            null,
            null,
            HostState.IN_SERVICE,
            new SourceLine("a.csv", 2));
    return fleet(
        "PLB-FLEET-030",
        what,
        f -> f.inventory(new Inventory("a.csv", List.of(host))).racks(1).hostsPerRack(1));
  }

  private static Wrong slurmText(String what, Consumer<SlurmClusterBuilder> change) {
    return new Wrong(
        "PLB-SLURM-010",
        what,
        site -> {
          BareMetalFleet fleet = fleet(site, f -> {});
          site.slurmCluster(
              "slurm",
              s -> {
                s.controller(head(site)).partition("all", p -> p.of(fleet));
                change.accept(s);
              });
        });
  }

  @Test
  void areRightButForThat() {
    assertThat(problems("sandbox", site -> fleet(site, f -> {}))).isEmpty();
  }

  /** What an inventory must have of a machine that is to be installed. */
  @ParameterizedTest
  @CsvSource({"false, got no mac", "true, got no bmc"})
  void refusesMachinesThatNothingStarts(boolean media, String said) {
    InventoryHost one = row("n1", "198.18.0.1", "r1", 2, HostState.INSTALL);
    List<Diagnostic> found =
        problems(
            "test",
            site ->
                fleet(
                    site,
                    f -> {
                      f.inventory(new Inventory("a.csv", List.of(one))).racks(1);
                      f.install(
                          i -> {
                            i.server("http://10.1.0.2").image(DIGEST.substring(7));
                            i.administrator("deploy", KEY).volume("/", "ext4", "/dev/nvme0n1");
                            if (media) {
                              i.byVirtualMedia();
                            }
                          });
                    }));
    assertThat(found)
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("PLB-FLEET-022"))
        .satisfies(problem -> assertThat(problem.detail()).contains(said, "a.csv:2"));
  }

  @Test
  void leaveNoRuleOut() {
    Set<String> codes =
        DesignChecks.ALL.stream()
            .map(check -> check.rule())
            .map(Rule::code)
            .filter(
                code ->
                    code.startsWith("PLB-FLEET-")
                        || code.startsWith("PLB-MON-")
                        || code.startsWith("PLB-SLURM-"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(codes).isNotEmpty();
    designs().map(Wrong::code).forEach(codes::remove);

    assertThat(codes).isEmpty();
  }

  @Test
  void neverRepeatsAPrivateKey() {
    String secret = "-----BEGIN OPENSSH PRIVATE KEY----- b3BlbnNzaC1rZXktdjE";
    assertThat(
            problems("test", site -> fleet(site, f -> f.account("eve", 2003, a -> a.keys(secret)))))
        .singleElement()
        .satisfies(problem -> assertThat(problem.detail()).contains("a private one"))
        .satisfies(problem -> assertThat(problem.toString()).doesNotContain("b3Blb", "BEGIN"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "198.20.0.1", "node.example.com", "localhost", "fe80::1"})
  void refusesMachinesOfASandboxThatMayBeReal(String address) {
    Consumer<SiteBlueprint> body = site -> fleet(site, f -> f.inventory(inventory(address)));
    assertThat(problems("test", body)).isEmpty();
    assertThat(problems("sandbox", body))
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("PLB-DC-003"))
        .satisfies(problem -> assertThat(problem.source()).isEqualTo(new SourceLine("a.csv", 2)))
        .satisfies(problem -> assertThat(problem.detail()).contains("got \"" + address + "\""));
  }

  /** What the site must say, so that controllers can be asked. */
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "bmc.user=reader, ''",
    "bmc.password-file=/a, ''",
    "bmc.user=reader bmc.password-file=/a bmc.password-variable=B, ''",
    "bmc.user=reader bmc.password-file=/a, override"
  })
  void refusesControllersThatNobodyMayAsk(String settings, String wish) {
    Map<String, String> said = new TreeMap<>();
    for (String each : settings.split(" ", -1)) {
      if (!each.isEmpty()) {
        said.put(each.split("=", -1)[0], each.split("=", -1)[1]);
      }
    }
    Consumer<SiteBlueprint> body =
        site ->
            fleet(
                site,
                f ->
                    f.bmc(
                        BmcProtocol.IPMI,
                        b -> {
                          if (!wish.isEmpty()) {
                            b.noBootOverride();
                          }
                        }));
    Site site = new Site("rack", "onprem", "ansible", said, null);
    assertThat(
            new OnPremProvider()
                .validate(Describing.on(site, body), new Target("test", "fleet", site)))
        .extracting(Diagnostic::code)
        .containsExactly("PLB-DC-020");
  }

  private static List<Diagnostic> problems(String environment, Consumer<SiteBlueprint> body) {
    Design design = Describing.on(SITE, body);
    return Stream.concat(
            design.problems().stream(),
            new OnPremProvider().validate(design, new Target(environment, "fleet", SITE)).stream())
        .toList();
  }
}
