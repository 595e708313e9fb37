package io.plumbline.drift;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A node that is out of service, and what a check had for that.
 *
 * @param expired whether it was to be back by the day of the check
 * @param covered how many findings are about it alone, whether or not it still holds
 * @param seen whether its pool lists it as put aside
 * @param pools those from whose count it may be missing: {@code "workers/group, training on us"}
 * @param wanted whether the count of one of them is short, so that it matters which
 */
public record OutOfServiceUse(
    OutOfService node,
    boolean expired,
    int covered,
    boolean seen,
    List<String> pools,
    boolean wanted) {
  public OutOfServiceUse {
    pools = List.copyOf(pools);
  }

  /** What is wrong with the list, for a check of all that it may be for. */
  static List<Diagnostic> problems(List<OutOfServiceUse> uses) {
    List<Diagnostic> problems = new ArrayList<>();
    for (OutOfServiceUse use : uses) {
      if (use.expired) {
        problems.add(expired(use.node));
      } else if (use.wanted && use.pools.size() > 1) {
        problems.add(ambiguous(use));
      } else if (use.covered == 0 && !use.seen) {
        problems.add(unused(use.node));
      }
    }
    return problems;
  }

  OutOfServiceUse plus(OutOfServiceUse other) {
    return new OutOfServiceUse(
        node,
        expired || other.expired,
        covered + other.covered,
        seen || other.seen,
        Stream.concat(pools.stream(), other.pools.stream()).distinct().sorted().toList(),
        wanted || other.wanted);
  }

  private static Diagnostic expired(OutOfService node) {
    return new Diagnostic(
        "PLB-DRF-003",
        Severity.ERROR,
        "node is out of service for too long",
        "node \""
            + node.node()
            + "\" was to be back after "
            + node.until()
            + "; its reason was: "
            + node.reason(),
        node.source(),
        "put it back to work and remove the entry, or give it a later date");
  }

  /** An error: each part of a check sees one pool at the most, and may have left its count out. */
  private static Diagnostic ambiguous(OutOfServiceUse use) {
    return new Diagnostic(
        "PLB-DRF-005",
        Severity.ERROR,
        "node may be missing from several pools",
        "got \""
            + use.node.node()
            + "\", which may be of "
            + String.join("; or of ", use.pools)
            + "; allowed: one pool, since a node is missing from one",
        use.node.source(),
        "name its site, its stack, or the address of its pool");
  }

  private static Diagnostic unused(OutOfService node) {
    return new Diagnostic(
        "PLB-DRF-004",
        Severity.WARNING,
        "node is not known to be out of service",
        "no finding is about node \"" + node.node() + "\", and no pool lists it as put aside",
        node.source(),
        "remove the entry where the node is back or was replaced; else correct its id, site or"
            + " pool");
  }
}
