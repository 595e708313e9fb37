package io.plumbline.model;

import java.time.Instant;

/**
 * A block of capacity that was bought for a time: checked to exist; never bought, changed or
 * extended. Nodes in it are ended before its own end.
 *
 * @param reservation the provider's id of it
 * @param start when the first node can start
 * @param end when the last one is gone
 */
public record ExistingCapacityBlock(
    Identity identity, String reservation, Instant start, Instant end) implements Reservation {

  @Override
  public String noun() {
    return "capacity block";
  }
}
