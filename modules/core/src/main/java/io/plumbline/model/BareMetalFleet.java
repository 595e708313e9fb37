package io.plumbline.model;

import io.plumbline.unit.DataSize;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Machines of ours in racks, all set up alike. Which there are, an inventory says; how many there
 * should be, the stack expects.
 *
 * @param inventory the machines; null where the stack does not say, which is reported
 * @param racks how many racks they stand in; null where the stack expects nothing
 * @param hostsPerRack how many stand in each; null where the stack expects nothing
 * @param processors what each has; null where nobody minds
 * @param memory what each has for jobs; null where nobody minds
 * @param mostDown how many may be out of work at a time while something changes; null for a tenth
 *     of them
 * @param acrossRacks whether those may stand in several racks
 * @param gpus what each has; null for machines without
 * @param software what runs on them; null where the stack does not say, which is reported
 * @param install how they get their operating system; null where that is nobody's to say here
 * @param reboots whether a deploy may start them anew, where driver or kernel want it
 * @param bmc what is wanted of their management controllers; null where they are not asked
 * @param sysctls kernel parameters by name
 * @param groups those with numbers of their own; of others that accounts name, each machine chooses
 *     the number
 */
public record BareMetalFleet(
    Identity identity,
    @Nullable Inventory inventory,
    @Nullable Integer racks,
    @Nullable Integer hostsPerRack,
    @Nullable HostProcessors processors,
    @Nullable DataSize memory,
    @Nullable Integer mostDown,
    boolean acrossRacks,
    @Nullable HostGpus gpus,
    @Nullable HostSoftware software,
    @Nullable HostInstall install,
    boolean reboots,
    @Nullable HostBmc bmc,
    Map<String, String> sysctls,
    List<HostMount> mounts,
    List<HostGroup> groups,
    List<HostAccount> accounts,
    List<HostFile> files,
    List<HostLink> links)
    implements Component {
  public BareMetalFleet {
    sysctls = Collections.unmodifiableMap(new LinkedHashMap<>(sysctls));
    mounts = List.copyOf(mounts);
    groups = List.copyOf(groups);
    accounts = List.copyOf(accounts);
    files = List.copyOf(files);
    links = List.copyOf(links);
  }

  @Override
  public List<Component> uses() {
    return List.of();
  }

  @Override
  public List<Value> values() {
    List<Value> values = new ArrayList<>(Component.super.values());
    files.forEach(file -> values.add(file.content()));
    return values;
  }

  @Override
  public String noun() {
    return "bare-metal fleet";
  }
}
