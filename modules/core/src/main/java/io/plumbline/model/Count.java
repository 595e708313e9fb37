package io.plumbline.model;

import io.plumbline.graph.Band;

/** How many nodes a pool has. */
public sealed interface Count {

  /** Always so many. */
  record Fixed(int nodes) implements Count {}

  /** As many as the band's owner decides from hour to hour; a new pool starts with the least. */
  record Within(Band band) implements Count {}

  /** The fewest there may be. */
  default long min() {
    return switch (this) {
      case Fixed fixed -> fixed.nodes();
      case Within within -> within.band().min();
    };
  }

  /** The most there may be. */
  default long max() {
    return switch (this) {
      case Fixed fixed -> fixed.nodes();
      case Within within -> within.band().max();
    };
  }
}
