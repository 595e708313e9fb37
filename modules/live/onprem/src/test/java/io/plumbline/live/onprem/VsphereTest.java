package io.plumbline.live.onprem;

import static io.plumbline.dsl.Words.gib;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.drift.DriftReport;
import io.plumbline.drift.DriftReport.Verdict;
import io.plumbline.testkit.live.TlsServer;
import io.plumbline.testkit.live.TlsServer.Reply;
import io.plumbline.testkit.live.TlsServer.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
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
 * Virtual machines of vSphere, held against a server that answers as vCenter does: two APIs, each
 * with sessions of its own; names filtered by the query; references as objects with a type.
 */
final class VsphereTest {
  private static final String PASSWORD = "hunter2";
  private static final String VIM = "/sdk/vim25/8.0.1.0/";
  private static final String CONFIG = VIM + "VirtualMachine/vm-11/config";
  private static final String RUNTIME = VIM + "VirtualMachine/vm-11/runtime";
  private static final String ROLES = VIM + "Folder/group-d1/effectiveRole";

  private static final String PERMISSIONS = VIM + "Folder/group-d1/permission";

  @TempDir static Path folder;

  private static final Map<String, Reply> REPLIES = new ConcurrentHashMap<>();
  private static TlsServer server;

  @BeforeAll
  static void start() {
    server = new TlsServer(folder, VsphereTest::answer);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void describe() throws Exception {
    Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    REPLIES.clear();
    says(
        "/api/vcenter/vm",
        "[{\"vm\": \"vm-11\", \"name\": \"prod-fleet-vm-1\", \"power_state\": \"POWERED_ON\"},"
            + " {\"vm\": \"vm-12\", \"name\": \"prod-fleet-vm-2\", \"power_state\":"
            + " \"POWERED_ON\"}]");
    says("/api/vcenter/datacenter", named("datacenter", "datacenter-3", "hall-1"));
    says("/api/vcenter/cluster", named("cluster", "domain-c8", "gpu"));
    says(
        "/api/vcenter/cluster/domain-c8", "{\"name\": \"gpu\", \"resource_pool\": \"resgroup-9\"}");
    says("/api/vcenter/datastore", named("datastore", "datastore-20", "nvme"));
    says("/api/vcenter/network", named("network", "dvportgroup-30", "training"));
    says("/api/vcenter/host", named("host", "host-40", "esx1.example.com"));
    for (int i = 1; i <= 2; i++) {
      String path = VIM + "VirtualMachine/vm-1" + i + "/";
      says(path + "config", configuration(i));
      says(path + "runtime", runtime("connected", "poweredOn"));
      says(path + "resourcePool", reference("ResourcePool", "resgroup-9"));
    }
    says(
        VIM + "ServiceInstance/ServiceInstance/content",
        "{\"rootFolder\": " + reference("Folder", "group-d1") + "}");
    says(ROLES, "[-2]");
    says(PERMISSIONS, "[" + permission("VSPHERE.LOCAL\\\\drift", false, -2, true) + "]");
  }

  /** As the property {@code permission} of a folder has it. */
  private static String permission(String principal, boolean group, int role, boolean propagate) {
    return """
    {"_typeName": "Permission", "entity": {"type": "Folder", "value": "group-d1"}, "principal": "%s", "group": %s,
     "roleId": %d, "propagate": %s}\
    """
        .formatted(principal, group, role, propagate);
  }

  private static Reply answer(Request request) {
    String who = "drift@vsphere.local:" + PASSWORD;
    String path = request.path().replaceFirst("[?].*", "");
    String session = request.header("vmware-api-session-id");
    if (path.equals("/api/session") && request.method().equals("POST")) {
      String basic =
          "Basic " + Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8));
      return basic.equals(request.header("Authorization"))
          ? Reply.of(201, "\"automation\"")
          : Reply.of(401, "{\"error_type\": \"UNAUTHENTICATED\"}");
    }
    if (path.equals(VIM + "SessionManager/SessionManager/Login")) {
      return request.body().contains("\"" + PASSWORD + "\"")
          ? new Reply(200, "{}", Map.of("vmware-api-session-id", "management"))
          : Reply.of(500, "{\"_typeName\": \"InvalidLogin\"}");
    }
    String wanted = path.startsWith("/api/") ? "automation" : "management";
    if (!wanted.equals(session)) {
      return path.startsWith("/api/")
          ? Reply.of(401, "{\"error_type\": \"UNAUTHENTICATED\"}")
          : Reply.of(500, "{\"_typeName\": \"NotAuthenticated\"}");
    }
    if (path.equals("/api/session") || path.endsWith("/Logout")) {
      return Reply.of(204, "");
    }
    return REPLIES.getOrDefault(path, Reply.of(404, "{\"error_type\": \"NOT_FOUND\"}"));
  }

  private static void says(String path, String body) {
    REPLIES.put(path, Reply.of(200, body));
  }

  private static String named(String sort, String id, String name) {
    return "[{\"%s\": \"%s\", \"name\": \"%s\"}]".formatted(sort, id, name);
  }

  private static String reference(String type, String id) {
    return "{\"_typeName\": \"ManagedObjectReference\", \"type\": \"%s\", \"value\": \"%s\"}"
        .formatted(type, id);
  }

  private static String runtime(String connection, String power) {
    return "{\"_typeName\": \"VirtualMachineRuntimeInfo\", \"host\": %s, \"connectionState\": \"%s\","
            .formatted(reference("HostSystem", "host-40"), connection)
        + " \"powerState\": \""
        + power
        + "\"}";
  }

  /**
   * As VirtualMachineConfigInfo has it: devices in no order, and settings that are vSphere's own.
   */
  private static String configuration(int number) {
    String name = "prod-fleet-vm-" + number;
    String metadata = "{\"instance-id\":\"" + name + "\",\"local-hostname\":\"" + name + "\"}";
    String account =
        "#cloud-config\n"
            + "{\"users\":[{\"name\":\"deploy\",\"shell\":\"/bin/bash\",\"lock_passwd\":true,\"sudo\":\"ALL=(ALL)"
            + " NOPASSWD:ALL\",\"ssh_authorized_keys\":[\""
            + Checks.KEY
            + "\"]}]}";
    return """
    {"_typeName": "VirtualMachineConfigInfo", "name": "%s", "firmware": "efi", "guestId": "ubuntu64Guest",
     "annotation": "Managed by Plumbline: prod/fleet",
     "memoryAllocation": {"_typeName": "ResourceAllocationInfo", "reservation": 262144, "limit": -1},
     "extraConfig": [%s, %s, %s, %s, %s, %s, %s],
     "hardware": {"_typeName": "VirtualHardware", "numCPU": 32, "memoryMB": 262144, "device": [
      {"_typeName": "ParaVirtualSCSIController", "key": 1000, "busNumber": 0},
      {"_typeName": "VirtualPCIPassthrough", "key": 13000, "backing":
       {"_typeName": "VirtualPCIPassthroughDeviceBackingInfo", "id": "%s", "deviceId": "2330"}},
      {"_typeName": "VirtualVmxnet3", "key": 4000, "macAddress": "00:50:56:aa:bb:cc", "backing":
       {"_typeName": "VirtualEthernetCardDistributedVirtualPortBackingInfo",
        "port": {"portgroupKey": "dvportgroup-30", "switchUuid": "50 2a"}}},
      {"_typeName": "VirtualDisk", "key": 2000, "unitNumber": 0, "capacityInKB": 104857600, "backing":
       {"_typeName": "VirtualDiskFlatVer2BackingInfo", "fileName": "[nvme] a/a.vmdk", "datastore": %s}},
      {"_typeName": "VirtualDisk", "key": 2001, "unitNumber": 1, "capacityInKB": 1048576000, "backing":
       {"_typeName": "VirtualDiskFlatVer2BackingInfo", "fileName": "[nvme] a/b.vmdk", "datastore": %s}}]}}
    """
        .formatted(
            name,
            option("nvram", name + ".nvram"),
            option("guestinfo.metadata", encoded(metadata)),
            option("guestinfo.metadata.encoding", "base64"),
            option("guestinfo.userdata", encoded(account)),
            option("guestinfo.userdata.encoding", "base64"),
            option("pciPassthru.use64bitMMIO", "TRUE"),
            option("pciPassthru.64bitMMIOSizeGB", "256"),
            number == 1 ? "0000:17:00.0" : "0000:3d:00.0",
            reference("Datastore", "datastore-20"),
            reference("Datastore", "datastore-20"));
  }

  private static String option(String key, String value) {
    return """
    {"_typeName": "OptionValue", "key": "%s", "value": {"_typeName": "string", "_value": "%s"}}\
    """
        .formatted(key, value);
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private DriftReport check(Map<String, String> more) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("vsphere.server", server.address());
    settings.put("vsphere.ca", server.certificate().toString());
    settings.put("vsphere.user", "drift@vsphere.local");
    settings.put("vsphere.password-file", folder.resolve("password").toString());
    settings.put("timeout.connect", "2");
    settings.put("timeout.call", "3");
    settings.putAll(more);
    return Checks.run(
        settings,
        f ->
            f.vsphere(
                v ->
                    v.datacenter("hall-1")
                        .cluster("gpu")
                        .datastore("nvme")
                        .network("training")
                        .template("templates/ubuntu-22.04")
                        .hosts("esx1.example.com")
                        .gpus(1, gib(80), "0000:17:00.0", "0000:3d:00.0")));
  }

  @Test
  void areInSyncAsDescribedAndSessionsAreEnded() {
    int before = server.requests().size();
    DriftReport report = check(Map.of());
    assertThat(Checks.lines(report)).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.IN_SYNC);
    assertThat(report.coverage().compared()).isGreaterThan(20);
    List<String> asked = server.requests().subList(before, server.requests().size());
    assertThat(asked).doesNotHaveDuplicates().contains("DELETE /api/session");
    assertThat(asked.getLast()).endsWith("/SessionManager/SessionManager/Logout");
    assertThat(asked)
        .filteredOn(request -> !request.startsWith("GET "))
        .hasSize(4)
        .allMatch(request -> request.contains("ession"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "numCPU": 32                   | "numCPU": 16                   | changed vm/1 numCpus
          "memoryMB": 262144             | "memoryMB": 131072             | changed vm/1 memory
          "reservation": 262144          | "reservation": 0               | changed vm/1 memoryReservation
          "firmware": "efi"              | "firmware": "bios"             | changed vm/1 firmware
          Plumbline: prod/fleet          | ann, for a while               | changed vm/1 annotation
          "id": "0000:17:00.0"           | "id": "0000:3d:00.0"           | changed vm/1 pciDeviceId
          VirtualPCIPassthrough"         | VirtualSoundCard"              | changed vm/1 pciDeviceId
          dvportgroup-30                 | dvportgroup-31                 | changed vm/1 networkInterface/0/networkId
          datastore-20                   | datastore-21                   | changed vm/1 datastoreId
          1048576000                     | 2097152000                     | changed vm/1 disk/1/size
          "_value": "256"                | "_value": "64"                 | changed vm/1 extraConfig/pciPassthru.64bitMMIOSizeGB
          guestinfo.userdata"            | guestinfo.other"               | changed vm/1 extraConfig/guestinfo.userdata
          """)
  void areFoundChanged(String from, String to, String finding) {
    String now = configuration(1);
    assertThat(now).contains(from);
    says(CONFIG, now.replace(from, to));
    DriftReport report = check(Map.of());
    assertThat(report.verdict()).isEqualTo(Verdict.DRIFT);
    assertThat(Checks.lines(report)).contains(finding);
    assertThat(Checks.lines(report)).allMatch(line -> line.startsWith("changed vm/1 "));
  }

  @Test
  void areFoundStoppedMovedAndGone() {
    says(RUNTIME, runtime("connected", "poweredOff"));
    assertThat(Checks.lines(check(Map.of()))).containsExactly("changed vm/1 power");
    says(RUNTIME, runtime("connected", "poweredOn").replace("host-40", "host-41"));
    assertThat(Checks.lines(check(Map.of()))).containsExactly("changed vm/1 hostSystemId");
    says(RUNTIME, runtime("connected", "poweredOn"));
    says("/api/vcenter/vm", named("vm", "vm-12", "prod-fleet-vm-2"));
    assertThat(Checks.lines(check(Map.of()))).containsExactly("missing vm/1");
    says(ROLES, "[-3]");
    isOpen(check(Map.of()), "vm/1", "AccessDenied: it is not among what the user may see");
  }

  /** A role that stays at the root folder shows no machine, and none of them is gone for that. */
  @Test
  void areGoneOnlyForWhoSeesWhatIsBelowTheRootFolderToo() {
    says("/api/vcenter/vm", "[]");
    String own = permission("VSPHERE.LOCAL\\\\Drift", false, -2, true);
    String group = permission("VSPHERE.LOCAL\\\\Readers", true, -2, true);
    String staying = permission("VSPHERE.LOCAL\\\\Viewers", true, -2, false);
    String anothers = permission("VSPHERE.LOCAL\\\\ann", false, -2, false);
    for (String whole : List.of(own, group, own + "," + staying, group + "," + anothers)) {
      says(PERMISSIONS, "[" + whole + "]");
      assertThat(Checks.lines(check(Map.of()))).contains("missing vm/1", "missing vm/2");
    }
    String ownStaying = own.replace("true", "false");
    for (String part : List.of("", anothers, ownStaying + "," + group, group + "," + staying)) {
      says(PERMISSIONS, "[" + part + "]");
      isOpen(check(Map.of()), "vm/1", "AccessDenied: it is not among what the user may see");
    }
    REPLIES.put(PERMISSIONS, Reply.of(204, ""));
    isOpen(check(Map.of()), "vm/1", "AccessDenied: it is not among what the user may see");
  }

  @Test
  void areOpenWhereWhatTheyStandOnIsNotClear() {
    says("/api/vcenter/network", "[]");
    DriftReport report = check(Map.of());
    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(Checks.lines(report))
        .hasSize(2)
        .allMatch(line -> line.contains("refers to vm/network, of which no id could be read"));
    String two = named("network", "dvportgroup-30", "training");
    says("/api/vcenter/network", two.replace("]", ", " + two.substring(1)));
    assertThat(check(Map.of()).verdict()).isEqualTo(Verdict.INCOMPLETE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api/vcenter/vm | 403 | ''      | AccessDenied: HTTP 403
          /api/vcenter/vm | 503 | ''      | Failed: HTTP 503
          /api/vcenter/vm | 0   | ''      | Timeout: no answer within 3 s
          /api/vcenter/vm | 200 | {}      | NotUnderstood: /api/vcenter/vm is no list
          /api/vcenter/vm | 200 | [{}]    | NotUnderstood: a row of /api/vcenter/vm has no name
          config          | 500 | {"_typeName": "NoPermission"} | AccessDenied: HTTP 500
          config          | 500 | ''      | Failed: HTTP 500
          config          | 200 | []      | NotUnderstood: its configuration is no object
          config          | 204 | ''      | NotUnderstood: its configuration is no object
          """)
  void areOpenWhereTheyAreNotHeard(String what, int status, String body, String words) {
    REPLIES.put(what.equals("config") ? CONFIG : what, Reply.of(status, body));
    isOpen(check(Map.of()), "vm/1", words);
  }

  @Test
  void areOpenWhereNobodyIsReachedOrKnown() throws Exception {
    says(RUNTIME, runtime("disconnected", "poweredOn"));
    isOpen(check(Map.of()), "vm/1", "NoAnswer: vCenter has no connection to it: disconnected");
    isOpen(check(Map.of("vsphere.server", "127.0.0.1:1")), "vm/1", "NoAnswer: ");
    isOpen(check(Map.of("vsphere.password-file", "/x")), "vm/1", "NoCredentials: /x cannot be");
    Files.writeString(folder.resolve("password"), "hunter3\n");
    isOpen(check(Map.of()), "vm/1", "AccessDenied: HTTP 401 at /api/session for drift@vsphere");
  }

  private static void isOpen(DriftReport report, String address, String words) {
    assertThat(report.verdict()).as(Checks.lines(report).toString()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(Checks.lines(report))
        .allMatch(line -> line.startsWith("undetermined vm/"))
        .anyMatch(
            line -> line.startsWith("undetermined " + address + ": ") && line.contains(words));
    assertThat(report.toString()).doesNotContain("hunter");
  }
}
