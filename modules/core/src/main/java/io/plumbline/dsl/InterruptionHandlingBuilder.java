package io.plumbline.dsl;

import io.plumbline.model.GpuPool;
import io.plumbline.model.InterruptionHandling;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets up what replaces nodes that are taken back or whose hardware fails. Needed: {@link #of}. At
 * the warning that a node is taken back, its replacement starts, and the node keeps the time that
 * it has left; a node whose hardware is to be retired is given up and replaced.
 */
public final class InterruptionHandlingBuilder
    extends ComponentBuilder<InterruptionHandling, InterruptionHandlingBuilder> {
  private final List<GpuPool> pools = new ArrayList<>();
  private boolean replacesOnRebalance;

  InterruptionHandlingBuilder(Order order) {
    super("interruption handling", order);
  }

  /** The pools whose nodes are looked after. Called again, it adds. */
  public InterruptionHandlingBuilder of(GpuPool... more) {
    pools.addAll(List.of(more));
    return this;
  }

  /**
   * Gives a spot node up as soon as the provider says that it may be taken back: earlier than the
   * warning, and sometimes for nothing. By default that is only logged.
   */
  public InterruptionHandlingBuilder replaceOnRebalance() {
    replacesOnRebalance = true;
    return this;
  }

  @Override
  InterruptionHandlingBuilder self() {
    return this;
  }

  @Override
  InterruptionHandling build() {
    if (pools.isEmpty()) {
      report(Incomplete.RULE, "it looks after nothing; say of(pool)");
    }
    return new InterruptionHandling(identity(), pools, replacesOnRebalance);
  }
}
