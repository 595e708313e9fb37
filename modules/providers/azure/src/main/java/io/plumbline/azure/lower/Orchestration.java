package io.plumbline.azure.lower;

import io.plumbline.model.GpuPool;
import io.plumbline.model.Placement;
import io.plumbline.model.Purchase;

/** Which of the two sorts of scale set a pool is. */
enum Orchestration {
  /**
   * What InfiniBand and fixed fault domains want, and spot machines that Azure tries to bring back.
   */
  UNIFORM,
  /** What Azure advises, and what spot machines beside others want. */
  FLEXIBLE;

  static Orchestration of(GpuPool pool) {
    return pool.fabric() || isSpreadOut(pool) || isSpotAlone(pool) ? UNIFORM : FLEXIBLE;
  }

  /** Whether its nodes stand on hardware of their own, or in groups that do. */
  static boolean isSpreadOut(GpuPool pool) {
    return pool.placement() == Placement.SPREAD || pool.placement() == Placement.PARTITION;
  }

  /** Whether some of its nodes are taken back, and some are not. */
  static boolean isMixed(GpuPool pool) {
    return pool.purchase() instanceof Purchase.Spot spot
        && (spot.onDemandBase() > 0 || spot.onDemandShare() > 0);
  }

  private static boolean isSpotAlone(GpuPool pool) {
    return pool.purchase() instanceof Purchase.Spot && !isMixed(pool);
  }
}
