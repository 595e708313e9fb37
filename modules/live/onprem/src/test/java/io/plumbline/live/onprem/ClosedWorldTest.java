package io.plumbline.live.onprem;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.kind.Dialect;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.onprem.kinds.Host;
import io.plumbline.onprem.kinds.HyperVVm;
import io.plumbline.onprem.kinds.OnPremKinds;
import io.plumbline.onprem.kinds.ProxmoxVm;
import io.plumbline.onprem.kinds.SlurmNode;
import io.plumbline.onprem.kinds.VsphereVm;
import io.plumbline.testkit.Paths;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value.Obj;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What is answered of a data centre is what its kinds declare, and the other way round: neither is
 * something read that nobody compares, nor compared what nobody reads.
 */
final class ClosedWorldTest {

  @Test
  void machinesSayWhatIsDeclaredOfThemAndNothingElse() {
    Set<String> said = new TreeSet<>(Facts.SECTIONS);
    said.add("address"); // by which it was asked
    // Rows of another kind, which only the machine with Slurm's controller has.
    assertThat(SlurmNode.KIND.reads().get("").rows()).containsExactly("slurmNodes");
    said.remove("slurmNodes");
    assertThat(tops(Paths.writtenBy(Host.KIND, Dialect.DATA_CENTRE))).isEqualTo(said);
  }

  @Test
  void proxmoxSaysWhatIsDeclaredOfAMachineAndNothingElse() {
    Obj said =
        object(
            """
            {"name": "a", "tags": "x;y", "description": "d", "machine": "q35", "bios": "ovmf", "agent": "1",
             "scsihw": "virtio-scsi-single", "onboot": 1, "cores": 4, "cpu": "host", "memory": "1024", "ostype": "l26",
             "scsi0": "ceph:vm-1-disk-0,size=32G", "net0": "virtio=BC:24:11:2E:C5:1A,bridge=vmbr0,tag=7",
             "hostpci0": "mapping=h100,pcie=1,mdev=nvidia-558", "hostpci1": "0000:c1:00",
             "ide2": "ceph:vm-1-cloudinit,media=cdrom", "ipconfig0": "ip=dhcp", "ciuser": "a", "sshkeys": "k"}
            """);
    Obj document = new ProxmoxConfiguration(said).document("a", 1, "pve1", true);
    isDeclared(ProxmoxVm.KIND, document);
  }

  @Test
  void vsphereSaysWhatIsDeclaredOfAMachineAndNothingElse() {
    Obj configuration =
        object(
            """
            {"annotation": "d", "firmware": "efi", "memoryAllocation": {"reservation": 1},
             "extraConfig": [{"key": "pciPassthru.use64bitMMIO", "value": "TRUE"}, {"key": "nvram", "value": "x"}],
             "hardware": {"numCPU": 4, "memoryMB": 1024, "device": [
              {"_typeName": "VirtualPCIPassthrough", "backing": {"id": "0000:c1:00.0"}},
              {"_typeName": "VirtualE1000", "macAddress": "00:50:56:aa:bb:cc",
               "backing": {"network": {"type": "Network", "value": "network-7"}}},
              {"_typeName": "VirtualDisk", "unitNumber": 8, "capacityInKB": 1572864,
               "backing": {"datastore": {"type": "Datastore", "value": "datastore-1"}}}]}}
            """);
    Obj runtime = object("{\"host\": {\"value\": \"host-1\"}, \"powerState\": \"poweredOn\"}");
    Obj document =
        new VsphereMachine(configuration, runtime, object("{\"value\": \"resgroup-1\"}"))
            .document("a", "vm-1");
    isDeclared(VsphereVm.KIND, document);
    // 7 is the controller's own number, so that its eighth disk has 8.
    assertThat(document.get("disk"))
        .isEqualTo(JsonReader.read("[{\"unitNumber\": 7, \"size\": 1.5}]"));
    assertThat(((Obj) document.get("extraConfig")).members()).hasSize(1);
  }

  @Test
  void hostsOfHyperVSayWhatIsDeclaredOfAMachineAndNothingElse() {
    Set<String> said = new TreeSet<>(HyperVMachines.SECTIONS);
    said.add("host"); // by which it was asked
    assertThat(tops(Paths.writtenBy(HyperVVm.KIND, Dialect.DATA_CENTRE))).isEqualTo(said);
    for (String section : HyperVMachines.SECTIONS) {
      assertThat(HyperVMachines.script()).containsPattern("\\b" + section + " = ");
    }
  }

  @Test
  void eachOperationOfAKindCanBeCalled() {
    Set<String> known =
        Set.of(
            OnPremLiveSource.FACTS,
            OnPremLiveSource.SLURM,
            OnPremLiveSource.BMC,
            HyperVMachines.OPERATION,
            ProxmoxVms.OPERATION);
    Set<String> others = new TreeSet<>();
    for (ResourceKind kind : OnPremKinds.ALL) {
      kind.reads().values().stream().map(Read::operation).forEach(others::add);
    }
    others.removeAll(known);
    assertThat(others).isEqualTo(new TreeSet<>(VsphereNames.LISTS.keySet()));
  }

  private static void isDeclared(ResourceKind kind, Obj document) {
    Set<String> said = Paths.of(Map.of("", document));
    assertThat(said.remove("id")).isTrue();
    Set<String> declared = Paths.writtenBy(kind, Dialect.DATA_CENTRE);
    // What stands in a map, its user named.
    declared.removeIf(path -> path.startsWith("extraConfig/"));
    said.removeIf(path -> path.startsWith("extraConfig/"));
    assertThat(said).isEqualTo(declared);
  }

  private static Set<String> tops(Set<String> paths) {
    return paths.stream()
        .map(path -> path.split("/", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Obj object(String json) {
    return (Obj) JsonReader.read(json);
  }
}
