package io.plumbline.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reservation of ours, paid for from the moment it is made until it is given back. Protected:
 * what is given back may not be had again.
 *
 * @param instanceType the provider's; null where the stack does not say, which is reported
 * @param count so many nodes
 * @param zone where; null where the stack does not say, which is reported
 * @param until when the provider takes it back by itself; null for never
 * @param clustered whether its nodes lie close together
 */
public record CapacityReservation(
    Identity identity,
    @Nullable String instanceType,
    int count,
    @Nullable String zone,
    @Nullable Instant until,
    boolean clustered)
    implements Reservation {

  @Override
  public String noun() {
    return "reservation";
  }
}
