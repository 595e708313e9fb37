package io.plumbline.model;

import io.plumbline.unit.DataSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file system on a machine's own disks, made when it is installed.
 *
 * @param path where it is mounted: {@code "/scratch"}
 * @param fileSystem {@code "ext4"} or {@code "xfs"}
 * @param raid how its disks make one volume
 * @param disks by their device files: {@code "/dev/nvme0n1"}
 * @param size what it takes of each disk; null for all that is left there
 */
public record HostVolume(
    String path, String fileSystem, RaidLevel raid, List<String> disks, @Nullable DataSize size) {
  public HostVolume {
    disks = List.copyOf(disks);
  }
}
