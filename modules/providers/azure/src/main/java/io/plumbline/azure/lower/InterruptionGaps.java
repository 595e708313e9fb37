package io.plumbline.azure.lower;

import io.plumbline.model.GpuPool;
import io.plumbline.model.InterruptionHandling;
import io.plumbline.model.Purchase;
import java.util.ArrayList;
import java.util.List;

/**
 * Of replacing nodes that are taken back or fail, what Azure does not do. What it does is the
 * pool's own, and nothing is made for it: a machine that does not answer is replaced, one whose
 * hardware fails is moved, and a scale set of spot machines alone goes on trying to bring those
 * back that were taken. A node learns beforehand of all of it by itself, from Scheduled Events at
 * {@code http://169.254.169.254/metadata/scheduledevents}, of an eviction 30 seconds before.
 * Source: learn.microsoft.com, Automatic instance repairs, Try and restore for Spot Virtual
 * Machines, and Scheduled Events for Linux VMs; read 2026-11.
 */
final class InterruptionGaps {
  private InterruptionGaps() {}

  static List<Unsupported> of(InterruptionHandling handling) {
    List<Unsupported> gaps = new ArrayList<>();
    if (handling.replacesOnRebalance()) {
      gaps.add(
          new Unsupported(
              "nodes given up when they may soon be taken back, of which Azure does not warn",
              "leave replaceOnRebalance() out"));
    }
    for (GpuPool pool : handling.pools()) {
      if (pool.purchase() instanceof Purchase.Spot && Orchestration.isMixed(pool)) {
        gaps.add(
            new Unsupported(
                "pool \""
                    + pool.id()
                    + "\" with spot nodes beside others, which Azure does not bring back",
                "describe two pools, one of spot nodes alone"));
      }
    }
    return gaps;
  }
}
