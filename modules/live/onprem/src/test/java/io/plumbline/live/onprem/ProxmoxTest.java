package io.plumbline.live.onprem;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Verdict;
import io.plumbline.testkit.live.TlsServer;
import io.plumbline.testkit.live.TlsServer.Reply;
import io.plumbline.testkit.live.TlsServer.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Virtual machines of Proxmox VE, held against a server that answers as its API does: text for most
 * of a configuration, percent-encoded keys, no row for what the token may not see.
 */
final class ProxmoxTest {
  private static final String TOKEN = "drift@pve!check=00000000-1111-2222-3333-444444444444";
  private static final String LIST = "/cluster/resources?type=vm";
  private static final String FIRST = "/nodes/pve1/qemu/101/config?current=1";
  private static final String SECOND = "/nodes/pve2/qemu/102/config?current=1";
  private static final String RIGHTS = "/access/permissions?path=/vms";

  @TempDir static Path folder;

  private static final Map<String, Reply> REPLIES = new ConcurrentHashMap<>();
  private static TlsServer server;

  @BeforeAll
  static void start() {
    server = new TlsServer(folder, ProxmoxTest::answer);
  }

  @BeforeEach
  void describe() throws Exception {
    REPLIES.clear();
    Files.writeString(folder.resolve("token"), TOKEN + "\n");
    says(LIST, list(row("prod-fleet-vm-1", 101, "pve1"), row("prod-fleet-vm-2", 102, "pve2")));
    says(RIGHTS, "{\"/vms\": {\"VM.Audit\": 1}}");
    says(FIRST, configuration(Map.of()));
    says(SECOND, configuration(Map.of()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Reply answer(Request request) {
    if (!("PVEAPIToken=" + TOKEN).equals(request.header("Authorization"))) {
      return Reply.of(401, "");
    }
    String path = request.path().replaceFirst("^/api2/json", "");
    return REPLIES.getOrDefault(path, Reply.of(501, "{\"data\": null}"));
  }

  private void says(String path, String data) {
    REPLIES.put(path, Reply.of(200, "{\"data\": " + data + "}"));
  }

  private static String list(String... rows) {
    String template =
        "{\"id\": \"qemu/9000\", \"type\": \"qemu\", \"vmid\": 9000, \"node\": \"pve1\","
            + " \"name\": \"prod-fleet-vm-1\", \"status\": \"stopped\", \"template\": 1}";
    String container =
        "{\"id\": \"lxc/7\", \"type\": \"lxc\", \"vmid\": 7, \"node\": \"pve1\","
            + " \"name\": \"prod-fleet-vm-2\", \"status\": \"running\", \"template\": 0}";
    return "["
        + String.join(",", rows)
        + (rows.length == 0 ? "" : ",")
        + template
        + ","
        + container
        + "]";
  }

  private static String row(String name, int number, String node) {
    return """
    {"id": "qemu/%2$d", "type": "qemu", "vmid": %2$d, "node": "%3$s", "name": "%1$s",
     "status": "running", "template": 0, "maxcpu": 32, "uptime": 4711}\
    """
        .formatted(name, number, node);
  }

  /** As qm.conf(5) has it; an empty text takes a setting away. */
  private static String configuration(Map<String, String> changes) {
    Map<String, String> all = new TreeMap<>();
    all.put("name", "prod-fleet-vm-1");
    all.put("agent", "enabled=1,type=virtio");
    all.put("bios", "ovmf");
    all.put("boot", "order=scsi0");
    all.put("ciuser", "deploy");
    all.put("cores", "32");
    all.put("cpu", "cputype=host");
    all.put("description", "Managed by Plumbline: prod/fleet\\n");
    all.put("digest", "b6a1");
    all.put("efidisk0", "ceph-vm:vm-101-disk-1,efitype=4m,size=528K");
    all.put("hostpci0", "mapping=h100,pcie=1");
    all.put("hostpci1", "mapping=h100,pcie=1");
    all.put("ide2", "ceph-vm:vm-101-cloudinit,media=cdrom,size=4M");
    all.put("ipconfig0", "ip=dhcp");
    all.put("machine", "q35");
    all.put("memory", "262144");
    all.put("net0", "virtio=BC:24:11:2E:C5:1A,bridge=vmbr0,tag=120");
    all.put("onboot", "1");
    all.put("ostype", "l26");
    all.put("scsi0", "ceph-vm:vm-101-disk-0,discard=on,iothread=1,size=100G");
    all.put("scsi1", "ceph-vm:vm-101-disk-2,discard=on,iothread=1,size=1000G");
    all.put("scsihw", "virtio-scsi-single");
    all.put("sockets", "1");
    all.put("tags", "prod-fleet-vm;plumbline");
    all.put(
        "sshkeys",
        URLEncoder.encode(Checks.KEY + "\n", StandardCharsets.UTF_8).replace("+", "%20"));
    all.putAll(changes);
    all.values().removeIf(String::isEmpty);
    List<String> members =
        all.entrySet().stream()
            .map(
                each ->
                    each.getValue().matches("\\d+") && !each.getKey().equals("memory")
                        ? "\"%s\": %s".formatted(each.getKey(), each.getValue())
                        : "\"%s\": \"%s\"".formatted(each.getKey(), each.getValue()))
            .toList();
    return "{" + String.join(", ", members) + "}";
  }

  private DriftReport check(Map<String, String> more) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("proxmox.endpoint", "https://" + server.address() + "/");
    settings.put("proxmox.ca", server.certificate().toString());
    settings.put("proxmox.token-file", folder.resolve("token").toString());
    settings.put("timeout.connect", "2");
    settings.put("timeout.call", "3");
    settings.putAll(more);
    return Checks.run(
        settings,
        f ->
            f.proxmox(
                p ->
                    p.nodes("pve1", "pve2")
                        .storage("ceph-vm")
                        .template(9000, "pve1")
                        .vlan(120)
                        .gpus(2, "h100")));
  }

  @Test
  void areInSyncAsDescribedAndEachThingIsAskedOnce() {
    int before = server.requests().size();
    DriftReport report = check(Map.of());
    assertThat(Checks.lines(report)).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.IN_SYNC);
    assertThat(report.coverage().compared()).isGreaterThan(30);
    assertThat(server.requests().subList(before, server.requests().size()))
        .hasSize(3)
        .allMatch(request -> request.startsWith("GET "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cores    | 16                                           | changed vm/1 cpu/cores
          sockets  | 2                                            | changed vm/1 cpu/sockets
          cpu      | x86-64-v3                                    | changed vm/1 cpu/type
          memory   | 131072                                       | changed vm/1 memory/dedicated
          onboot   | 0                                            | changed vm/1 onBoot
          agent    | 0                                            | changed vm/1 agent/enabled
          bios     | seabios                                      | changed vm/1 bios
          machine  | ''                                           | changed vm/1 machine
          tags     | plumbline                                    | changed vm/1 tags
          ciuser   | mallory                                      | changed vm/1 initialization/userAccount/username
          sshkeys  | ssh-ed25519%20AAAA%20m                       | changed vm/1 initialization/userAccount/keys
          ipconfig0 | ip=192.0.2.1/24                             | changed vm/1 initialization/ipConfig/ipv4/address
          scsi0    | ceph-vm:vm-101-disk-0,discard=on,iothread=1,size=200G | changed vm/1 disk/0/size
          scsi0    | nfs:101/x.qcow2,discard=on,iothread=1,size=100G | changed vm/1 disk/0/datastoreId
          scsi1    | ceph-vm:vm-101-disk-2,iothread=1,size=1000G  | changed vm/1 disk/1/discard
          scsi2    | ceph-vm:vm-101-disk-3,size=1025M             | changed vm/1 disk
          net0     | virtio=BC:24:11:2E:C5:1A,bridge=vmbr0,tag=7  | changed vm/1 networkDevice/0/vlanId
          net0     | e1000=BC:24:11:2E:C5:1A,bridge=vmbr0,tag=120 | changed vm/1 networkDevice/0/model
          hostpci1 | ''                                           | changed vm/1 hostpci
          hostpci1 | 0000:c1:00,pcie=1                            | changed vm/1 hostpci/1/mapping
          """)
  void areFoundChanged(String setting, String value, String finding) {
    says(FIRST, configuration(Map.of(setting, value)));
    DriftReport report = check(Map.of());
    assertThat(report.verdict()).isEqualTo(Verdict.DRIFT);
    assertThat(Checks.lines(report)).anyMatch(line -> line.startsWith(finding));
    assertThat(Checks.lines(report)).allMatch(line -> line.startsWith("changed vm/1 "));
  }

  @Test
  void areFoundMovedStoppedDoubleAndGone() {
    says(LIST, list(row("prod-fleet-vm-1", 101, "pve1"), row("prod-fleet-vm-2", 102, "pve1")));
    says("/nodes/pve1/qemu/102/config?current=1", configuration(Map.of()));
    assertThat(Checks.lines(check(Map.of()))).containsExactly("changed vm/2 nodeName");

    String stopped = row("prod-fleet-vm-1", 101, "pve1").replace("running", "stopped");
    says(LIST, list(stopped, row("prod-fleet-vm-2", 102, "pve2")));
    assertThat(Checks.lines(check(Map.of()))).containsExactly("changed vm/1 started");

    String twin = row("prod-fleet-vm-1", 103, "pve1");
    says("/nodes/pve1/qemu/103/config?current=1", configuration(Map.of()));
    says(
        LIST, list(row("prod-fleet-vm-1", 101, "pve1"), twin, row("prod-fleet-vm-2", 102, "pve2")));
    isOpen(check(Map.of()), 1, "Ambiguous: several are called so: 101 on pve1, 103 on pve1");

    says(LIST, list(row("prod-fleet-vm-1", 101, "pve1")));
    assertThat(Checks.lines(check(Map.of()))).containsExactly("missing vm/2");
  }

  @Test
  void areNotGoneWhereTheTokenMayNotSeeThem() {
    says(LIST, list());
    says(RIGHTS, "{\"/vms\": {}}");
    isOpen(check(Map.of()), 2, "AccessDenied: it is not among the VMs that the token may see");
  }

  @Test
  void areNotGoneWhereTheirNodeDoesNotAnswer() {
    String nameless =
        "{\"id\": \"qemu/102\", \"type\": \"qemu\", \"vmid\": 102, \"node\": \"pve2\","
            + " \"status\": \"unknown\"}";
    says(LIST, list(row("prod-fleet-vm-1", 101, "pve1"), nameless));
    isOpen(check(Map.of()), 1, "NoAnswer: the cluster has VMs whose names it does not know");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          list   | 403 | ''           | 2 | AccessDenied: HTTP 403
          list   | 500 | ''           | 2 | Failed: HTTP 500
          list   | 302 | ''           | 2 | Failed: HTTP 302
          list   | 0   | ''           | 2 | Timeout: no answer within 3 s
          list   | 200 | <html>       | 2 | NotUnderstood: /cluster/resources
          list   | 200 | {"data": {}} | 2 | NotUnderstood: the list of VMs is none
          list   | 200 | {}           | 2 | has no data
          config | 403 | ''           | 1 | AccessDenied: HTTP 403
          config | 595 | ''           | 1 | NoAnswer: its node does not answer (HTTP 595)
          config | 0   | ''           | 1 | Timeout: no answer within 3 s
          config | 200 | {"data": []} | 1 | NotUnderstood: its configuration is no object
          """)
  void areOpenWhereTheyAreNotHeard(String what, int status, String body, int open, String words) {
    REPLIES.put(what.equals("list") ? LIST : SECOND, Reply.of(status, body));
    isOpen(check(Map.of()), open, words);
  }

  @Test
  void areOpenWhereNobodyIsBelievedOrReachedOrKnown() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    int before = server.requests().size();
    try (TlsServer stranger = new TlsServer(other, request -> Reply.of(200, ""))) {
      isOpen(
          check(Map.of("proxmox.ca", stranger.certificate().toString())),
          2,
          "NotTrusted: its certificate: ");
    }
    assertThat(server.requests()).hasSize(before);
    isOpen(check(Map.of("proxmox.endpoint", "https://127.0.0.1:1")), 2, "NoAnswer: ");
    isOpen(check(Map.of("proxmox.token-file", "/nowhere")), 2, "NoCredentials: /nowhere cannot");
    Files.writeString(folder.resolve("token"), "drift@pve!check=wrong\n");
    isOpen(check(Map.of()), 2, "AccessDenied: HTTP 401");
    Files.writeString(folder.resolve("token"), "drift@pve!check=w\u0000rong\n");
    isOpen(check(Map.of()), 2, "NoCredentials: the token is none");
  }

  private static void isOpen(DriftReport report, int machines, String words) {
    assertThat(report.verdict()).as(Checks.lines(report).toString()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(Checks.lines(report))
        .hasSize(machines)
        .allMatch(line -> line.startsWith("undetermined vm/") && line.contains(words));
    assertThat(report.toString()).doesNotContain("444444444444", "rong");
  }
}
