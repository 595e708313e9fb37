package io.plumbline.drift;

import java.math.BigDecimal;

/**
 * How much of one kind may stay undetermined without making a check incomplete.
 *
 * @param kind id of the kind: {@code host}
 * @param percent of the resources of that kind in the design: {@code 2}
 * @param reason why so many may be out of reach
 */
public record Tolerance(String kind, BigDecimal percent, String reason) {
  public Tolerance {
    percent = percent.stripTrailingZeros(); // equal by amount, however it is written
  }

  boolean allows(int undetermined, int all) {
    BigDecimal share = BigDecimal.valueOf(100L * undetermined);
    return share.compareTo(percent.multiply(BigDecimal.valueOf(all))) <= 0;
  }
}
