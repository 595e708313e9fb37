package io.plumbline.rule;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.model.Component;
import io.plumbline.model.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong, so that all of it is said at once. Not for use by several threads. */
public final class Problems {
  private final List<Diagnostic> found = new ArrayList<>();

  /** A breach by a component; {@code detail} says what was got and what is allowed. */
  public void report(Rule rule, Component component, String detail) {
    report(rule, component.noun(), component.identity(), detail);
  }

  /** A breach by a component that is still being described. */
  public void report(Rule rule, String noun, Identity identity, String detail) {
    String who = noun + " \"" + identity.id() + "\": ";
    add(rule, identity.source(), who + detail + calledFrom(identity.source().callers()));
  }

  /** A breach at a line, or at none. */
  public void report(Rule rule, @Nullable SourceLine source, String detail) {
    add(rule, source, detail);
  }

  public void addAll(List<Diagnostic> diagnostics) {
    found.addAll(diagnostics);
  }

  /** All that was reported, in that order. */
  public List<Diagnostic> all() {
    return List.copyOf(found);
  }

  private void add(Rule rule, @Nullable SourceLine source, String detail) {
    found.add(
        new Diagnostic(rule.code(), rule.severity(), rule.summary(), detail, source, rule.fix()));
  }

  private static String calledFrom(List<SourceLine> callers) {
    return callers.isEmpty()
        ? ""
        : callers.stream()
            .map(SourceLine::toString)
            .collect(Collectors.joining(", ", " (called from ", ")"));
  }
}
