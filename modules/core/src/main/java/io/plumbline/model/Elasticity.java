package io.plumbline.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a pool grows and shrinks.
 *
 * @param scaling what moves the number of its nodes; null where somebody else does, or nobody
 * @param warmPool nodes that wait beside it; null for none
 * @param launch how long a fresh node may take until somebody says that it is set up, before it is
 *     given up; null for no wait
 * @param drain how long a node that has to go may take to finish its work; null for no wait
 * @param ready how long a fresh node may take until it is well; null for the provider's usual time
 * @param agents what measures its nodes from inside
 */
public record Elasticity(
    @Nullable Scaling scaling,
    @Nullable WarmPool warmPool,
    @Nullable Duration launch,
    @Nullable Duration drain,
    @Nullable Duration ready,
    List<MetricsAgent> agents) {
  public Elasticity {
    agents = List.copyOf(agents);
  }

  /** Whether somebody must say of a node that it may go on. */
  public boolean hasHooks() {
    return launch != null || drain != null;
  }
}
