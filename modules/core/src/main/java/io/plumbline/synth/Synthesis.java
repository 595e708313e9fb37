package io.plumbline.synth;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.dsl.Surroundings;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Design;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.rule.DesignChecks;
import io.plumbline.rule.Problems;
import io.plumbline.spi.Provider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Describes stacks in an environment, holds the designs against every rule, and lowers them to
 * graphs. Nothing is lowered while anything is wrong, and all that is wrong is said at once.
 */
public final class Synthesis {
  private final Plugins plugins;
  private final Surroundings surroundings;

  public Synthesis(Plugins plugins, Surroundings surroundings) {
    this.plugins = plugins;
    this.surroundings = surroundings;
  }

  /** What is wanted, stack by stack and site by site, and what is doubtful about it. */
  public record Outcome(List<TargetGraph> targets, List<Diagnostic> warnings) {
    public Outcome {
      targets = List.copyOf(targets);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Works out what is wanted.
   *
   * @param parameters by stack name; a stack without is not described in this environment
   * @throws InvalidInputException with everything that is wrong, warnings included
   */
  public Outcome run(List<Stack<?>> stacks, Map<String, Record> parameters) {
    Problems problems = new Problems();
    Map<Target, Design> designs = new LinkedHashMap<>();
    for (Stack<?> stack : stacks) {
      Record given = parameters.get(stack.name());
      if (given != null) {
        Design design = describe(stack, given);
        problems.addAll(design.problems());
        DesignChecks.run(design, problems);
        targets(design).forEach(target -> designs.put(target, design));
      }
    }
    designs.forEach((target, design) -> problems.addAll(provider(target).validate(design, target)));
    if (problems.all().stream().anyMatch(Diagnostic::isError)) {
      throw new InvalidInputException(problems.all());
    }
    List<TargetGraph> targets = new ArrayList<>();
    designs.forEach((target, design) -> targets.add(lower(target, design)));
    return new Outcome(targets, problems.all());
  }

  private <P extends Record> Design describe(Stack<P> stack, Record parameters) {
    P bound = Objects.requireNonNull(stack.parameters().cast(parameters));
    return Blueprint.describe(stack, bound, surroundings);
  }

  /** A stack on the sites where it has something, in the order of the environment file. */
  private List<Target> targets(Design design) {
    List<Target> targets = new ArrayList<>();
    for (Site site : surroundings.sites()) {
      if (!design.on(site).isEmpty()) {
        targets.add(new Target(surroundings.environment(), design.stack(), site));
      }
    }
    return targets;
  }

  private TargetGraph lower(Target target, Design design) {
    ResourceGraph graph = provider(target).lower(design, target);
    return new TargetGraph(target, graph);
  }

  private Provider provider(Target target) {
    return plugins.provider(target.site().provider(), target.site().source());
  }
}
