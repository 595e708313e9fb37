package io.plumbline.azure.lower;

import io.plumbline.model.Key;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Of keys, what Azure does not have. */
final class KeyGaps {
  /**
   * The soonest that a key is rotated. Source: learn.microsoft.com, Configure cryptographic key
   * auto-rotation in Azure Key Vault; read 2026-11.
   */
  private static final Duration SOONEST = Duration.ofDays(7);

  private KeyGaps() {}

  static List<Unsupported> of(Key key) {
    List<Unsupported> gaps = new ArrayList<>();
    Duration rotation = key.rotation();
    if (rotation != null
        && (rotation.compareTo(SOONEST) < 0
            || !rotation.equals(Duration.ofDays(rotation.toDays())))) {
      gaps.add(
          new Unsupported(
              "new material every " + rotation + ", where Azure makes it after whole days from 7",
              "say rotatedEvery(days(7)), or more"));
    }
    if (!key.users().isEmpty()) {
      gaps.add(
          new Unsupported(
              "users of its own: who may use a key, roles of Azure say",
              "leave usedBy(…) out, and assign the role Key Vault Crypto User"));
    }
    return gaps;
  }
}
