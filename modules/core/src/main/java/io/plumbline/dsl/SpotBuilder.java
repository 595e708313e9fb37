package io.plumbline.dsl;

import io.plumbline.model.Purchase;
import io.plumbline.model.Purchase.Strategy;
import io.plumbline.unit.Price;
import org.jspecify.annotations.Nullable;

/**
 * Sets up the use of spare capacity. With nothing said: all of it spare, up to the on-demand price.
 */
public final class SpotBuilder {
  private @Nullable Price maxPrice;
  private Strategy strategy = Strategy.PRICE_CAPACITY_OPTIMIZED;
  private int onDemandBase;
  private int onDemandShare;

  SpotBuilder() {}

  /**
   * The most to pay for a node: {@code usdPerHour(40)}. By default the on-demand price, which
   * providers advise.
   */
  public SpotBuilder maxPrice(Price most) {
    maxPrice = most;
    return this;
  }

  /**
   * From which types and zones it is taken; by default {@link Strategy#PRICE_CAPACITY_OPTIMIZED}.
   */
  public SpotBuilder strategy(Strategy how) {
    strategy = how;
    return this;
  }

  /** So many nodes first, on demand, that are not taken back; by default none. */
  public SpotBuilder onDemandBase(int nodes) {
    onDemandBase = nodes;
    return this;
  }

  /** Of the nodes beyond the base, how many in a hundred are on demand; by default none. */
  public SpotBuilder onDemandShare(int percent) {
    onDemandShare = percent;
    return this;
  }

  Purchase build() {
    return new Purchase.Spot(maxPrice, strategy, onDemandBase, onDemandShare);
  }
}
