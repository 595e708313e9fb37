package io.plumbline.onprem.lower;

import io.plumbline.files.Digest;
import io.plumbline.graph.IdentityTags;
import io.plumbline.graph.Resource;
import io.plumbline.model.Hypervisor.HyperV;
import io.plumbline.model.Hypervisor.PassedGpus;
import io.plumbline.model.Target;
import io.plumbline.model.VmFleet;
import io.plumbline.onprem.kinds.HyperVVm;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The virtual machines of a fleet on hosts of Hyper-V. */
final class HyperVParts {
  /** Without GPUs a VM keeps what Hyper-V gives it (Microsoft, Set-VM). */
  private static final long LOW_MMIO = 128;

  private static final long HIGH_MMIO = 512;

  /** As Microsoft's guide to Discrete Device Assignment takes it. */
  private static final long LOW_MMIO_OF_GPUS = 3072;

  /** The last place of the controller, so that no further disk moves this one. */
  private static final int SEED_LOCATION = 63;

  private static final long SEED_SIZE = 64;
  private static final int SHORT_DIGEST = 12;

  private final VmFleet fleet;
  private final HyperV hyperV;
  private final Target target;
  private final VmNames names;

  HyperVParts(VmFleet fleet, HyperV hyperV, Target target) {
    this.fleet = fleet;
    this.hyperV = hyperV;
    this.target = target;
    this.names = new VmNames(fleet, target);
  }

  List<Resource> resources() {
    List<Resource> machines = new ArrayList<>();
    for (int number = 1; number <= fleet.count(); number++) {
      if (!rests(number)) {
        machines.add(names.machine(number, HyperVVm.KIND, attributes(number)));
      }
    }
    return machines;
  }

  /** Addresses of machines whose hosts are in repair, with the reason. */
  Map<String, String> resting() {
    Map<String, String> resting = new LinkedHashMap<>();
    for (int number = 1; number <= fleet.count(); number++) {
      if (rests(number)) {
        resting.put(
            names.address(Integer.toString(number)),
            "on " + hyperV.hostOf(number) + ", in repair by " + fleet.source());
      }
    }
    return resting;
  }

  private boolean rests(int number) {
    return hyperV.inRepair().contains(hyperV.hostOf(number));
  }

  private Value.Obj attributes(int number) {
    int place = (number - 1) % hyperV.perHost();
    PassedGpus gpus = hyperV.gpus();
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("name", Value.text(names.name(number)));
    attributes.put("host", Value.text(hyperV.hostOf(number)));
    attributes.put("tags", tags(number));
    attributes.put("state", Value.text("Running"));
    attributes.put("generation", Value.whole(2));
    attributes.put("cpus", Value.whole(fleet.cpus()));
    attributes.put("memory", Value.whole(Objects.requireNonNull(fleet.memory()).mebibytes()));
    attributes.put("dynamicMemory", Value.flag(false));
    attributes.put("secureBoot", Value.text(hyperV.secureBoot().template()));
    attributes.put("startAction", Value.text(hyperV.startAction().word()));
    // What has devices of its host cannot be saved with it.
    attributes.put("stopAction", Value.text(gpus == null ? "ShutDown" : "TurnOff"));
    attributes.put("adapters", Value.whole(1));
    attributes.put("virtualSwitch", Value.text(hyperV.virtualSwitch()));
    attributes.put("vlan", Value.whole(hyperV.vlan() == null ? 0 : hyperV.vlan()));
    attributes.put("mac", Value.text(mac(number)));
    String metaData = VmCloudInit.metaData(names.name(number));
    String userData = VmCloudInit.userData(fleet.user());
    attributes.put("disks", disks(names.name(number), metaData + userData));
    attributes.put("gpus", Value.texts(gpus == null ? List.of() : gpus.of(place)));
    attributes.put("gpuPartitions", Value.whole(hyperV.gpuPartitions()));
    attributes.put("lowMmio", Value.whole(gpus == null ? LOW_MMIO : LOW_MMIO_OF_GPUS));
    attributes.put("highMmio", Value.whole(highMmio(gpus)));
    attributes.put("guestControlledCacheTypes", Value.flag(gpus != null));
    attributes.put("template", Value.text(hyperV.template()));
    attributes.put(
        "seed", Value.object("metaData", Value.text(metaData), "userData", Value.text(userData)));
    attributes.put("mostDown", Value.whole(mostDown()));
    return new Value.Obj(attributes);
  }

  private Value tags(int number) {
    return new Value.Obj(
        IdentityTags.of(
            target.environment(), target.stack(), names.address(Integer.toString(number))));
  }

  /** Hyper-V says it without colons. */
  private String mac(int number) {
    return hyperV.macAddresses().isEmpty()
        ? "dynamic"
        : hyperV.macAddresses().get(number - 1).replace(":", "").toUpperCase(Locale.ROOT);
  }

  /** What the GPUs show of their memory, and as much as a VM without any has (Microsoft, DDA). */
  private static long highMmio(@Nullable PassedGpus gpus) {
    return gpus == null ? HIGH_MMIO : gpus.count() * gpus.shownGibibytes() * 1024 + HIGH_MMIO;
  }

  private Value disks(String name, String seed) {
    String folder = hyperV.folder() + "\\" + name + "\\";
    List<Value> disks = new ArrayList<>();
    disks.add(disk(0, folder + "boot.vhdx", fleet.bootDisk().mebibytes()));
    for (int i = 1; i <= fleet.dataDisks().size(); i++) {
      disks.add(disk(i, folder + "data-" + i + ".vhdx", fleet.dataDisks().get(i - 1).mebibytes()));
    }
    String digest = Digest.of(seed).substring(0, SHORT_DIGEST);
    disks.add(disk(SEED_LOCATION, folder + "seed-" + digest + ".vhdx", SEED_SIZE));
    return Value.list(disks);
  }

  private static Value disk(int location, String path, long size) {
    return Value.object(
        "location", Value.whole(location), "path", Value.text(path), "size", Value.whole(size));
  }

  private int mostDown() {
    return hyperV.mostDown() == null ? Math.max(1, fleet.count() / 10) : hyperV.mostDown();
  }
}
