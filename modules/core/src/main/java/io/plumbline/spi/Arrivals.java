package io.plumbline.spi;

import java.time.Duration;
import java.util.List;

/**
 * Whether the nodes of a deployed graph have come.
 *
 * @param shortages groups that lack nodes because the provider could not start them
 * @param awaited groups of which nodes may still be on their way
 * @param unreadable why that is not known, of all or of some
 */
public record Arrivals(List<Shortage> shortages, List<Awaited> awaited, List<String> unreadable) {
  /** Where nothing is asked for that could fail to come. */
  public static final Arrivals ALL = new Arrivals(List.of(), List.of(), List.of());

  public Arrivals {
    shortages = List.copyOf(shortages);
    awaited = List.copyOf(awaited);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * Nodes that are not at work yet. Nothing has failed: they take their time, or the provider has
   * not said anything of them.
   *
   * @param address of the group that awaits them
   * @param wanted how many nodes it is to have
   * @param inService how many of them are at work
   * @param starting how many of them are there, and not ready
   * @param within how long a node may take once it has started
   */
  public record Awaited(
      String address, long wanted, long inService, long starting, Duration within) {}
}
