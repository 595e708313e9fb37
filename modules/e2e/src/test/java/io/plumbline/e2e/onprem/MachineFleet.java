package io.plumbline.e2e.onprem;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.drift.DriftCheck;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Expectation;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Rules;
import io.plumbline.dsl.BareMetalFleetBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.live.onprem.OnPremLiveSource;
import io.plumbline.model.Gpu;
import io.plumbline.model.HostState;
import io.plumbline.model.Inventory;
import io.plumbline.model.InventoryHost;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.onprem.OnPremProvider;
import io.plumbline.testkit.Describing;
import io.plumbline.testkit.lab.HostLab;
import io.plumbline.testkit.lab.LabHost;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Two fleets that say all there is to say of machines: {@code training}, with services, where there
 * is systemd; {@code serving}, without, where there is not.
 */
final class MachineFleet {
  static final String KERNEL = System.getProperty("os.version");
  static final String DRIVER = "570.124.06";
  static final String CUDA = "12.8.1";
  static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0aHQ6Ly9leGFtcGxlLmNvbS9hZGEvbGFiL2tleS4x ada";
  static final String AGENT = "fleet-agent";

  private final HostLab lab;
  private final List<LabHost> hosts;
  private final String bash;
  private final Map<String, String> settings = new TreeMap<>();

  MachineFleet(HostLab lab) {
    this(lab, lab.hosts());
  }

  private MachineFleet(HostLab lab, List<LabHost> hosts) {
    this.lab = lab;
    this.hosts = hosts;
    this.bash = lab.hosts().getFirst().run("dpkg-query -W -f='${Version}' bash");
    settings.putAll(
        Map.of(
            "ssh.config", lab.sshConfig().toString(),
            "ssh.user", "root",
            "timeout.connect", "5",
            "timeout.call", "30"));
  }

  /** Of these machines alone. */
  MachineFleet of(String... names) {
    List<String> some = List.of(names);
    return new MachineFleet(
        lab, hosts.stream().filter(host -> some.contains(host.name())).toList());
  }

  Site site(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(settings);
    all.putAll(more);
    return new Site("hall", "onprem", "ansible", all, null);
  }

  ResourceGraph graph() {
    return graph(fleet -> {});
  }

  /** With more, or something else, said of both fleets. */
  ResourceGraph graph(Consumer<BareMetalFleetBuilder> more) {
    Site site = site(Map.of());
    return new OnPremProvider().lower(Describing.on(site, at -> describe(at, more)), target(site));
  }

  private static Target target(Site site) {
    return new Target("test", "fleet", site);
  }

  private void describe(SiteBlueprint site, Consumer<BareMetalFleetBuilder> more) {
    for (boolean systemd : List.of(true, false)) {
      site.bareMetalFleet(
          systemd ? "training" : "serving",
          fleet -> {
            fleet
                .inventory(inventory(systemd))
                .gpusPerHost(8, Gpu.H100_SXM)
                .release(
                    "2026.11",
                    release -> {
                      release.kernel(KERNEL).driver(DRIVER).cuda(CUDA).pin("bash", bash);
                      if (systemd) {
                        release.services(AGENT);
                      }
                    })
                .sysctl("net.core.somaxconn", "8192")
                .sysctl("net.ipv4.ip_local_port_range", "20000 60000")
                .mount("/scratch", "scratch", "tmpfs", "rw", "noexec")
                .group("research", 4100)
                .account("ada", 4001, ada -> ada.groups("video", "research").keys(KEY))
                .file("/etc/fleet.conf", "racks = 2\n")
                .link("eth0")
                .link("ib0", 10_000);
            more.accept(fleet);
          });
    }
  }

  private Inventory inventory(boolean systemd) {
    return new Inventory(
        "hosts.csv",
        hosts.stream().filter(each -> each.systemd() == systemd).map(this::row).toList());
  }

  private InventoryHost row(LabHost host) {
    int number = lab.hosts().indexOf(host) + 1;
    return new InventoryHost(
        host.name(),
        host.address(),
        "LAB-" + host.name().toUpperCase(Locale.ROOT),
        "r1",
        number,
        null,
        null,
        HostState.IN_SERVICE,
        new SourceLine("hosts.csv", number + 1));
  }

  DriftReport check() {
    return check(graph(), Map.of());
  }

  DriftReport check(ResourceGraph graph, Map<String, String> more) {
    Site site = site(more);
    Expectation expected =
        new Expectation(target(site), graph, Dialect.ANSIBLE, Map.of(), "HEAD", graph);
    try (OnPremLiveSource source = new OnPremLiveSource(site)) {
      DriftCheck check = new DriftCheck(new OnPremProvider(), source, false);
      LocalDate today = LocalDate.of(2026, 11, 26);
      return DriftReport.of("test", List.of(check.run(expected)), Rules.none(today));
    }
  }

  /** In one line each: {@code changed serving/node-3 gpus/count}. */
  static List<String> lines(DriftReport report) {
    return report.findings().stream().map(MachineFleet::line).toList();
  }

  private static String line(Finding finding) {
    String address = " " + finding.subject().address();
    return switch (finding) {
      case Finding.Missing missing -> "missing" + address;
      case Finding.Changed changed -> "changed" + address + " " + changed.attribute();
      case Finding.Unmanaged unmanaged -> "unmanaged" + address;
      case Finding.Duplicate duplicate -> "duplicate" + address;
      case Finding.Undetermined open when open.attribute() == null -> "undetermined" + address;
      case Finding.Undetermined open -> "undetermined" + address + " " + open.attribute();
    };
  }
}
