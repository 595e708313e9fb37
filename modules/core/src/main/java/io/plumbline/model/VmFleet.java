package io.plumbline.model;

import io.plumbline.unit.DataSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Virtual machines on a hypervisor of ours, all alike, cloned from a template and set up by
 * cloud-init. They get their addresses by DHCP.
 *
 * @param hypervisor what runs them; null where the stack does not say, which is reported
 * @param count how many
 * @param cpus virtual processors of each
 * @param memory of each; null where the stack does not say, which is reported
 * @param bootDisk as big as the template's, or bigger
 * @param dataDisks further ones of each, empty at first
 * @param user who may log in, by keys alone; null for whom the template knows
 */
public record VmFleet(
    Identity identity,
    @Nullable Hypervisor hypervisor,
    int count,
    int cpus,
    @Nullable DataSize memory,
    DataSize bootDisk,
    List<DataSize> dataDisks,
    @Nullable VmUser user)
    implements Component {
  public VmFleet {
    dataDisks = List.copyOf(dataDisks);
  }

  @Override
  public List<Component> uses() {
    return List.of();
  }

  @Override
  public String noun() {
    return "VM fleet";
  }
}
