package io.plumbline.drift;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.Diagnostic.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What of the findings of a check counts. Raises an error for a rule that has expired, a warning
 * for one that nothing needed.
 *
 * @param today the day by which rules expire
 */
public record Rules(List<IgnoreRule> ignored, List<Tolerance> tolerated, LocalDate today) {
  public Rules {
    ignored = List.copyOf(ignored);
    tolerated = List.copyOf(tolerated);
  }

  /** No finding is left out. */
  public static Rules none(LocalDate today) {
    return new Rules(List.of(), List.of(), today);
  }

  /** The findings that no rule leaves out. */
  List<Finding> apply(List<Finding> findings, List<Diagnostic> diagnostics) {
    List<Finding> kept = new ArrayList<>();
    Set<IgnoreRule> used = new LinkedHashSet<>();
    for (Finding finding : findings) {
      List<IgnoreRule> covering = ignored.stream().filter(rule -> rule.covers(finding)).toList();
      used.addAll(covering);
      if (covering.stream().allMatch(rule -> rule.hasExpired(today))) {
        kept.add(finding);
      }
    }
    for (IgnoreRule rule : ignored) {
      if (rule.hasExpired(today)) {
        diagnostics.add(expired(rule));
      } else if (!used.contains(rule)) {
        diagnostics.add(unused(rule));
      }
    }
    return kept;
  }

  private static Diagnostic expired(IgnoreRule rule) {
    return new Diagnostic(
        "PLB-DRF-001",
        Severity.ERROR,
        "ignore rule has expired",
        named(rule) + " held until " + rule.until() + "; its reason was: " + rule.reason(),
        rule.source(),
        "remove the rule, or give it a later date if its reason still holds");
  }

  private static Diagnostic unused(IgnoreRule rule) {
    return new Diagnostic(
        "PLB-DRF-002",
        Severity.WARNING,
        "ignore rule is not needed",
        named(rule) + " covered no finding",
        rule.source(),
        "remove the rule, or correct its patterns");
  }

  private static String named(IgnoreRule rule) {
    return "the rule for \"" + rule.address() + "\", attribute \"" + rule.attribute() + "\",";
  }
}
