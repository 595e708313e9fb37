package io.plumbline.dsl;

import io.plumbline.model.CapacityReservation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a reservation of ours. Needed: {@link #instanceType}, {@link #count}, {@link #zone}. It
 * is paid for as long as it is there, at the on-demand price, used or not.
 */
public final class CapacityReservationBuilder
    extends ComponentBuilder<CapacityReservation, CapacityReservationBuilder> {
  private @Nullable String instanceType;
  private @Nullable Integer count;
  private @Nullable String zone;
  private @Nullable Instant until;
  private boolean clustered;

  CapacityReservationBuilder(Order order) {
    super("reservation", order);
  }

  /** The provider's type of what is kept: {@code "p5.48xlarge"}. */
  public CapacityReservationBuilder instanceType(String type) {
    instanceType = type;
    return this;
  }

  /** So many nodes. */
  public CapacityReservationBuilder count(int nodes) {
    count = nodes;
    return this;
  }

  /** Where: {@code "us-east-1a"}. */
  public CapacityReservationBuilder zone(String name) {
    zone = name;
    return this;
  }

  /** When the provider takes it back by itself; by default never. */
  public CapacityReservationBuilder until(Instant end) {
    until = end;
    return this;
  }

  /**
   * Nodes in it lie close together. Said here and not of a pool, since capacity that lies apart
   * cannot be moved together later.
   */
  public CapacityReservationBuilder clustered() {
    clustered = true;
    return this;
  }

  @Override
  CapacityReservationBuilder self() {
    return this;
  }

  @Override
  CapacityReservation build() {
    require(instanceType, "it does not say of what; say instanceType(\"p5.48xlarge\")");
    require(count, "it does not say how many; say count(4)");
    require(zone, "it does not say where; say zone(\"us-east-1a\")");
    return new CapacityReservation(
        identity(), instanceType, count == null ? 0 : count, zone, until, clustered);
  }

  private void require(@Nullable Object said, String detail) {
    if (said == null) {
      report(Incomplete.RULE, detail);
    }
  }
}
