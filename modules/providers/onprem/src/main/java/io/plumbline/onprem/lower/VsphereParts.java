package io.plumbline.onprem.lower;

import io.plumbline.graph.Resource;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Hypervisor.PassedGpus;
import io.plumbline.model.Hypervisor.Vsphere;
import io.plumbline.model.Target;
import io.plumbline.model.VmFleet;
import io.plumbline.onprem.kinds.VsphereInventory;
import io.plumbline.onprem.kinds.VsphereVm;
import io.plumbline.unit.DataSize;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The virtual machines of a fleet on vSphere, and what they are looked up by there. */
final class VsphereParts {
  private static final long MEBIBYTES = 1024;
  private static final String DATACENTER = "datacenter";
  private static final String CLUSTER = "cluster";
  private static final String DATASTORE = "datastore";
  private static final String NETWORK = "network";
  private static final String TEMPLATE = "template";

  private final VmFleet fleet;
  private final Vsphere vsphere;
  private final VmNames names;

  VsphereParts(VmFleet fleet, Vsphere vsphere, Target target) {
    this.fleet = fleet;
    this.vsphere = vsphere;
    this.names = new VmNames(fleet, target);
  }

  List<Resource> resources() {
    List<Resource> resources = new ArrayList<>();
    resources.add(
        names.make(
            DATACENTER,
            VsphereInventory.DATACENTER,
            Value.object("name", Value.text(vsphere.datacenter()))));
    resources.add(lookup(CLUSTER, VsphereInventory.CLUSTER, vsphere.cluster()));
    resources.add(lookup(DATASTORE, VsphereInventory.DATASTORE, vsphere.datastore()));
    resources.add(lookup(NETWORK, VsphereInventory.NETWORK, vsphere.network()));
    resources.add(lookup(TEMPLATE, VsphereInventory.TEMPLATE, vsphere.template()));
    for (int host = 0; host < vsphere.hosts().size(); host++) {
      resources.add(lookup(host(host), VsphereInventory.HOST, vsphere.hosts().get(host)));
    }
    for (int number = 1; number <= fleet.count(); number++) {
      resources.add(names.machine(number, VsphereVm.KIND, attributes(number)));
    }
    return resources;
  }

  private Resource lookup(String part, ResourceKind kind, String name) {
    return names.make(
        part, kind, Value.object("name", Value.text(name), "datacenterId", id(DATACENTER)));
  }

  private static String host(int index) {
    return "host-" + (index + 1);
  }

  private Value id(String part) {
    return out(part, "id");
  }

  private Value out(String part, String output) {
    return Value.ref(names.address(part), output);
  }

  private Value.Obj attributes(int number) {
    long memory = Objects.requireNonNull(fleet.memory()).mebibytes();
    PassedGpus gpus = vsphere.gpus();
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("name", Value.text(names.name(number)));
    attributes.put("annotation", names.note());
    attributes.put("power", Value.text("on"));
    attributes.put("resourcePoolId", out(CLUSTER, "resourcePool"));
    attributes.put("datastoreId", id(DATASTORE));
    attributes.put("numCpus", Value.whole(fleet.cpus()));
    attributes.put("memory", Value.whole(memory));
    attributes.put("firmware", Value.text("efi"));
    attributes.put("guestId", out(TEMPLATE, "guest"));
    attributes.put("scsiType", out(TEMPLATE, "scsi"));
    if (gpus != null) {
      int place = number - 1;
      attributes.put("hostSystemId", id(host(place / gpus.vmsPerHost())));
      attributes.put("memoryReservation", Value.whole(memory)); // devices write to it directly
      attributes.put("pciDeviceId", Value.texts(gpus.of(place % gpus.vmsPerHost())));
    }
    attributes.put("extraConfig", extraConfig(names.name(number)));
    attributes.put(
        "networkInterface",
        Value.list(
            Value.object("networkId", id(NETWORK), "adapterType", out(TEMPLATE, "adapter"))));
    attributes.put("disk", Value.list(disks()));
    attributes.put("clone", Value.object("templateUuid", id(TEMPLATE)));
    return new Value.Obj(attributes);
  }

  private Value extraConfig(String name) {
    Map<String, Value> settings = new LinkedHashMap<>(VmCloudInit.guestInfo(name, fleet.user()));
    PassedGpus gpus = vsphere.gpus();
    if (gpus != null) {
      settings.put("pciPassthru.use64bitMMIO", Value.text("TRUE"));
      settings.put("pciPassthru.64bitMMIOSizeGB", Value.text(Long.toString(window(gpus))));
    }
    return new Value.Obj(settings);
  }

  /**
   * GiB of addresses for what the GPUs show of their memory. Each shows a power of two; further
   * small ranges of theirs take the whole beyond their sum, so that it is the next power of two
   * (VMware, How to Enable NVIDIA V100 GPU in Passthrough Mode on vSphere, 2018).
   */
  static long window(PassedGpus gpus) {
    return 2 * Long.highestOneBit(gpus.count() * gpus.shownGibibytes());
  }

  private List<Value> disks() {
    List<Value> disks = new ArrayList<>();
    disks.add(disk(0, fleet.bootDisk()));
    fleet.dataDisks().forEach(size -> disks.add(disk(disks.size(), size)));
    return disks;
  }

  private Value disk(int number, DataSize size) {
    Map<String, Value> disk = new LinkedHashMap<>();
    disk.put("label", Value.text("disk" + number));
    disk.put("unitNumber", Value.whole(number));
    disk.put("size", Value.whole(size.mebibytes() / MEBIBYTES));
    if (number == 0) {
      disk.put("thinProvisioned", out(TEMPLATE, "thin")); // a clone's cannot differ
      disk.put("eagerlyScrub", out(TEMPLATE, "scrubbed"));
    }
    return new Value.Obj(disk);
  }
}
