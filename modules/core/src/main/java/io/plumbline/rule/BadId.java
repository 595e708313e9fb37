package io.plumbline.rule;

import io.plumbline.model.Component;
import io.plumbline.model.Design;

/** An id with other characters than {@code [a-z0-9-]}, or longer than 63. */
final class BadId implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-ID-001",
          "id not allowed",
          "Ids become parts of live names, tags, logical ids and paths, and keep their meaning in"
              + " all of them.",
          "Plumbline, names and identity",
          "use 1 to 63 lower-case letters, digits and hyphens; an id is for life, so choose it"
              + " before the first deploy");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (Component component : design.components()) {
      String formerly = component.identity().formerly();
      if (!allowed(component.id())) {
        problems.report(
            RULE, component, "got id \"" + component.id() + "\"; allowed is [a-z0-9-]{1,63}");
      }
      if (formerly != null && !allowed(formerly)) {
        problems.report(
            RULE, component, "got formerly(\"" + formerly + "\"); allowed is [a-z0-9-]{1,63}");
      }
    }
  }

  private static boolean allowed(String id) {
    return id.matches("[a-z0-9-]{1,63}");
  }
}
