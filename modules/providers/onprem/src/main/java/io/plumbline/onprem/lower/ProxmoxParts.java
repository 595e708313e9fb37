package io.plumbline.onprem.lower;

import io.plumbline.graph.Resource;
import io.plumbline.model.Hypervisor.MappedGpus;
import io.plumbline.model.Hypervisor.Proxmox;
import io.plumbline.model.Target;
import io.plumbline.model.VmFleet;
import io.plumbline.model.VmUser;
import io.plumbline.onprem.kinds.ProxmoxVm;
import io.plumbline.unit.DataSize;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The virtual machines of a fleet on Proxmox VE. */
final class ProxmoxParts {
  private static final long MEBIBYTES = 1024;

  private final VmFleet fleet;
  private final Proxmox proxmox;
  private final VmNames names;

  ProxmoxParts(VmFleet fleet, Proxmox proxmox, Target target) {
    this.fleet = fleet;
    this.proxmox = proxmox;
    this.names = new VmNames(fleet, target);
  }

  List<Resource> resources() {
    List<Resource> machines = new ArrayList<>();
    for (int number = 1; number <= fleet.count(); number++) {
      machines.add(names.machine(number, ProxmoxVm.KIND, attributes(number)));
    }
    return machines;
  }

  private Value.Obj attributes(int number) {
    String node = proxmox.nodes().get((number - 1) / proxmox.perNode());
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("name", Value.text(names.name(number)));
    attributes.put("nodeName", Value.text(node));
    attributes.put("started", Value.flag(true));
    attributes.put("description", names.note());
    attributes.put("tags", Value.texts(tags()));
    attributes.put("machine", Value.text("q35")); // PCI Express, which passed GPUs want
    attributes.put("bios", Value.text("ovmf"));
    attributes.put("scsiHardware", Value.text("virtio-scsi-single"));
    attributes.put("onBoot", Value.flag(true));
    attributes.put("agent", Value.object("enabled", Value.flag(true)));
    attributes.put("clone", template());
    attributes.put(
        "cpu",
        Value.object(
            "cores", Value.whole(fleet.cpus()),
            "sockets", Value.whole(1),
            "type", Value.text("host")));
    attributes.put(
        "memory",
        Value.object("dedicated", Value.whole(Objects.requireNonNull(fleet.memory()).mebibytes())));
    attributes.put("disk", Value.list(disks()));
    attributes.put("networkDevice", Value.list(network()));
    if (proxmox.gpus() != null) {
      attributes.put("hostpci", Value.list(gpus(proxmox.gpus())));
    }
    attributes.put("operatingSystem", Value.object("type", Value.text("l26")));
    attributes.put("initialization", initialization());
    return new Value.Obj(attributes);
  }

  /** Sorted, as Proxmox answers them. */
  private List<String> tags() {
    return List.of("plumbline", names.together()).stream().sorted().toList();
  }

  private Value template() {
    return Value.object(
        "vmId", Value.whole(proxmox.template()),
        "nodeName", Value.text(proxmox.templateNode()),
        "datastoreId", Value.text(proxmox.storage()),
        "full", Value.flag(true));
  }

  private List<Value> disks() {
    List<Value> disks = new ArrayList<>();
    disks.add(disk(0, fleet.bootDisk()));
    fleet.dataDisks().forEach(size -> disks.add(disk(disks.size(), size)));
    return disks;
  }

  private Value disk(int number, DataSize size) {
    return Value.object(
        "interface", Value.text("scsi" + number),
        "datastoreId", Value.text(proxmox.storage()),
        "size", Value.whole(size.mebibytes() / MEBIBYTES),
        "iothread", Value.flag(true),
        "discard", Value.text("on"));
  }

  private Value network() {
    Map<String, Value> device = new LinkedHashMap<>();
    device.put("bridge", Value.text(proxmox.bridge()));
    device.put("model", Value.text("virtio"));
    if (proxmox.vlan() != null) {
      device.put("vlanId", Value.whole(proxmox.vlan()));
    }
    return new Value.Obj(device);
  }

  private static List<Value> gpus(MappedGpus gpus) {
    List<Value> devices = new ArrayList<>();
    for (int i = 0; i < gpus.count(); i++) {
      Map<String, Value> device = new LinkedHashMap<>();
      device.put("device", Value.text("hostpci" + i));
      device.put("mapping", Value.text(gpus.mapping()));
      if (gpus.profile() != null) {
        device.put("mdev", Value.text(gpus.profile()));
      }
      device.put("pcie", Value.flag(true));
      devices.add(new Value.Obj(device));
    }
    return devices;
  }

  private Value initialization() {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("datastoreId", Value.text(proxmox.storage()));
    members.put("ipConfig", Value.object("ipv4", Value.object("address", Value.text("dhcp"))));
    VmUser user = fleet.user();
    if (user != null) {
      members.put(
          "userAccount",
          Value.object("username", Value.text(user.name()), "keys", Value.texts(user.keys())));
    }
    return new Value.Obj(members);
  }
}
