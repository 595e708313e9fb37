package io.plumbline.e2e.onprem;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.drift.DriftCheck;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Expectation;
import io.plumbline.drift.Rules;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.SlurmClusterBuilder;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.live.onprem.OnPremLiveSource;
import io.plumbline.model.BareMetalFleet;
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
import io.plumbline.unit.DataSize;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Slurm over the machines of a lab, which all run systemd: the first controls it, the others have
 * eight GPUs each and one of them may be down at a time.
 */
final class SlurmFleet {
  static final String FROM = "570.124.06";
  static final String TO = "575.57.08";

  private final HostLab lab;
  private Set<String> inRepair = Set.of();

  SlurmFleet(HostLab lab) {
    this.lab = lab;
  }

  LabHost controller() {
    return lab.hosts().getFirst();
  }

  List<LabHost> workers() {
    return lab.hosts().subList(1, lab.hosts().size());
  }

  Site site() {
    Map<String, String> settings =
        Map.of("ssh.config", lab.sshConfig().toString(), "ssh.user", "root", "timeout.call", "60");
    return new Site("hall", "onprem", "ansible", settings, null);
  }

  /** From now on, these are in repair, and no others. */
  void inRepair(String... names) {
    inRepair = Set.of(names);
  }

  ResourceGraph graph(String driver) {
    return graph(driver, slurm -> {});
  }

  /** With more, or something else, said of Slurm. */
  ResourceGraph graph(String driver, Consumer<SlurmClusterBuilder> more) {
    Site site = site();
    return new OnPremProvider()
        .lower(Describing.on(site, at -> describe(at, driver, more)), target());
  }

  private Target target() {
    return new Target("test", "fleet", site());
  }

  private void describe(SiteBlueprint site, String driver, Consumer<SlurmClusterBuilder> more) {
    String hosts =
        lab.hosts().stream()
            .map(host -> host.address() + " " + host.name() + "\n")
            .collect(Collectors.joining("", "127.0.0.1 localhost\n", ""));
    BareMetalFleet control =
        site.bareMetalFleet(
            "control",
            fleet ->
                fleet
                    .inventory(inventory(lab.hosts().subList(0, 1)))
                    .release("2026.11", release -> {})
                    .file("/etc/hosts", hosts));
    BareMetalFleet training =
        site.bareMetalFleet(
            "training",
            fleet ->
                fleet
                    .inventory(inventory(workers()))
                    .rolling(1)
                    .processors(
                        number("SocketsPerBoard"),
                        number("CoresPerSocket"),
                        number("ThreadsPerCore"))
                    .memory(DataSize.gib(1))
                    .gpusPerHost(8, Gpu.H100_SXM)
                    .release("2026.11", release -> release.driver(driver))
                    .file("/etc/hosts", hosts));
    site.slurmCluster(
        "slurm",
        slurm ->
            more.accept(
                slurm
                    .controller(control)
                    .packages(installed("slurm-client"), installed("munge"))
                    .partition("train", partition -> partition.of(training).byDefault())
                    // What the machines of a lab do not have: control groups of their own.
                    .setting("ProctrackType", "proctrack/linuxproc")
                    .setting("TaskPlugin", "task/none")
                    // What became of jobs is asked at the end.
                    .setting("MinJobAge", "3600")));
  }

  /** Machines of a lab have what this one has. */
  private String installed(String name) {
    return controller().run("dpkg-query -W -f='${Version}' " + name);
  }

  /** What slurmd itself finds the machines to have. */
  private int number(String what) {
    String said = controller().run("slurmd -C");
    return Integer.parseInt(said.replaceAll("(?s).*" + what + "=(\\d+).*", "$1"));
  }

  private Inventory inventory(List<LabHost> hosts) {
    return new Inventory("hosts.csv", hosts.stream().map(this::row).toList());
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
        inRepair.contains(host.name()) ? HostState.IN_REPAIR : HostState.IN_SERVICE,
        new SourceLine("hosts.csv", number + 1));
  }

  DriftReport check(String driver) {
    ResourceGraph graph = graph(driver);
    Expectation expected =
        new Expectation(target(), graph, Dialect.ANSIBLE, Map.of(), "HEAD", graph);
    try (OnPremLiveSource source = new OnPremLiveSource(site())) {
      DriftCheck check = new DriftCheck(new OnPremProvider(), source, false);
      LocalDate today = LocalDate.of(2026, 11, 26);
      return DriftReport.of("test", List.of(check.run(expected)), Rules.none(today));
    }
  }
}
