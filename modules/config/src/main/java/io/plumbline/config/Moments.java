package io.plumbline.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Points in time as people give them on a command line. */
public final class Moments {
  private Moments() {}

  /**
   * A time in UTC ({@code 2027-01-31T11:30:00Z}), the beginning of a day in UTC ({@code
   * 2027-01-31}), or how long from now ({@code 90m}, {@code 7d}).
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static Instant parse(String text, Instant now) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException notATime) {
      try {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      } catch (DateTimeException notADay) {
        return fromNow(text, now);
      }
    }
  }

  private static Instant fromNow(String text, Instant now) {
    try {
      return now.plus(Durations.parse(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "a time is written as 2027-01-31T11:30:00Z, as a day, 2027-01-31, or from now, 4h or 7d",
          e);
    }
  }
}
