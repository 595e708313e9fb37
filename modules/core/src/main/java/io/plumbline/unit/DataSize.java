package io.plumbline.unit;

import java.util.Locale;

/**
 * An amount of memory or disk. Units are binary: a gibibyte is 1024 mebibytes.
 *
 * @param mebibytes the amount in MiB, which no provider divides
 */
public record DataSize(long mebibytes) implements Comparable<DataSize> {
  private static final long PER_GIB = 1024;
  private static final long PER_TIB = 1024 * PER_GIB;

  /** So many mebibytes. */
  public static DataSize mib(long amount) {
    return new DataSize(amount);
  }

  /** So many gibibytes. */
  public static DataSize gib(long amount) {
    return new DataSize(Math.multiplyExact(amount, PER_GIB));
  }

  /** So many tebibytes. */
  public static DataSize tib(long amount) {
    return new DataSize(Math.multiplyExact(amount, PER_TIB));
  }

  /**
   * Reads {@code 500GiB}, {@code 500 GiB}, {@code 512MiB}, {@code 2TiB}.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static DataSize parse(String text) {
    String compact = text.replace(" ", "").toLowerCase(Locale.ROOT);
    if (!compact.matches("[0-9]{1,12}[mgt]ib")) {
      throw new IllegalArgumentException(
          "a size is a whole number with MiB, GiB or TiB, such as 500GiB");
    }
    long amount = Long.parseLong(compact.substring(0, compact.length() - 3));
    return switch (compact.charAt(compact.length() - 3)) {
      case 'm' -> mib(amount);
      case 'g' -> gib(amount);
      default -> tib(amount);
    };
  }

  /**
   * In whole gibibytes, rounded up: a provider that sells by the gibibyte gives at least what was
   * asked for.
   */
  public long gibibytes() {
    return Math.ceilDiv(mebibytes, PER_GIB);
  }

  @Override
  public int compareTo(DataSize other) {
    return Long.compare(mebibytes, other.mebibytes);
  }

  /** In the largest unit that keeps it whole: {@code 500GiB}; {@link #parse} reads it back. */
  @Override
  public String toString() {
    if (mebibytes != 0 && mebibytes % PER_TIB == 0) {
      return mebibytes / PER_TIB + "TiB";
    }
    return mebibytes % PER_GIB == 0 ? mebibytes / PER_GIB + "GiB" : mebibytes + "MiB";
  }
}
