package io.plumbline.azure.lower;

import io.plumbline.model.InterruptionHandling;
import java.util.List;

/** Of replacing nodes that are taken back or fail, what Azure does not do. */
final class InterruptionGaps {
  private InterruptionGaps() {}

  static List<Unsupported> of(InterruptionHandling handling) {
    return handling.replacesOnRebalance()
        ? List.of(
            new Unsupported(
                "nodes given up when they may soon be taken back, of which Azure does not warn",
                "leave replaceOnRebalance() out"))
        : List.of();
  }
}
