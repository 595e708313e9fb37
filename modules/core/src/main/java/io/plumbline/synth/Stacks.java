package io.plumbline.synth;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.dsl.Neighbour;
import io.plumbline.dsl.Stack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The stacks on the class path, by name. */
public final class Stacks {
  private final Map<String, Stack<?>> byName;

  private Stacks(Map<String, Stack<?>> byName) {
    this.byName = Collections.unmodifiableMap(byName);
  }

  /**
   * Finds them.
   *
   * @throws InvalidInputException if two have the same name
   */
  public static Stacks find(ClassLoader loader) {
    Map<String, Stack<?>> found = new TreeMap<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (Stack<?> stack : ServiceLoader.load(Stack.class, loader)) {
      Stack<?> other = found.putIfAbsent(stack.name(), stack);
      if (other != null && other.getClass() != stack.getClass()) {
        problems.add(
            problem(
                "PLB-RUN-031",
                "two stacks of one name",
                "\""
                    + stack.name()
                    + "\" is "
                    + other.getClass().getName()
                    + " and "
                    + stack.getClass().getName(),
                "give one of them another name"));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return new Stacks(found);
  }

  /** The records of their parameters, by stack, in order of the names. */
  public Map<String, Class<? extends Record>> parameters() {
    Map<String, Class<? extends Record>> records = new LinkedHashMap<>();
    byName.forEach((name, stack) -> records.put(name, stack.parameters()));
    return records;
  }

  /** Those that an environment has, with their parameters there. */
  public List<Neighbour> neighbours(Map<String, Record> parameters) {
    List<Neighbour> neighbours = new ArrayList<>();
    byName.forEach(
        (name, stack) -> {
          Record given = parameters.get(name);
          if (given != null) {
            neighbours.add(new Neighbour(stack, given));
          }
        });
    return neighbours;
  }

  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /**
   * The stacks of these names; all of them where no name is given.
   *
   * @throws InvalidInputException if there is none of a name
   */
  public List<Stack<?>> chosen(List<String> names) {
    refuseUnknown(names, byName.keySet());
    if (names.isEmpty()) {
      return List.copyOf(byName.values());
    }
    List<Stack<?>> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(byName.get(name));
    }
    return chosen;
  }

  /**
   * Ends where a stack is named that is not there: what is not looked at must not pass for in sync.
   *
   * @throws InvalidInputException if a name is none of {@code there}
   */
  public static void refuseUnknown(Collection<String> names, Collection<String> there) {
    for (String name : names) {
      if (!there.contains(name)) {
        throw new InvalidInputException(
            List.of(
                problem(
                    "PLB-RUN-032",
                    "no such stack",
                    "got \"" + name + "\"; there are: " + String.join(", ", there),
                    "name one of these; a stack is found by its line in"
                        + " META-INF/services/io.plumbline.dsl.Stack")));
      }
    }
  }

  private static Diagnostic problem(String code, String summary, String detail, String fix) {
    return new Diagnostic(code, Diagnostic.Severity.ERROR, summary, detail, null, fix);
  }
}
