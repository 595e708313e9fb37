package io.plumbline.config;

import java.math.BigDecimal;

/** A share of a whole, from 0 to 100. */
public record Percent(BigDecimal value) {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  public Percent {
    if (value.signum() < 0 || value.compareTo(ALL) > 0) {
      throw new IllegalArgumentException("a share is from 0% to 100%");
    }
  }

  /**
   * Reads {@code 2%} or {@code 0.5%}.
   *
   * @throws IllegalArgumentException if it is no such share
   */
  public static Percent parse(String text) {
    if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,6})?%")) {
      throw new IllegalArgumentException("a share is written with its sign, such as 2%");
    }
    return new Percent(new BigDecimal(text.substring(0, text.length() - 1)));
  }

  /** Whether {@code part} of {@code whole} is no more than this. */
  public boolean covers(long part, long whole) {
    return BigDecimal.valueOf(part)
            .multiply(ALL)
            .compareTo(value.multiply(BigDecimal.valueOf(whole)))
        <= 0;
  }

  @Override
  public String toString() {
    return value.toPlainString() + "%";
  }
}
