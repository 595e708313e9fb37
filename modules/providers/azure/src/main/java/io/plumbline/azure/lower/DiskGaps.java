package io.plumbline.azure.lower;

import io.plumbline.model.Disk;
import java.util.ArrayList;
import java.util.List;

/** Of a node's disk, what Azure does not have. */
final class DiskGaps {
  private static final int USUAL_IOPS = 3000;
  private static final int USUAL_THROUGHPUT = 125;

  private DiskGaps() {}

  /**
   * What it does not have.
   *
   * @param usualDevice what a design says where it says nothing
   */
  static List<Unsupported> of(Disk disk, String usualDevice) {
    List<Unsupported> gaps = new ArrayList<>();
    if (disk.key() != null) {
      gaps.add(
          new Unsupported(
              "a key of its own for disks, which is not said in Azure's terms yet",
              "leave it out: Azure encrypts every disk with a key of its own"));
    }
    if (!disk.encrypted()) {
      gaps.add(
          new Unsupported(
              "a disk in the clear, where Azure encrypts every disk",
              "leave encrypted(false) out"));
    }
    if (!disk.device().equals(usualDevice)) {
      gaps.add(
          new Unsupported(
              "device \"" + disk.device() + "\": Azure's images say which disk they boot from",
              "leave device(…) out"));
    }
    if (disk.iops() != USUAL_IOPS || disk.throughput() != USUAL_THROUGHPUT) {
      gaps.add(
          new Unsupported(
              "a disk with "
                  + disk.iops()
                  + " operations and "
                  + disk.throughput()
                  + " MiB a second: at Azure both follow from its size",
              "leave iops(…) and throughputMib(…) out, and ask for a larger disk"));
    }
    return gaps;
  }
}
