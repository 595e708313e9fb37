package io.plumbline.dsl;

import io.plumbline.model.AnyKey;
import io.plumbline.model.Disk;
import io.plumbline.unit.DataSize;
import org.jspecify.annotations.Nullable;

/** Sets up the disk that a node boots from. */
public final class DiskBuilder {
  private DataSize size = DataSize.gib(100);
  private String device = "/dev/sda1";
  private boolean encrypted = true;
  private int iops = 3000;
  private int throughput = 125;
  private @Nullable AnyKey key;

  DiskBuilder() {}

  DiskBuilder size(DataSize amount) {
    size = amount;
    return this;
  }

  /**
   * Name under which the image has its root; by default {@code /dev/sda1}, as Ubuntu's have.
   * Amazon's: {@code /dev/xvda}.
   */
  public DiskBuilder device(String name) {
    device = name;
    return this;
  }

  /** Operations a second; by default 3000. */
  public DiskBuilder iops(int perSecond) {
    iops = perSecond;
    return this;
  }

  /** Throughput in MiB a second; by default 125. */
  public DiskBuilder throughputMib(int perSecond) {
    throughput = perSecond;
    return this;
  }

  /** Whether it is encrypted; by default it is, and a warning says so where it is not. */
  public DiskBuilder encrypted(boolean on) {
    encrypted = on;
    return this;
  }

  /** What it is encrypted with; by default the account's own key. */
  public DiskBuilder encryptedWith(AnyKey with) {
    key = with;
    return this;
  }

  Disk build() {
    return new Disk(size, device, encrypted, iops, throughput, key);
  }
}
