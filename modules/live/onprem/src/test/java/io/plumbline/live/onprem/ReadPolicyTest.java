package io.plumbline.live.onprem;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.model.Site;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What `plumbline permissions` asks for: no more than a check uses. */
class ReadPolicyTest {
  private static String policy(String privilege, String... operations) {
    SortedMap<String, Set<String>> reads = new TreeMap<>();
    for (String each : operations) {
      reads.put(each, Set.of());
    }
    Map<String, String> settings =
        Map.of("ssh.user", "deploy", "bmc.user", "reader", "bmc.ipmi-privilege", privilege);
    return new OnPremLiveFactory()
        .readPolicy(new Site("hall", "onprem", "ansible", settings, null), reads);
  }

  @Test
  void asksForTheLeastOfManagementControllers() {
    assertThat(policy("user", "bmc:State", "host:Facts"))
        .contains("\"UserName\": \"reader\", \"RoleId\": \"ReadOnly\"")
        .contains("privilege USER: ", "ipmitool user set name N reader", "privilege=2")
        .contains("NOPASSWD: ");
    assertThat(policy("operator", "bmc:State")).contains("privilege OPERATOR: ", "privilege=3");
  }

  @Test
  void asksForNothingOfThemWhereNobodyWantsAnything() {
    assertThat(policy("user", "host:Facts")).contains("NOPASSWD: ").doesNotContain("Redfish");
  }

  @Test
  void saysThatHyperVHasNoRightThatOnlyReads() {
    assertThat(policy("user", "hyperv:VirtualMachines"))
        .contains("Add-LocalGroupMember -SID S-1-5-32-578", "no smaller right", "'restrict KEY'")
        .doesNotContain("NOPASSWD");
  }

  @Test
  void asksForSightOfVirtualMachinesAlone() {
    assertThat(policy("user", "proxmox:VirtualMachines"))
        .contains("--privs VM.Audit", "--privsep 1")
        .doesNotContain("NOPASSWD", "vCenter", "PVEAdmin");
    assertThat(policy("user", "vsphere:VirtualMachines", "vsphere:Hosts"))
        .contains("Read-only at the root folder")
        .doesNotContain("pveum");
  }
}
