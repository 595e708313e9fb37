package io.plumbline.dsl;

import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.rule.DesignChecks;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/** A design while it is described: what was asked for so far, and what is wrong with it. */
final class Draft {
  private final Surroundings surroundings;
  private final List<Component> components = new ArrayList<>();
  private final Problems problems = new Problems();

  Draft(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Problems problems() {
    return problems;
  }

  CallSite callSite() {
    return CallSite.here(surroundings.locate());
  }

  <C extends Component> C add(C component) {
    components.add(component);
    return component;
  }

  /** A problem with what the stack asks for right now. */
  void report(Rule rule, String detail) {
    problems.report(rule, callSite().line(), detail);
  }

  void refused(RuntimeException e) {
    SourceLine line = CallSite.of(e, surroundings.locate());
    problems.report(RefusedValue.RULE, line, String.valueOf(e.getMessage()));
  }

  void failed(String stack, RuntimeException e) {
    SourceLine line = CallSite.of(e, surroundings.locate());
    problems.report(StackFailed.RULE, line, "stack \"" + stack + "\": got " + e);
  }

  /** The rendered template; nothing where it is at fault, which is reported. */
  Value render(Template template) {
    try {
      return surroundings.templates().render(template.name(), template.variables());
    } catch (InvalidInputException e) {
      problems.addAll(e.diagnostics());
      return Value.text("");
    }
  }

  Design design(String stack) {
    Design described = new Design(stack, surroundings.environment(), components, List.of());
    DesignChecks.run(described, problems);
    return new Design(stack, surroundings.environment(), components, problems.all());
  }
}
