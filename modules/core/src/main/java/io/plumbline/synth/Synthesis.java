package io.plumbline.synth;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.dsl.Surroundings;
import io.plumbline.graph.DeployOrder;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Design;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.policy.Policies;
import io.plumbline.policy.Waiver;
import io.plumbline.rule.Problems;
import io.plumbline.spi.Provider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Describes stacks in an environment, holds the designs against every rule, and lowers them to
 * graphs. Nothing is lowered while anything is wrong, and all that is wrong is said at once.
 */
public final class Synthesis {
  private final Plugins plugins;
  private final Surroundings surroundings;
  private final Policies policies;

  /**
   * A synthesis in one environment.
   *
   * @param policies what the organisation demands, with the waivers that hold
   */
  public Synthesis(Plugins plugins, Surroundings surroundings, Policies policies) {
    this.plugins = plugins;
    this.surroundings = surroundings;
    this.policies = policies;
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
        targets(design).forEach(target -> designs.put(target, design));
      }
    }
    designs.forEach((target, design) -> problems.addAll(provider(target).validate(design, target)));
    throwIfErrors(problems);
    Map<Target, ResourceGraph> graphs = new LinkedHashMap<>();
    designs.forEach((target, design) -> graphs.put(target, provider(target).lower(design, target)));
    OutsideReferences references =
        new OutsideReferences(surroundings, this::provider, graphs, problems);
    graphs.replaceAll((target, graph) -> references.complete(graph, target));
    SitesInACircle.check(graphs, problems);
    throwIfErrors(problems);
    NameTaken names = new NameTaken(problems);
    graphs.forEach(names::check);
    Set<Waiver> used = new HashSet<>();
    RawInAnotherDialect raw = new RawInAnotherDialect(plugins);
    designs.forEach((target, design) -> raw.check(design, target, problems));
    graphs
        .values()
        .forEach(graph -> graph.resources().forEach(each -> RawWithoutPlace.check(each, problems)));
    new LinkedHashSet<>(designs.values())
        .forEach(design -> problems.addAll(breaches(design, graphs, used)));
    if (stacks.stream().map(Stack::name).toList().containsAll(parameters.keySet())) {
      problems.addAll(policies.unused(used));
    }
    throwIfErrors(problems);
    List<TargetGraph> targets = new ArrayList<>();
    graphs.forEach((target, graph) -> targets.add(new TargetGraph(target, graph)));
    return new Outcome(
        DeployOrder.sort(targets, TargetGraph::target, TargetGraph::graph), problems.all());
  }

  /**
   * The designs alone, held against no rule.
   *
   * @throws InvalidInputException with what was wrong already while they were described
   */
  public List<Design> describe(List<Stack<?>> stacks, Map<String, Record> parameters) {
    Problems problems = new Problems();
    List<Design> designs = new ArrayList<>();
    for (Stack<?> stack : stacks) {
      Record given = parameters.get(stack.name());
      if (given != null) {
        Design design = describe(stack, given);
        problems.addAll(design.problems());
        designs.add(design);
      }
    }
    throwIfErrors(problems);
    return designs;
  }

  private static void throwIfErrors(Problems problems) {
    if (problems.all().stream().anyMatch(Diagnostic::isError)) {
      throw new InvalidInputException(problems.all());
    }
  }

  private List<Diagnostic> breaches(
      Design design, Map<Target, ResourceGraph> graphs, Set<Waiver> used) {
    Map<Target, ResourceGraph> own = new LinkedHashMap<>(graphs);
    own.keySet().removeIf(target -> !target.stack().equals(design.stack()));
    return policies.breaches(design, own, used);
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

  private Provider provider(Target target) {
    return plugins.provider(target.site().provider(), target.site().source());
  }
}
