package io.plumbline.rule;

import io.plumbline.model.Hypervisor.HyperV;
import io.plumbline.model.Hypervisor.Proxmox;
import io.plumbline.model.Hypervisor.Vsphere;
import io.plumbline.model.VmFleet;
import io.plumbline.unit.DataSize;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Virtual machines of a size that no hypervisor makes. */
final class VmSizeImpossible extends VmFleetCheck {
  private static final long MOST = 1000;
  private static final long TIB_24 = 24 * 1024;

  VmSizeImpossible() {
    super(
        Rule.error(
            "PLB-VM-001",
            "size of VMs not possible",
            "A hypervisor refuses it when the VM is made, after others were made already. Disks are"
                + " said in whole GiB, and memory in multiples of 4 MiB, as vSphere wants it.",
            "VMware, Configuration Maximums 8.0 (768 CPUs, 24 TB memory, 62 TB a disk); QEMU q35,"
                + " scsi0 to scsi30; Microsoft, Hyper-V scalability (64 TB a VHDX)",
            "correct it as said"));
  }

  /** Of nodes that nobody named, another rule tells. */
  private static long room(VmFleet fleet) {
    return switch (fleet.hypervisor()) {
      case Proxmox proxmox -> room(proxmox.nodes(), proxmox.perNode());
      case HyperV hyperV -> room(hyperV.hosts(), hyperV.perHost());
      case Vsphere vsphere -> MOST;
      case null -> MOST;
    };
  }

  private static long room(List<String> hosts, int each) {
    return hosts.isEmpty() ? MOST : Math.min(MOST, (long) hosts.size() * each);
  }

  @Override
  void check(VmFleet fleet, Consumer<String> breach) {
    within("count", fleet.count(), 1, room(fleet), breach);
    within("cpus", fleet.cpus(), 1, 768, breach);
    if (fleet.hypervisor() instanceof HyperV hyperV && hyperV.mostDown() != null) {
      within("VMs that may be down", hyperV.mostDown(), 1, Math.max(1, fleet.count()), breach);
    }
    if (fleet.memory() != null) {
      long mebibytes = fleet.memory().mebibytes();
      within("memory in MiB", mebibytes, 512, TIB_24 * 1024, breach);
      if (mebibytes % 4 != 0) {
        breach.accept("memory: got " + mebibytes + " MiB; allowed are multiples of 4 MiB");
      }
    }
    List<DataSize> disks = new ArrayList<>(List.of(fleet.bootDisk()));
    disks.addAll(fleet.dataDisks());
    within("disks", disks.size(), 1, 15, breach);
    for (DataSize disk : disks) {
      within("disk in GiB", disk.mebibytes() / 1024, 1, 62 * 1024, breach);
      if (disk.mebibytes() % 1024 != 0) {
        breach.accept("disk: got " + disk + "; allowed are whole GiB");
      }
    }
  }
}
