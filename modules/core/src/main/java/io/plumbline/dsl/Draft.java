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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A design while it is described: what was asked for so far, and what is wrong with it. */
final class Draft {
  private final Surroundings surroundings;
  private final List<Component> components = new ArrayList<>();
  private final Problems problems = new Problems();

  /** Stacks that refer to each other down to this one; all but the first are only referred to. */
  private final List<Stack<?>> chain;

  private final Map<String, Design> others;

  Draft(Surroundings surroundings, Stack<?> stack) {
    this(surroundings, List.of(stack), new LinkedHashMap<>());
  }

  private Draft(Surroundings surroundings, List<Stack<?>> chain, Map<String, Design> others) {
    this.surroundings = surroundings;
    this.chain = chain;
    this.others = others;
  }

  /** The id that a component of another stack has here; no id of a stack's own has a colon. */
  static String foreign(String stack, String id) {
    return stack + Design.FOREIGN + id;
  }

  /** The id of a component of the stack that is described. */
  String idOf(String id) {
    return chain.size() == 1 ? id : foreign(chain.get(chain.size() - 1).name(), id);
  }

  /**
   * What another stack describes, with ids by which it can be told from this one's.
   *
   * @throws InvalidInputException if it is not there, fails, or refers back to this one
   */
  Design other(Class<? extends Stack<?>> type) {
    for (Stack<?> each : chain) {
      if (each.getClass() == type) {
        List<String> names = new ArrayList<>(chain.stream().map(Stack::name).toList());
        names.add(each.name());
        throw OtherStack.refusal(this, StacksInACircle.RULE, "got " + String.join(" -> ", names));
      }
    }
    for (Neighbour each : surroundings.neighbours()) {
      if (each.stack().getClass() == type) {
        Design known = others.get(each.stack().name());
        return known == null ? describe(each.stack(), each.parameters()) : known;
      }
    }
    throw OtherStack.refusal(
        this,
        UnknownStack.RULE,
        "got " + type.getName() + "; \"" + surroundings.environment() + "\" has: " + neighbours());
  }

  private String neighbours() {
    return String.join(
        ", ", surroundings.neighbours().stream().map(each -> each.stack().name()).toList());
  }

  private <P extends Record> Design describe(Stack<P> stack, Record parameters) {
    List<Stack<?>> longer = new ArrayList<>(chain);
    longer.add(stack);
    Draft draft = new Draft(surroundings, List.copyOf(longer), others);
    try {
      stack.describe(
          new Blueprint(draft), Objects.requireNonNull(stack.parameters().cast(parameters)));
    } catch (InvalidInputException e) {
      throw e;
    } catch (RuntimeException e) {
      throw OtherStack.refusal(
          this, StackFailed.RULE, "stack \"" + stack.name() + "\", which it refers to: got " + e);
    }
    Design design =
        new Design(stack.name(), surroundings.environment(), draft.components, List.of());
    others.put(stack.name(), design);
    return design;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Problems problems() {
    return problems;
  }

  /** The line of the user's code that asks right now. */
  SourceLine here() {
    return CallSite.here(surroundings.locate());
  }

  <C extends Component> C add(C component) {
    components.add(component);
    return component;
  }

  /** A problem with what the stack asks for right now. */
  void report(Rule rule, String detail) {
    problems.report(rule, here(), detail);
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
    List<Design> referred = List.copyOf(others.values());
    Design described =
        new Design(stack, surroundings.environment(), components, List.of(), referred);
    DesignChecks.run(described, problems);
    return new Design(stack, surroundings.environment(), components, problems.all(), referred);
  }
}
