package io.plumbline.model;

/** What a machine can boot from, whoever made it. */
public enum BootTarget {
  /** A disk in the machine. */
  DISK("disk"),
  /** PXE. */
  NETWORK("network"),
  /** UEFI's HTTP boot. */
  HTTP("http"),
  /** A disc in a drive, or one that the management controller passes for such. */
  CD("cd"),
  /** A stick. */
  USB("usb");

  private final String word;

  BootTarget(String word) {
    this.word = word;
  }

  /** As it stands in graphs and reports. */
  public String word() {
    return word;
  }
}
