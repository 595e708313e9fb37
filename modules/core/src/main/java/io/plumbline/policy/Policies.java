package io.plumbline.policy;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.Diagnostic.Severity;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Design;
import io.plumbline.model.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs policies and applies waivers. A breach is an error unless a waiver covers it; a waiver that
 * is over covers nothing and is said, so that it is renewed or removed by someone; one that covers
 * nothing is a warning.
 */
public final class Policies {
  private final List<Policy> policies;
  private final List<Waiver> waivers;
  private final LocalDate today;

  public Policies(List<Policy> policies, List<Waiver> waivers, LocalDate today) {
    this.policies = List.copyOf(policies);
    this.waivers = List.copyOf(waivers);
    this.today = today;
  }

  /**
   * What a design breaches, in the order of policies.
   *
   * @param used takes the waivers that were needed
   */
  public List<Diagnostic> breaches(
      Design design, Map<Target, ResourceGraph> graphs, Set<Waiver> used) {
    List<Diagnostic> found = new ArrayList<>();
    for (Policy policy : policies) {
      Breaches breaches = new Breaches();
      policy.check(design, graphs, breaches);
      for (Breaches.Breach breach : breaches.found()) {
        Waiver waiver = waiverFor(policy, breach);
        if (waiver != null) {
          used.add(waiver);
        }
        if (waiver == null || isOver(waiver)) {
          found.add(diagnostic(policy, breach, waiver));
        }
      }
    }
    return List.copyOf(found);
  }

  /** Says of each waiver that no design needed that it can go. */
  public List<Diagnostic> unused(Set<Waiver> used) {
    return waivers.stream().filter(w -> !used.contains(w)).map(Policies::unused).toList();
  }

  /** One that still holds, if there is any; else one that is over. */
  private @Nullable Waiver waiverFor(Policy policy, Breaches.Breach breach) {
    Waiver over = null;
    for (Waiver waiver : waivers) {
      if (waiver.covers(policy.id(), breach.subject())) {
        if (!isOver(waiver)) {
          return waiver;
        }
        over = waiver;
      }
    }
    return over;
  }

  private boolean isOver(Waiver waiver) {
    return today.isAfter(waiver.expires());
  }

  private static Diagnostic diagnostic(
      Policy policy, Breaches.Breach breach, @Nullable Waiver over) {
    String waived =
        over == null ? "" : "; the waiver of " + over.owner() + " was over on " + over.expires();
    return new Diagnostic(
        "policy:" + policy.id(),
        Severity.ERROR,
        policy.description(),
        "\"" + breach.subject() + "\": " + breach.detail() + waived,
        breach.source(),
        breach.fix());
  }

  private static Diagnostic unused(Waiver waiver) {
    return new Diagnostic(
        "policy:" + waiver.policy(),
        Severity.WARNING,
        "waiver without a breach",
        "\""
            + waiver.subject()
            + "\": waived by "
            + waiver.owner()
            + ", and nothing breaches the policy there",
        null,
        "remove the waiver");
  }
}
