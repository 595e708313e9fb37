package io.plumbline.model;

import java.util.List;

/** What a pool's nodes are. */
public sealed interface Machine {

  /**
   * Whatever has exactly this many of these accelerators; the provider's catalogue knows what that
   * is.
   *
   * @param perNode how many a node has
   */
  record WithGpus(int perNode, Gpu model) implements Machine {}

  /** These types of the provider, the preferred one first. */
  record OfTypes(List<String> types) implements Machine {
    public OfTypes {
      types = List.copyOf(types);
    }
  }
}
