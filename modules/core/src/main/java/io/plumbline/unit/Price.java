package io.plumbline.unit;

import java.math.BigDecimal;

/**
 * What an hour costs, in US dollars, the currency in which the clouds list and cap their prices.
 *
 * @param usdPerHour exact; trailing zeros are dropped, so that {@code 40.00} is {@code 40}
 */
public record Price(BigDecimal usdPerHour) implements Comparable<Price> {
  public Price {
    usdPerHour = usdPerHour.stripTrailingZeros();
    if (usdPerHour.scale() < 0) {
      usdPerHour = usdPerHour.setScale(0);
    }
  }

  /** So many US dollars an hour. */
  public static Price usdPerHour(String amount) {
    return new Price(amountOf(amount));
  }

  /** So many US dollars an hour, as the number prints: {@code 32.77} is exactly that. */
  public static Price usdPerHour(double amount) {
    return new Price(BigDecimal.valueOf(amount));
  }

  /**
   * Reads {@code 40 USD/h} or {@code 40.5USD/h}.
   *
   * @throws IllegalArgumentException if it is no such price
   */
  public static Price parse(String text) {
    String compact = text.replace(" ", "");
    if (!compact.endsWith("USD/h")) {
      throw new IllegalArgumentException("a price is an amount with its unit, such as 40.5 USD/h");
    }
    return new Price(amountOf(compact.substring(0, compact.length() - "USD/h".length())));
  }

  private static BigDecimal amountOf(String text) {
    if (!text.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no amount: digits, and up to nine of them after a point");
    }
    return new BigDecimal(text);
  }

  @Override
  public int compareTo(Price other) {
    return usdPerHour.compareTo(other.usdPerHour);
  }

  @Override
  public String toString() {
    return usdPerHour.toPlainString() + " USD/h";
  }
}
