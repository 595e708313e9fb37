package io.plumbline.cost;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A range of US dollars an hour, the currency in which the clouds list their prices.
 *
 * @param least null where only the upper end is known, as with spare capacity, whose price moves
 * @param most never less than {@code least}
 */
public record Hourly(@Nullable BigDecimal least, BigDecimal most) {
  /** The currency of all amounts. */
  public static final String CURRENCY = "USD";

  public static final Hourly NOTHING = exactly(BigDecimal.ZERO);
  private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(24);

  public Hourly {
    least = least == null ? null : plain(least);
    most = plain(most);
    if (least != null && least.compareTo(most) > 0) {
      throw new IllegalArgumentException(least + " is more than " + most);
    }
  }

  public static Hourly exactly(BigDecimal amount) {
    return new Hourly(amount, amount);
  }

  public static Hourly atMost(BigDecimal amount) {
    return new Hourly(null, amount);
  }

  /** Both together; the lower end is known where that of both is. */
  public Hourly plus(Hourly other) {
    return new Hourly(
        least == null || other.least == null ? null : least.add(other.least), most.add(other.most));
  }

  /** What a day of it costs. */
  public Hourly perDay() {
    return new Hourly(
        least == null ? null : least.multiply(HOURS_OF_A_DAY), most.multiply(HOURS_OF_A_DAY));
  }

  /** Whether it is one amount and no range. */
  public boolean isExact() {
    return least != null && most.compareTo(least) == 0;
  }

  private static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
