package io.plumbline.rule;

import io.plumbline.model.Component;
import io.plumbline.model.Design;

/** A component refers to one that lives on another site. */
final class AcrossSites implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-REF-001",
          "reference to another site",
          "Each site is provisioned by its own engine run; what one makes is not known to the other"
              + " yet.",
          "Plumbline, sites",
          "put both on one site, or look the other thing up there as an existing one");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (Component component : design.components()) {
      for (Component used : component.uses()) {
        if (!used.site().name().equals(component.site().name())) {
          problems.report(
              RULE,
              component,
              "lives on \""
                  + component.site().name()
                  + "\" and refers to "
                  + used.noun()
                  + " \""
                  + used.id()
                  + "\" on \""
                  + used.site().name()
                  + "\"");
        }
      }
    }
  }
}
