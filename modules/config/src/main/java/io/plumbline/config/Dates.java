package io.plumbline.config;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days as ISO 8601 writes them: {@code 2027-01-31}. */
final class Dates {
  private Dates() {}

  static LocalDate parse(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a date is written YEAR-MONTH-DAY, such as 2027-01-31", e);
    }
  }
}
