package io.plumbline.drift;

import io.plumbline.diagnostic.SourceLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one check of one environment.
 *
 * @param complete whether all that was to be read was read
 * @param pending what the Java of today would change, which is not drift
 * @param against per target, what was compared: {@code "release of 2026-11-22T10:00:00Z, commit abc"} or {@code "HEAD"}
 */
public record DriftReport(
    String environment,
    List<Finding> findings,
    boolean complete,
    List<Pending> pending,
    List<String> against,
    Coverage coverage) {

  public DriftReport {
    findings = List.copyOf(findings);
    pending = List.copyOf(pending);
    against = List.copyOf(against);
  }

  public enum Verdict {
    IN_SYNC("in-sync", 0),
    DRIFT("drift", 2),
    INCOMPLETE("incomplete", 3);

    private final String word;
    private final int exitCode;

    Verdict(String word, int exitCode) {
      this.word = word;
      this.exitCode = exitCode;
    }

    public String word() {
      return word;
    }

    public int exitCode() {
      return exitCode;
    }
  }

  /**
   * A difference between the released and today's description.
   *
   * @param attribute null where the whole resource is added or removed
   */
  public record Pending(
      String stack,
      String site,
      String address,
      String kind,
      Change change,
      @Nullable String attribute,
      @Nullable SourceLine source) {
    public enum Change {
      ADDED,
      CHANGED,
      REMOVED
    }
  }

  /** Drift where anything differs, complete or not; in sync only where all was read. */
  public Verdict verdict() {
    if (findings.stream().anyMatch(f -> !(f instanceof Finding.Undetermined))) {
      return Verdict.DRIFT;
    }
    return complete ? Verdict.IN_SYNC : Verdict.INCOMPLETE;
  }
}
