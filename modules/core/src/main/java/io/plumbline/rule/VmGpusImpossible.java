package io.plumbline.rule;

import io.plumbline.model.Hypervisor.HyperV;
import io.plumbline.model.Hypervisor.MappedGpus;
import io.plumbline.model.Hypervisor.PassedGpus;
import io.plumbline.model.Hypervisor.Proxmox;
import io.plumbline.model.Hypervisor.Vsphere;
import io.plumbline.model.VmFleet;
import java.util.List;
import java.util.function.Consumer;

/** GPUs that virtual machines cannot get. */
final class VmGpusImpossible extends VmFleetCheck {
  private static final String ADDRESS = "[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]";
  private static final String LOCATION = "PCIROOT\\([0-9A-F]{1,4}\\)(#PCI\\([0-9A-F]{4}\\)){1,16}";

  VmGpusImpossible() {
    super(
        Rule.error(
            "PLB-VM-003",
            "GPUs of VMs not possible",
            "A GPU that is passed through belongs to one VM alone: the one that finds none left"
                + " does not start.",
            "Proxmox VE 8 API: hostpci0 to hostpci15, pve-configid; VMware, Configuration Maximums"
                + " 8.0: 32 PCI devices a VM; Microsoft, Deploy graphics devices by using Discrete"
                + " Device Assignment",
            "correct it as said"));
  }

  @Override
  void check(VmFleet fleet, Consumer<String> breach) {
    if (fleet.hypervisor() instanceof Proxmox proxmox && proxmox.gpus() != null) {
      check(proxmox.gpus(), breach);
    } else if (fleet.hypervisor() instanceof Vsphere vsphere) {
      check(vsphere, fleet.count(), breach);
    } else if (fleet.hypervisor() instanceof HyperV hyperV) {
      check(hyperV, fleet.count(), breach);
    }
  }

  private static void check(MappedGpus gpus, Consumer<String> breach) {
    within("GPUs of a VM", gpus.count(), 1, 16, breach);
    FleetCheck.match(
        "mapping",
        gpus.mapping(),
        "[A-Za-z][A-Za-z0-9_-]{1,127}",
        "two or more letters, digits and _- after a letter",
        breach);
    if (gpus.profile() != null) {
      FleetCheck.match(
          "profile",
          gpus.profile(),
          "[A-Za-z0-9][A-Za-z0-9._-]{0,62}",
          "the type of a mediated device, such as nvidia-558",
          breach);
    }
  }

  private static void check(Vsphere vsphere, int count, Consumer<String> breach) {
    PassedGpus gpus = vsphere.gpus();
    if (gpus == null) {
      if (!vsphere.hosts().isEmpty()) {
        breach.accept("got hosts, and no GPUs of theirs; allowed are both or neither");
      }
      return;
    }
    check(
        gpus,
        ADDRESS,
        "domain, bus, device and function as lspci -D says them: 0000:c1:00.0",
        breach);
    enough(gpus, vsphere.hosts(), count, breach);
  }

  private static void check(HyperV hyperV, int count, Consumer<String> breach) {
    PassedGpus gpus = hyperV.gpus();
    within("GPU partitions of a VM", hyperV.gpuPartitions(), 0, 32, breach);
    if (gpus == null) {
      return;
    }
    if (hyperV.gpuPartitions() > 0) {
      breach.accept("got whole GPUs and partitions; allowed is one of them");
    }
    check(
        gpus,
        LOCATION,
        "a location path as Device Manager says it: PCIROOT(20)#PCI(0300)#PCI(0000)",
        breach);
    enough(gpus, hyperV.hosts(), count, breach);
    if (gpus.vmsPerHost() < hyperV.perHost()) {
      breach.accept(
          "got %d VMs a host of %d GPUs; allowed are %d, since each host has %d"
              .formatted(
                  hyperV.perHost(), gpus.count(), gpus.vmsPerHost(), gpus.addresses().size()));
    }
  }

  private static void check(
      PassedGpus gpus, String address, String allowed, Consumer<String> breach) {
    within("GPUs of a VM", gpus.count(), 1, 32, breach);
    within("memory of a GPU in GiB", gpus.memory().mebibytes() / 1024, 1, 4096, breach);
    FleetCheck.once("address", gpus.addresses(), breach);
    gpus.addresses().forEach(each -> FleetCheck.match("address", each, address, allowed, breach));
  }

  private static void enough(
      PassedGpus gpus, List<String> hosts, int count, Consumer<String> breach) {
    long room = (long) gpus.vmsPerHost() * hosts.size();
    if (count > room) {
      breach.accept(
          "got %d VMs of %d GPUs; allowed are %d, since %d hosts have %d each"
              .formatted(count, gpus.count(), room, hosts.size(), gpus.addresses().size()));
    }
  }
}
