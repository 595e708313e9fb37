package io.plumbline.model;

/** How disks make one volume (md(4)). */
public enum RaidLevel {
  /** One disk, and no more. */
  NONE("none", 1),
  /** All of the space and the speed; the loss of one disk is the loss of all. */
  RAID0("raid0", 2),
  /** Each disk has all of it. */
  RAID1("raid1", 2),
  RAID5("raid5", 3),
  RAID6("raid6", 4),
  RAID10("raid10", 4);

  private final String word;
  private final int fewest;

  RaidLevel(String word, int fewest) {
    this.word = word;
    this.fewest = fewest;
  }

  /** As the kernel says it: {@code "raid1"}. */
  public String word() {
    return word;
  }

  /** How many disks it takes at the least. */
  public int fewest() {
    return fewest;
  }
}
