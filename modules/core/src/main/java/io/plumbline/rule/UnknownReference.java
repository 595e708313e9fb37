package io.plumbline.rule;

import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value refers to something that the design does not have. */
final class UnknownReference implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-REF-002",
          "reference to nothing",
          "What is not in the design is never there when the reference is filled in.",
          "Plumbline, references",
          "refer to components by their handles, and to those of other stacks by"
              + " blueprint.stack(TYPE)");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    Map<String, Component> byId = new HashMap<>();
    design.components().forEach(c -> byId.putIfAbsent(c.id(), c));
    design.others().forEach(other -> other.components().forEach(c -> byId.putIfAbsent(c.id(), c)));
    for (Component component : design.components()) {
      for (Component used : component.uses()) {
        if (byId.get(used.id()) == null) {
          problems.report(
              RULE,
              component,
              "got " + used.noun() + " \"" + used.id() + "\", which is not of this stack");
        }
      }
      for (Value value : component.values()) {
        References.forEach(value, ref -> check(component, ref, byId.get(ref.resource()), problems));
      }
    }
  }

  private static void check(
      Component component, Value.Ref ref, @Nullable Component found, Problems problems) {
    if (found == null) {
      problems.report(
          RULE, component, "got \"" + ref.resource() + "\", which is not of this stack");
    }
  }
}
