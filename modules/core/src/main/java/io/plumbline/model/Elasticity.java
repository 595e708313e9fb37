package io.plumbline.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a pool grows and shrinks.
 *
 * @param scaling what moves the number of its nodes; null where somebody else does, or nobody
 * @param warmPool nodes that wait beside it; null for none
 * @param drain how long a node that has to go may take to finish its work; null for no wait
 * @param ready how long a fresh node may take until it is well; null for the provider's usual time
 * @param agents what measures its nodes from inside
 */
public record Elasticity(
    @Nullable Scaling scaling,
    @Nullable WarmPool warmPool,
    @Nullable Duration drain,
    @Nullable Duration ready,
    List<MetricsAgent> agents) {
  public Elasticity {
    agents = List.copyOf(agents);
  }
}
