package io.plumbline.e2e.onprem;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.drift.DriftCheck;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Verdict;
import io.plumbline.drift.Expectation;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Rules;
import io.plumbline.dsl.HostBmcBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.e2e.harness.ProjectFolder;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.live.onprem.OnPremLiveSource;
import io.plumbline.model.BmcProtocol;
import io.plumbline.model.BootTarget;
import io.plumbline.model.HostState;
import io.plumbline.model.Inventory;
import io.plumbline.model.InventoryHost;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.onprem.OnPremProvider;
import io.plumbline.testkit.Describing;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of management controllers, held against such that are really asked. */
class ControllersIT {
  @TempDir static Path folder;

  private static Controllers controllers;

  @BeforeAll
  static void mountThem() throws Exception {
    controllers = new Controllers(folder);
  }

  @AfterAll
  static void end() throws Exception {
    controllers.close();
  }

  @Test
  void areInSyncAsTheyAreAndEachThingIsAskedOnce() {
    DriftReport report = check(Map.of());
    assertThat(MachineFleet.lines(report)).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.IN_SYNC);
    assertThat(report.coverage().resources()).isEqualTo(3);
    // Root, systems, system, options and four of them, manager; chassis, version, flags.
    assertThat(report.coverage().calls()).isEqualTo(2 * 9 + 3);
  }

  /** A change by hand of what Redfish says. */
  record Change(String what, String resource, String member, String json, String finding) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Change> changes() {
    String system = Controllers.SYSTEM;
    String option = system + "/BootOptions/";
    return Stream.of(
        new Change("off", system, "PowerState", "\"Off\"", "power"),
        new Change("BIOS", system, "BiosVersion", "\"2.20.0\"", "biosVersion"),
        new Change(
            "firmware", Controllers.MANAGER, "FirmwareVersion", "\"1.75\"", "firmwareVersion"),
        new Change("another machine", system, "SerialNumber", "\"SN-9\"", "serial"),
        new Change(
            "order",
            system,
            "Boot",
            boot("[\"Boot0003\", \"Boot0001\"]", "Disabled", "None"),
            "bootOrder/first"),
        new Change(
            "only one left",
            system,
            "Boot",
            boot("[\"Boot0001\"]", "Disabled", "None"),
            "bootOrder/second"),
        new Change(
            "disk disabled", option + "Boot0001", "BootOptionEnabled", "false", "bootOrder/first"),
        new Change("armed once", system, "Boot", boot(ORDER, "Once", "Pxe"), "bootOverride"),
        new Change("always", system, "Boot", boot(ORDER, "Continuous", "Cd"), "bootOverride"));
  }

  private static final String ORDER = "[\"Boot0001\", \"Boot0002\", \"Boot0003\", \"Boot0004\"]";

  private static String boot(String order, String enabled, String target) {
    return "{\"BootOptions\": {\"@odata.id\": \"/redfish/v1/Systems/1/BootOptions\"},"
        + " \"BootOrder\": "
        + order
        + ", \"BootSourceOverrideEnabled\": \""
        + enabled
        + "\", \"BootSourceOverrideTarget\": \""
        + target
        + "\"}";
  }

  @ParameterizedTest
  @MethodSource("changes")
  void areChangedWhereSomebodyChangedThem(Change change) throws Exception {
    controllers.change(
        Controllers.SECOND, change.resource(), change.member(), JsonReader.read(change.json()));
    try {
      DriftReport report = check(Map.of());
      assertThat(report.verdict()).isEqualTo(Verdict.DRIFT);
      assertThat(MachineFleet.lines(report)).contains("changed redfish/n2/bmc " + change.finding());
      assertThat(MachineFleet.lines(report))
          .allMatch(line -> line.startsWith("changed redfish/n2"));
    } finally {
      controllers.reset(Controllers.SECOND);
    }
    assertThat(check(Map.of()).verdict()).isEqualTo(Verdict.IN_SYNC);
  }

  @Test
  void areChangedByIpmiToo() throws Exception {
    controllers.chassis("power", "0");
    assertThat(MachineFleet.lines(check(Map.of()))).containsExactly("changed ipmi/n3/bmc power");
    controllers.simulate("10", "secret");
    assertThat(MachineFleet.lines(check(Map.of())))
        .containsExactly("changed ipmi/n3/bmc firmwareVersion");
    controllers.simulate();
    assertThat(check(Map.of()).verdict()).isEqualTo(Verdict.IN_SYNC);
  }

  /** What the server does wrong, where, and what is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fault    | hang            | /redfish/v1/Systems   | Timeout: no answer within 4 s
          fault    | half            | /redfish/v1/Systems   | NoAnswer:
          fault    | status:503      | /redfish/v1           | Failed: HTTP 503
          fault    | status:302      | /redfish/v1/Systems   | Failed: HTTP 302
          fault    | body:[]         | /redfish/v1           | NotUnderstood: /redfish/v1/ is no JSON object
          fault    | body:{"Systems" | /redfish/v1           | NotUnderstood:
          fault    | body:{}         | /redfish/v1           | NotUnderstood: Systems leads nowhere
          fault    | body:{"Systems": {"@odata.id": "https://192.0.2.1/"}} | /redfish/v1 | a link leads to https
          fault    | status:404      | /redfish/v1/Systems/1 | NotFound: HTTP 404
          fault    | hang            | /redfish/v1/Managers/1 | Timeout: no answer within 4 s
          fault    | body:{"Members": [], "Members@odata.count": 4} | /redfish/v1/Systems/1/BootOptions | 0 of 4 members
          password | other           |                       | AccessDenied: HTTP 401
          """)
  void areUndeterminedWhereTheyAreNotHeard(String member, String value, String at, String words) {
    controllers.set(Controllers.SECOND, member, Value.text(value));
    if (at != null) {
      controllers.set(Controllers.SECOND, "fault_at", Value.text(at));
    }
    try {
      isUndetermined("redfish/n2/bmc", words, check(Map.of()));
    } finally {
      controllers.reset(Controllers.SECOND);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "expired, NotTrusted: its certificate: ",
    "elsewhere, NotTrusted: its certificate: No subject alternative names matching",
    "own, NotTrusted: its certificate: "
  })
  void areNotBelievedByAnyCertificate(String certificate, String words) throws Exception {
    controllers.start(Controllers.FIRST, certificate);
    try {
      isUndetermined("redfish/n1/bmc", words, check(Map.of()));
    } finally {
      controllers.start(Controllers.FIRST, Controllers.FIRST);
    }
  }

  @Test
  void areBelievedByTheirOwnCertificateWhereItIsKnown() throws Exception {
    Path both = controllers.file("both.pem");
    Files.writeString(
        both,
        Files.readString(controllers.file("ca.pem"))
            + Files.readString(controllers.file("own.crt")));
    controllers.start(Controllers.FIRST, "own");
    try {
      assertThat(check(Map.of("bmc.ca", both.toString())).verdict()).isEqualTo(Verdict.IN_SYNC);
    } finally {
      controllers.start(Controllers.FIRST, Controllers.FIRST);
    }
  }

  @Test
  void areUndeterminedWhereNobodyListens() throws Exception {
    controllers.stop(Controllers.FIRST);
    isUndetermined("redfish/n1/bmc", "NoAnswer: ", check(Map.of()));
    controllers.start(Controllers.FIRST, Controllers.FIRST);
    controllers.stop(Controllers.IPMI);
    isUndetermined("ipmi/n3/bmc", "NoAnswer: ", check(Map.of()));
    controllers.simulate("9", "other");
    isUndetermined("ipmi/n3/bmc", "AccessDenied: reader: > RAKP 2 HMAC", check(Map.of()));
    controllers.simulate();
    isUndetermined("ipmi/n3/bmc", "NoCommonCipher: ", check(Map.of("bmc.ipmi-cipher", "17")));
    assertThat(MachineFleet.lines(check(Map.of("bmc.ipmi-privilege", "user"))))
        .containsExactly("undetermined ipmi/n3/bmc bootOverride");
  }

  /** What scripts rely on: 0 in order, 2 drift, 3 too little was heard, 1 asked for wrongly. */
  @Test
  void sayHowACheckEndedByItsExitCode() throws Exception {
    ProjectFolder project = ProjectFolder.offline("controllers");
    Plumbline plumbline = new Plumbline(project);
    environment(project, "strict", "0%", 4);
    environment(project, "tolerant", "34%", 4);
    environment(project, "wrong", "0%", 0);
    ends(plumbline, "strict", 0);
    ends(plumbline, "wrong", 1);

    controllers.change(Controllers.SECOND, Controllers.SYSTEM, "PowerState", Value.text("Off"));
    ends(plumbline, "strict", 2);
    controllers.stop(Controllers.FIRST);
    ends(plumbline, "tolerant", 2);
    controllers.reset(Controllers.SECOND);
    ends(plumbline, "strict", 3);
    ends(plumbline, "tolerant", 0);
    controllers.stop(Controllers.SECOND);
    ends(plumbline, "tolerant", 3);
    controllers.start(Controllers.FIRST, Controllers.FIRST);
    controllers.start(Controllers.SECOND, Controllers.SECOND);
  }

  private static void ends(Plumbline plumbline, String environment, int exit) {
    Plumbline.Result result =
        plumbline.run("drift", "-e", environment, "-s", WatchedControllers.NAME);
    assertThat(result.exit()).as(result.toString()).isEqualTo(exit);
    assertThat(result.out() + result.err()).doesNotContain("secret");
  }

  /** Machines may all be silent; of controllers no more than this. */
  private static void environment(
      ProjectFolder project, String name, String controllersOpen, int call) throws Exception {
    Map<String, String> settings = controllers.settings();
    StringBuilder bmc = new StringBuilder();
    settings.forEach(
        (setting, value) -> {
          if (setting.startsWith("bmc.")) {
            bmc.append("      ").append(setting.substring(4)).append(": ");
            bmc.append(value.matches("3") ? "\"3\"" : value).append('\n');
          }
        });
    Files.writeString(
        project.home().resolve("environments/" + name + ".yaml"),
        """
        sites:
          hall:
            provider: onprem
            engine: ansible
            ssh: {port: 1}
            bmc:
        %s    timeout: {connect: 2, call: %d}
            state: local
        stacks:
          %s: {}
        tolerances:
          - {kind: host, undetermined: 100%%, reason: nobody has set them up}
          - {kind: bmc, undetermined: %s, reason: one network of them is moved}
        """
            .formatted(bmc, call, WatchedControllers.NAME, controllersOpen));
  }

  @Test
  void areReadPageByPage() {
    controllers.set(Controllers.FIRST, "page", Value.whole(1));
    DriftReport report = check(Map.of());
    controllers.reset(Controllers.FIRST);
    assertThat(report.verdict()).as(report.findings().toString()).isEqualTo(Verdict.IN_SYNC);
    assertThat(report.coverage().calls()).isEqualTo(2 * 9 + 3 + 3);
  }

  @Test
  void areNotAskedWithoutAPassword() {
    DriftReport report = check(Map.of("bmc.password-file", "/nowhere"));
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.findings()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(report.coverage().calls()).isZero();
    assertThat(report.findings().toString())
        .contains("NoCredentials: /nowhere cannot be read")
        .doesNotContain("secret");
  }

  private static void isUndetermined(String address, String words, DriftReport report) {
    assertThat(report.verdict()).as(report.findings().toString()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.findings())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each).isInstanceOf(Finding.Undetermined.class))
        .allSatisfy(each -> assertThat(each.subject().address()).isEqualTo(address))
        .anySatisfy(each -> assertThat(((Finding.Undetermined) each).reason()).contains(words));
    assertThat(report.findings().toString()).doesNotContain("secret");
  }

  private static DriftReport check(Map<String, String> more) {
    Map<String, String> settings = new TreeMap<>(controllers.settings());
    settings.putAll(more);
    Site site = new Site("hall", "onprem", "ansible", settings, null);
    Target target = new Target("test", "fleet", site);
    ResourceGraph all =
        new OnPremProvider().lower(Describing.on(site, ControllersIT::describe), target);
    ResourceGraph graph =
        new ResourceGraph(
            all.resources().stream().filter(each -> each.kind().id().equals("bmc")).toList());
    Expectation expected = new Expectation(target, graph, Dialect.ANSIBLE, Map.of(), "HEAD", graph);
    try (OnPremLiveSource source = new OnPremLiveSource(site)) {
      DriftCheck check = new DriftCheck(new OnPremProvider(), source, false);
      LocalDate today = LocalDate.of(2026, 11, 26);
      return DriftReport.of("test", List.of(check.run(expected)), Rules.none(today));
    }
  }

  static void describe(SiteBlueprint site) {
    fleet(
        site,
        "redfish",
        BmcProtocol.REDFISH,
        bmc ->
            bmc.poweredOn()
                .bootOrder(BootTarget.DISK, BootTarget.NETWORK)
                .firmware("1.74")
                .bios("2.19.1"),
        row("n1", Controllers.FIRST, HostState.IN_SERVICE),
        row("n2", Controllers.SECOND, HostState.IN_SERVICE),
        row("n9", "127.0.77.9", HostState.IN_REPAIR));
    fleet(
        site,
        "ipmi",
        BmcProtocol.IPMI,
        bmc -> bmc.poweredOn().noBootOverride().firmware("9.08"),
        row("n3", Controllers.IPMI, HostState.IN_SERVICE));
  }

  private static void fleet(
      SiteBlueprint site,
      String id,
      BmcProtocol protocol,
      Consumer<HostBmcBuilder> bmc,
      InventoryHost... rows) {
    site.bareMetalFleet(
        id,
        fleet ->
            fleet
                .inventory(new Inventory("hall.csv", List.of(rows)))
                .release("2026.11", r -> {})
                .bmc(protocol, bmc));
  }

  private static InventoryHost row(String name, String bmc, HostState state) {
    return new InventoryHost(
        name,
        "127.0.78." + name.substring(1),
        "SN-" + bmc,
        "r1",
        Integer.parseInt(name.substring(1)),
        null,
        bmc,
        state,
        new SourceLine("hall.csv", 2));
  }
}
