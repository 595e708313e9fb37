package io.plumbline.drift;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * A node that is out of service, and what a check had for that.
 *
 * @param expired whether it was to be back by the day of the check
 * @param covered how many findings are about it alone, whether or not it still holds
 * @param seen whether its pool lists it as put aside
 */
public record OutOfServiceUse(OutOfService node, boolean expired, int covered, boolean seen) {

  /** What is wrong with the list, for a check of all that it may be for. */
  static List<Diagnostic> problems(List<OutOfServiceUse> uses) {
    List<Diagnostic> problems = new ArrayList<>();
    for (OutOfServiceUse use : uses) {
      if (use.expired) {
        problems.add(expired(use.node));
      } else if (use.covered == 0 && !use.seen) {
        problems.add(unused(use.node));
      }
    }
    return problems;
  }

  OutOfServiceUse plus(OutOfServiceUse other) {
    return new OutOfServiceUse(
        node, expired || other.expired, covered + other.covered, seen || other.seen);
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
