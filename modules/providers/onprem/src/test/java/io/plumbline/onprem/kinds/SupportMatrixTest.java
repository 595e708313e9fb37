package io.plumbline.onprem.kinds;

import static io.plumbline.testkit.golden.KindTables.cells;
import static io.plumbline.testkit.golden.KindTables.code;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import io.plumbline.kind.ResourceKind;
import io.plumbline.testkit.golden.KindTables;
import io.plumbline.testkit.golden.PageSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Writes the part of data centres in {@code docs/support-matrix.md} from the declarations: run with
 * -Dgolden.update.
 */
class SupportMatrixTest {
  private static final Path PAGE = Path.of("../../../docs/support-matrix.md");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:IT|Test))`");
  private static final List<Dialect> ENGINES = List.of(Dialect.TERRAFORM, Dialect.ANSIBLE);

  private static final String HEAD =
      """
      ## Data centre

      | component | Terraform | Ansible | Chef | compared live |
      |---|---|---|---|---|
      | bare-metal fleet | no | yes | packages, kernel parameters, files, services, groups, accounts and mounts | yes: by the machines themselves |
      | its management controllers | no | no: read and not set | no | yes: Redfish, IPMI |
      | Slurm cluster | no | yes | its files and services | yes: files and services at the machines, nodes at its controller |
      | monitoring | no | yes | its files and services | yes, where it runs on machines of a fleet |
      | networks, switches, fabrics of InfiniBand or Ethernet | no | no | no | of a machine's interfaces: up, and how fast |
      | VM fleet on Proxmox VE | yes | no | no | yes: by its API |
      | VM fleet on VMware vSphere | yes | no | no | yes: by its APIs |
      | VM fleet on Microsoft Hyper-V | no | yes | no | yes: by its hosts |

      | kind | written by | read by | attributes | verified |
      |---|---|---|---|---|
      """;

  private static final String MACHINES =
      "run on machines of a lab, read back and changed by hand: `MachinesIT`, `MachineFaultsIT`";

  private static final String VMS =
      "`ci/conformance` against the provider's schema; read from a server that answers as"
          + " documented: `%s`";

  private static final String LOOKED_UP =
      "`ci/conformance` against the provider's schema; read from a server that answers as"
          + " documented: `VsphereTest`";

  /** How each kind is verified; a test that is named is there. */
  private static final Map<String, String> VERIFIED =
      Map.ofEntries(
          entry(
              "bmc",
              "servers that speak Redfish by TLS, and OpenIPMI's simulator: `ControllersIT`"),
          entry("host", MACHINES),
          entry(
              "hyperv-vm",
              "linters and Microsoft's documents, on no Hyper-V: the role against hosts that a test"
                  + " plays (`HyperVIT`), the check against answers as documented (`HyperVTest`)"),
          entry("managed-file", MACHINES),
          entry("proxmox-vm", VMS.formatted("ProxmoxTest")),
          entry("site-file", "promtool: `PrometheusIT`"),
          entry("slurm-node", "the real slurmctld and slurmd: `SlurmIT`"),
          entry("slurm-node-in-repair", "the real slurmctld and slurmd: `SlurmIT`"),
          entry("vsphere-cluster", LOOKED_UP),
          entry("vsphere-datacenter", LOOKED_UP),
          entry("vsphere-datastore", LOOKED_UP),
          entry("vsphere-host", LOOKED_UP),
          entry("vsphere-network", LOOKED_UP),
          entry("vsphere-template", "`ci/conformance` against the provider's schema"),
          entry("vsphere-vm", VMS.formatted("VsphereTest")));

  private static final String NOTE =
      """

      No hypervisor is here: nothing was applied to one, and none was read but by its documentation.

      No GPU is here. In the lab `nvidia-smi`, `dmidecode` and `dmesg` are stand-ins that read a file, NVIDIA's driver is a package that
      writes one, and a restart is played: NVIDIA's own packages, ECC, MIG, InfiniBand and a real restart were never tried. Slurm was
      22.05.8, of Debian 12; no other version ran.

      Machines of the lab have Debian's packages. Packages by DNF 4 were installed and kept at their versions by hand, with the real
      programs, and are in no test; by DNF 5 they are installed, and not kept. Chef keeps them by apt alone.

      ### What cannot be said or read of a data centre

      | kind | attribute | where | why |
      |---|---|---|---|
      """;

  private static final String UNREAD =
      """

      ### Settings of a data centre that are not read

      | kind | not read |
      |---|---|
      """;

  @Test
  void isTheOneCommitted() {
    StringBuilder page = new StringBuilder(HEAD);
    OnPremKinds.ALL.forEach(kind -> page.append(row(kind)));
    page.append(NOTE);
    OnPremKinds.ALL.forEach(kind -> page.append(KindTables.gaps(kind, spoken(kind))));
    page.append(UNREAD);
    OnPremKinds.ALL.stream()
        .filter(kind -> !kind.notRead().isEmpty())
        .forEach(kind -> page.append(cells(kind.id(), String.join("; ", kind.notRead()))));
    PageSection.check(PAGE, "data centre", page.toString());
  }

  @Test
  void namesTestsThatAreThere() throws IOException {
    List<String> files;
    try (Stream<Path> all = Files.walk(Path.of("../.."))) {
      files = all.map(path -> path.getFileName().toString()).distinct().toList();
    }
    for (String how : VERIFIED.values()) {
      TEST.matcher(how)
          .results()
          .forEach(test -> assertThat(files).contains(test.group(1) + ".java"));
    }
  }

  private static List<Dialect> spoken(ResourceKind kind) {
    return Stream.of(Dialect.TERRAFORM, Dialect.ANSIBLE, Dialect.DATA_CENTRE)
        .filter(each -> each == Dialect.DATA_CENTRE || !kind.documents(each).isEmpty())
        .toList();
  }

  private static String row(ResourceKind kind) {
    String reads = KindTables.reads(kind);
    return cells(
        kind.id(),
        ENGINES.stream()
            .flatMap(engine -> kind.documents(engine).stream().map(each -> written(engine, each)))
            .collect(
                Collectors.collectingAndThen(
                    Collectors.joining(", "), all -> all.isEmpty() ? "nobody" : all)),
        reads.isEmpty() ? "compared at " + kind.comparedAt() : reads,
        Integer.toString(KindTables.leaves(kind.shape())),
        VERIFIED.getOrDefault(kind.id(), "not"));
  }

  private static String written(Dialect engine, Document document) {
    return engine == Dialect.TERRAFORM
        ? "Terraform: " + code(document.type())
        : "Ansible: " + document.type();
  }
}
