package io.plumbline.dsl;

import io.plumbline.model.WarmPool;
import org.jspecify.annotations.Nullable;

/**
 * Sets up nodes that wait beside a pool. With nothing said: stopped ones, as many as the pool may
 * still grow by.
 */
public final class WarmPoolBuilder {
  private int min;
  private @Nullable Integer maxPrepared;
  private boolean running;
  private boolean reuse;

  WarmPoolBuilder() {}

  /** So many wait, whatever the pool has in service. */
  public WarmPoolBuilder nodes(int count) {
    min = count;
    maxPrepared = count;
    return this;
  }

  /**
   * So many wait at least. It is a floor and no more: AWS fills up until waiting nodes and those in
   * service are {@link #maxPrepared} together, or the pool's most; all of them are paid for.
   */
  public WarmPoolBuilder min(int nodes) {
    min = nodes;
    return this;
  }

  /** So many are prepared, those in service included; by default the pool's most. */
  public WarmPoolBuilder maxPrepared(int nodes) {
    maxPrepared = nodes;
    return this;
  }

  /** They wait running: in service at once, and paid for all the time. By default stopped. */
  public WarmPoolBuilder running() {
    running = true;
    return this;
  }

  /** Nodes that the pool gives up go back there; by default they end. */
  public WarmPoolBuilder reuse() {
    reuse = true;
    return this;
  }

  WarmPool build() {
    return new WarmPool(min, maxPrepared, running, reuse);
  }
}
