package io.plumbline.graph;

/**
 * The range within which another controller moves a value. Inside is in sync, outside is drift, and
 * no engine resets it.
 *
 * @param owner who moves it: {@code "autoscaler"}
 */
public record Band(long min, long max, String owner) {
  public boolean holds(long value) {
    return min <= value && value <= max;
  }
}
