package io.plumbline.model;

import io.plumbline.unit.Price;
import org.jspecify.annotations.Nullable;

/** How a pool's nodes are paid for. */
public sealed interface Purchase {

  /** At the list price, until given back. */
  record OnDemand() implements Purchase {}

  /**
   * Spare capacity that the provider takes back at short notice.
   *
   * @param maxPrice the most to pay for a node; null: up to the on-demand price
   * @param onDemandBase so many nodes first, on demand, that are not taken back
   * @param onDemandShare of the nodes beyond the base, how many in a hundred are on demand
   */
  record Spot(@Nullable Price maxPrice, Strategy strategy, int onDemandBase, int onDemandShare)
      implements Purchase {}

  /** From which of several types and zones spare capacity is taken. */
  enum Strategy {
    /** Where it is plentiful, then cheap: rarely taken back, at a fair price. */
    PRICE_CAPACITY_OPTIMIZED,
    /** Where it is most plentiful, whatever it costs. */
    CAPACITY_OPTIMIZED,
    /** Where it is plentiful, in the order of the pool's types as far as that allows. */
    CAPACITY_OPTIMIZED_PRIORITIZED,
    /** Where it is cheapest, however soon it is taken back. */
    LOWEST_PRICE
  }
}
