package io.plumbline.azure.lower;

import io.plumbline.model.Purchase;
import io.plumbline.value.Value;
import java.math.BigDecimal;

/** The most that is paid for a spot machine, in USD an hour, as Azure says it. */
final class SpotPrice {
  private SpotPrice() {}

  /** -1 for up to the price on demand: none is taken back for its price. */
  static Value of(Purchase.Spot spot) {
    return Value.decimal(
        spot.maxPrice() == null ? BigDecimal.ONE.negate() : spot.maxPrice().usdPerHour());
  }
}
