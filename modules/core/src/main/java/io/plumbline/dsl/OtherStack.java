package io.plumbline.dsl;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Another stack of the same environment, to refer to what it has. It is deployed first, and what it
 * has is to this stack like any existing thing: looked up, never changed.
 */
public final class OtherStack {
  static final Rule RULE =
      Rule.error(
          "PLB-REF-003",
          "other stack has no such component",
          "A reference across stacks is by id and type, so that a renamed or replaced component is"
              + " found out before anything is deployed.",
          "Plumbline, references",
          "refer to a component that the other stack has, by its id and type");

  private final Draft draft;
  private final Design design;

  OtherStack(Draft draft, Design design) {
    this.draft = draft;
    this.design = design;
  }

  /**
   * Its component of this id and type, which this stack can use as if it were its own.
   *
   * @throws InvalidInputException if it has none; what comes after is not looked at then
   */
  public <C extends Component> C get(String id, Class<C> type) {
    Component found = design.find(Draft.foreign(design.stack(), id));
    if (type.isInstance(found)) {
      return type.cast(found);
    }
    String got = found == null ? "\"" + id + "\"" : "a " + found.noun() + " as \"" + id + "\"";
    throw refusal(
        draft, RULE, "got " + got + "; stack \"" + design.stack() + "\" has: " + components(type));
  }

  private String components(Class<? extends Component> type) {
    String fitting =
        design.all(type).stream()
            .map(each -> each.id().substring(design.stack().length() + 1))
            .collect(Collectors.joining(", "));
    return fitting.isEmpty() ? "nothing of type " + type.getSimpleName() : fitting;
  }

  static InvalidInputException refusal(Draft draft, Rule rule, String detail) {
    Problems problems = new Problems();
    problems.report(rule, draft.here(), detail);
    List<Diagnostic> all = problems.all();
    return new InvalidInputException(all);
  }
}
