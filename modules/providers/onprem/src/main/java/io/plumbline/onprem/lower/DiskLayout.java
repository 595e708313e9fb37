package io.plumbline.onprem.lower;

import io.plumbline.model.HostVolume;
import io.plumbline.model.RaidLevel;
import io.plumbline.unit.DataSize;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Partitions, RAIDs, file systems and mounts, in the order in which curtin makes them (curtin,
 * storage configuration, version 1). Each disk of the root volume can start the machine: it has an
 * EFI system partition of its own.
 */
final class DiskLayout {
  private static final DataSize EFI = DataSize.gib(1);

  private final List<HostVolume> volumes;
  private final List<Value> actions = new ArrayList<>();

  /** How each disk is called here. */
  private final Map<String, String> disks = new LinkedHashMap<>();

  /** By their paths, so that what is below another comes after it. */
  private final Map<String, String> mounts = new TreeMap<>();

  private final Map<String, Integer> partitions = new LinkedHashMap<>();

  DiskLayout(List<HostVolume> volumes) {
    this.volumes = volumes;
  }

  List<Value> actions() {
    for (HostVolume volume : volumes) {
      volume.disks().forEach(this::disk);
    }
    for (HostVolume volume : volumes) {
      if (volume.path().equals("/")) {
        volume.disks().forEach(this::efi);
      }
    }
    int number = 0;
    for (HostVolume volume : volumes) {
      String device = device(volume, number);
      format(device, volume.fileSystem(), volume.path());
      number++;
    }
    mounts.forEach((path, device) -> mount(device, path));
    return actions;
  }

  private void disk(String path) {
    if (disks.containsKey(path)) {
      return;
    }
    String id = "disk-" + disks.size();
    disks.put(path, id);
    add(
        id,
        "disk",
        Map.of(
            "path", Value.text(path),
            "ptable", Value.text("gpt"),
            "wipe", Value.text("superblock-recursive"),
            "preserve", Value.flag(false)));
  }

  /** The first of them is mounted; the firmware finds the others by themselves. */
  private void efi(String path) {
    String id = partition(path, EFI, "boot", Map.of("grub_device", Value.flag(true)));
    add(id + "-fs", "format", Map.of("fstype", Value.text("fat32"), "volume", Value.text(id)));
    mounts.putIfAbsent("/boot/efi", id);
  }

  /** What the file system of a volume stands on. */
  private String device(HostVolume volume, int number) {
    List<Value> parts = new ArrayList<>();
    String last = "";
    for (String disk : volume.disks()) {
      last = partition(disk, volume.size(), null, Map.of());
      parts.add(Value.text(last));
    }
    if (volume.raid() == RaidLevel.NONE) {
      return last;
    }
    String id = "raid-" + number;
    add(
        id,
        "raid",
        Map.of(
            "name", Value.text("md" + number),
            "raidlevel", Value.text(volume.raid().word()),
            "devices", Value.list(parts),
            "preserve", Value.flag(false)));
    return id;
  }

  private String partition(
      String path, @Nullable DataSize size, @Nullable String flag, Map<String, Value> more) {
    String disk = Objects.requireNonNull(disks.get(path));
    int number = partitions.merge(path, 1, Integer::sum);
    String id = disk + "-part-" + number;
    Map<String, Value> said = new LinkedHashMap<>();
    said.put("device", Value.text(disk));
    said.put("number", Value.whole(number));
    said.put("size", size == null ? Value.whole(-1) : Value.text(size.mebibytes() + "M"));
    if (flag != null) {
      said.put("flag", Value.text(flag));
    }
    said.put("wipe", Value.text("superblock"));
    said.put("preserve", Value.flag(false));
    said.putAll(more);
    add(id, "partition", said);
    return id;
  }

  private void format(String device, String fileSystem, String path) {
    add(
        device + "-fs",
        "format",
        Map.of("fstype", Value.text(fileSystem), "volume", Value.text(device)));
    mounts.put(path, device);
  }

  private void mount(String device, String path) {
    add(
        device + "-mount",
        "mount",
        Map.of("device", Value.text(device + "-fs"), "path", Value.text(path)));
  }

  private void add(String id, String type, Map<String, Value> said) {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("id", Value.text(id));
    members.put("type", Value.text(type));
    new TreeMap<>(said).forEach(members::put);
    actions.add(new Obj(members));
  }
}
