package io.plumbline.rule;

import io.plumbline.model.Component;
import io.plumbline.model.Design;
import java.util.HashMap;
import java.util.Map;

/** Two components of a stack have one id, or one was formerly called what another is called now. */
final class DuplicateId implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-ID-002",
          "id used twice",
          "The id alone says which live thing is meant; two components would fight for one, or swap"
              + " places.",
          "Plumbline, names and identity",
          "give one of them another id; formerly(…) names an id that nothing has any more");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    Map<String, Component> claims = new HashMap<>();
    for (Component component : design.components()) {
      claim(component.id(), "id", component, claims, problems);
    }
    for (Component component : design.components()) {
      String formerly = component.identity().formerly();
      if (formerly != null) {
        claim(formerly, "former id", component, claims, problems);
      }
    }
  }

  private static void claim(
      String id,
      String what,
      Component component,
      Map<String, Component> claims,
      Problems problems) {
    Component first = claims.putIfAbsent(id, component);
    if (first != null) {
      problems.report(
          RULE,
          component,
          "got "
              + what
              + " \""
              + id
              + "\", which the "
              + first.noun()
              + " of "
              + first.source()
              + " has");
    }
  }
}
