package io.plumbline.model;

/**
 * A reservation that is there already: checked to exist, never changed or given back.
 *
 * @param reservation the provider's id of it
 */
public record ExistingCapacityReservation(Identity identity, String reservation)
    implements Reservation {

  @Override
  public String noun() {
    return "existing reservation";
  }
}
