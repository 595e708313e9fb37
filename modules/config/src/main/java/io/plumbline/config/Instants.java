package io.plumbline.config;

import java.time.DateTimeException;
import java.time.Instant;

/** Points in time as ISO 8601 writes them, in UTC: {@code 2027-01-31T11:30:00Z}. */
final class Instants {
  private Instants() {}

  static Instant parse(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "a point in time is written in UTC, such as 2027-01-31T11:30:00Z", e);
    }
  }
}
