package io.plumbline.spi;

import java.util.List;

/**
 * Whether the nodes of a deployed graph have come.
 *
 * @param shortages groups that lack nodes because the provider could not start them
 * @param awaited whether a group lacks nodes that may still be on their way
 * @param unreadable why that is not known, of all or of some
 */
public record Arrivals(List<Shortage> shortages, boolean awaited, List<String> unreadable) {
  /** Where nothing is asked for that could fail to come. */
  public static final Arrivals ALL = new Arrivals(List.of(), false, List.of());

  public Arrivals {
    shortages = List.copyOf(shortages);
    unreadable = List.copyOf(unreadable);
  }
}
