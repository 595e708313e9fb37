package io.plumbline.rule;

import io.plumbline.model.Component;
import io.plumbline.model.Design;

/**
 * A component stands in, or is made of, one that lives on another site. What one site makes can be
 * told to another as a value: a bucket's name in a file of machines.
 */
final class AcrossSites implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-REF-001",
          "reference to another site",
          "Nothing stands at two sites at once: a pool of one cannot be in a network of the other.",
          "Plumbline, sites",
          "put both on one site, or look the other thing up there as an existing one; names and"
              + " addresses may be told to other sites as values");

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
