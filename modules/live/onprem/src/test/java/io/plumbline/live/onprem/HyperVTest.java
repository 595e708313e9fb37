package io.plumbline.live.onprem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.drift.DriftCheck;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Verdict;
import io.plumbline.drift.Expectation;
import io.plumbline.drift.Rules;
import io.plumbline.dsl.Words;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Lens;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.onprem.OnPremProvider;
import io.plumbline.onprem.kinds.HyperVVm;
import io.plumbline.spi.LiveSource;
import io.plumbline.testkit.Describing;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Virtual machines of Hyper-V, held against hosts that answer what the script writes of objects as
 * Microsoft documents them (module Hyper-V, Windows Server 2025, read 2026-11-26). No Hyper-V is
 * here.
 */
final class HyperVTest {
  private static final Site SITE = new Site("hall", "onprem", "ansible", Map.of(), null);
  private static final Target TARGET = new Target("prod", "fleet", SITE);
  private static final String GPU = "PCIROOT(20)#PCI(0300)#PCI(0000)";

  private static final ResourceGraph GRAPH =
      new OnPremProvider()
          .lower(
              Describing.on(
                  SITE,
                  site ->
                      site.vmFleet(
                          "vm",
                          f ->
                              f.count(2)
                                  .cpus(32)
                                  .memory(Words.gib(256))
                                  .dataDisk(Words.gib(1000))
                                  .hyperV(
                                      h ->
                                          h.hosts("hv1", "hv2")
                                              .folder("D:\\VMs")
                                              .template("D:\\a.vhdx")
                                              .virtualSwitch("training")
                                              .vlan(120)
                                              .gpus(1, Words.gib(80), GPU)))),
              TARGET);

  /** What each host answers; one that is not there does not. */
  private final Map<String, List<Obj>> hosts = new TreeMap<>();

  private final Map<String, String> texts = new TreeMap<>();

  @BeforeEach
  void describe() {
    for (int i = 1; i <= 2; i++) {
      hosts.put("hv" + i, new ArrayList<>(List.of(said("vm/" + i))));
    }
  }

  /** As the script says a machine that is as it should be. */
  private static Obj said(String address) {
    Obj attributes = GRAPH.get(address).attributes();
    Map<String, Value> document =
        new LinkedHashMap<>(
            Lens.encode(HyperVVm.KIND.shape(), attributes, Dialect.DATA_CENTRE).get("").members());
    document.remove("host");
    return new Obj(document);
  }

  private static Obj with(Obj vm, String member, Value value) {
    Map<String, Value> members = new LinkedHashMap<>(vm.members());
    members.put(member, value);
    return new Obj(members);
  }

  /** Answers in place of SSH. */
  private final class Hosts implements LiveSource {
    @Override
    public Answer call(String operation, List<String> keys) {
      List<Obj> items = new ArrayList<>();
      Map<String, Failure> failures = new LinkedHashMap<>();
      for (String host : keys) {
        try {
          String text = texts.get(host);
          if (text == null && hosts.get(host) == null) {
            throw new UnheardException("NoAnswer: ssh: connect to host " + host + " port 22");
          }
          String said =
              text == null
                  ? JsonWriter.compact(Value.object("vms", Value.list(hosts.get(host))))
                  : text;
          items.add(new HyperVMachines().read(said, host));
        } catch (UnheardException e) {
          failures.put(host, new Failure(operation, e.why()));
        }
      }
      return new Answer(items, failures, keys.size());
    }

    @Override
    public Map<String, String> constants() {
      return Map.of();
    }

    @Override
    public void close() {}
  }

  private DriftReport check() {
    Expectation expected = new Expectation(TARGET, GRAPH, Dialect.ANSIBLE, Map.of(), "HEAD", GRAPH);
    DriftCheck check = new DriftCheck(new OnPremProvider(), new Hosts(), false);
    return DriftReport.of(
        "prod", List.of(check.run(expected)), Rules.none(LocalDate.of(2026, 11, 26)));
  }

  private List<String> lines() {
    return Checks.lines(check());
  }

  private void changed(String member, Value value) {
    hosts.get("hv1").set(0, with(said("vm/1"), member, value));
  }

  @Test
  void findsMachinesAsTheyWereDescribed() {
    DriftReport report = check();
    assertThat(report.verdict()).isEqualTo(Verdict.IN_SYNC);
    assertThat(report.complete()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "state, Off",
    "secureBoot, Off",
    "startAction, Nothing",
    "stopAction, Save",
    "virtualSwitch, Default Switch",
    "mac, 00155D0A0001"
  })
  void findsAChangedWord(String attribute, String text) {
    changed(attribute, Value.text(text));
    assertThat(lines()).containsExactly("changed vm/1 " + attribute);
  }

  @ParameterizedTest
  @CsvSource({
    "generation, 1",
    "cpus, 16",
    "memory, 1024",
    "adapters, 2",
    "vlan, -1",
    "gpuPartitions, 1",
    "lowMmio, 128",
    "highMmio, 512"
  })
  void findsAChangedNumber(String attribute, long number) {
    changed(attribute, Value.whole(number));
    assertThat(lines()).containsExactly("changed vm/1 " + attribute);
  }

  @Test
  void findsGpusThatWereTakenAwayOrChanged() {
    changed("gpus", Value.list(List.of()));
    assertThat(lines()).singleElement().asString().startsWith("changed vm/1 gpus");
    changed("gpus", Value.texts(List.of("PCIROOT(40)#PCI(0300)#PCI(0000)")));
    assertThat(lines()).anySatisfy(line -> assertThat(line).startsWith("changed vm/1 gpus"));
  }

  @Test
  void findsMemoryThatMovesAndDisksThatAreGone() {
    changed("dynamicMemory", Value.flag(true));
    assertThat(lines()).containsExactly("changed vm/1 dynamicMemory");
    changed("disks", Value.list(List.of()));
    assertThat(lines()).allMatch(line -> line.startsWith("changed vm/1 disks")).isNotEmpty();
  }

  @Test
  void missesAMachineThatIsNotThere() {
    hosts.get("hv2").clear();
    assertThat(lines()).containsExactly("missing vm/2");
  }

  @Test
  void followsAMachineToAnotherHostByItsMark() {
    hosts.get("hv1").add(hosts.get("hv2").removeFirst());
    assertThat(lines()).containsExactly("changed vm/2 host");
  }

  @Test
  void knowsAMachineByItsNameWhereItsMarkIsLost() {
    changed("tags", Value.object());
    assertThat(lines()).isNotEmpty().allMatch(line -> line.startsWith("changed vm/1 tags"));
  }

  @Test
  void findsWhatCarriesOurMarkAndLeavesOthersAlone() {
    Obj left = with(said("vm/1"), "name", Value.text("prod-fleet-vm-9"));
    Value tags =
        Value.object(
            "plumbline:environment", Value.text("prod"),
            "plumbline:stack", Value.text("fleet"),
            "plumbline:id", Value.text("vm/9"));
    hosts.get("hv1").add(with(left, "tags", tags));
    hosts.get("hv1").add(with(with(left, "tags", Value.object()), "name", Value.text("dc01")));
    assertThat(lines()).singleElement().asString().startsWith("unmanaged");
  }

  @Test
  void saysOfEachMachineOfASilentHostThatItIsNotKnown() {
    hosts.remove("hv2");
    assertThat(lines())
        .singleElement()
        .asString()
        .startsWith("undetermined vm/2")
        .contains("NoAnswer: ssh: connect to host hv2 port 22");
    assertThat(check().verdict()).isEqualTo(Verdict.INCOMPLETE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"failure": "AccessDenied: hv2\\\\reader is no member of Hyper-V Administrators"} | AccessDenied: hv2\\reader is no member
          {"failure": "The term 'Get-VM' is not recognized"}                              | Failed: The term 'Get-VM' is not recognized
          {"vms": [{"state": "Running"}]}                                                 | NotUnderstood: a virtual machine without a name
          {"vms": 7}                                                                      | NotUnderstood: the answer has no list
          Welcome to hv2                                                                  | NotUnderstood:
          ''                                                                              | NotUnderstood:
          """)
  void neverTakesAnAnswerThatIsNoneForOne(String answer, String why) {
    texts.put("hv2", answer);
    assertThat(lines()).singleElement().asString().startsWith("undetermined vm/2").contains(why);
  }

  @Test
  void saysWhatAHostCouldNotReadOfAMachine() {
    Obj unread =
        Value.object(
            "name", said("vm/1").get("name"),
            "tags", said("vm/1").get("tags"),
            "unread", Value.text("The file D:\\VMs\\x is locked"));
    hosts.get("hv1").set(0, unread);
    assertThat(lines())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("undetermined vm/1"))
        .anySatisfy(line -> assertThat(line).contains("the host cannot say it: The file D:"));
  }

  /** Windows' own shell takes 8191 characters a line; none of these means anything to a shell. */
  @Test
  void sendsAScriptThatEveryShellOfWindowsTakes() {
    List<String> words = new HyperVMachines().words();
    assertThat(String.join(" ", words)).hasSizeLessThan(8000).matches("[A-Za-z0-9 .+/=-]+");
    String script =
        new String(Base64.getDecoder().decode(words.getLast()), StandardCharsets.UTF_16LE);
    assertThat(script).isEqualTo(HyperVMachines.script()).contains("Get-VM ", "ConvertTo-Json");
    assertThat(script.lines()).noneMatch(line -> line.startsWith("#"));
    assertThat(script).doesNotContainPattern("(Set|New|Add|Remove|Start|Stop)-VM");
  }

  @Test
  void logsInAsTheSiteSaysOfHyperV() {
    Site site =
        new Site(
            "hall",
            "onprem",
            "ansible",
            Map.of("ssh.user", "deploy", "hyperv.user", "CORP\\drift", "hyperv.port", "2222"),
            null);
    assertThat(Ssh.ofHyperV(site).command("hv1", new HyperVMachines().words()))
        .containsSubsequence("-p", "2222")
        .containsSubsequence("-l", "CORP\\drift", "--", "hv1", "powershell.exe")
        .doesNotContain("sudo", "deploy");
    assertThat(Ssh.ofHyperV(SshTest.site("ssh.user", "deploy", "ssh.port", "22")).options())
        .containsSubsequence("-p", "22", "-l", "deploy");
    assertThatThrownBy(() -> Ssh.ofHyperV(SshTest.site("hyperv.user", "-oProxyCommand=reboot")))
        .hasMessageContaining("hyperv.user");
  }
}
