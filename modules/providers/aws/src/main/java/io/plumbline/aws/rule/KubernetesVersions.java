package io.plumbline.aws.rule;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Until when EKS supports which version of Kubernetes: Amazon EKS User Guide, Understand the
 * Kubernetes version lifecycle on EKS: release calendar; dates as endoflife.date had them in
 * February 2026.
 */
final class KubernetesVersions {
  /** When support ends: at the price of a new version, and at all. */
  record Ends(LocalDate standard, LocalDate extended) {}

  private static final Map<String, Ends> ENDS =
      Map.of(
          "1.29", ends("2025-03-23", "2026-03-23"),
          "1.30", ends("2025-07-23", "2026-07-23"),
          "1.31", ends("2025-11-26", "2026-11-26"),
          "1.32", ends("2026-03-23", "2027-03-23"),
          "1.33", ends("2026-07-29", "2027-07-29"),
          "1.34", ends("2026-12-02", "2027-12-02"),
          "1.35", ends("2027-03-27", "2028-03-27"));

  private static final int OLDEST = 29;

  private KubernetesVersions() {}

  private static Ends ends(String standard, String extended) {
    return new Ends(LocalDate.parse(standard), LocalDate.parse(extended));
  }

  /** Null where the version is not known: it is newer, or older, or none. */
  static @Nullable Ends of(String version) {
    return ENDS.get(version);
  }

  /** Whether a version is older than all that are known. */
  static boolean isTooOld(String version) {
    return Integer.parseInt(version.substring(version.indexOf('.') + 1)) < OLDEST;
  }
}
