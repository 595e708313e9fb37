package io.plumbline.model;

/** Whether a subnet has a way in from the internet. */
public enum Tier {
  PUBLIC("public"),
  PRIVATE("private");

  private final String word;

  Tier(String word) {
    this.word = word;
  }

  /** In lower case, as in addresses and names. */
  public String word() {
    return word;
  }
}
