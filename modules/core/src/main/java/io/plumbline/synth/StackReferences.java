package io.plumbline.synth;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.Neighbour;
import io.plumbline.dsl.Stack;
import io.plumbline.dsl.Surroundings;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Design;
import io.plumbline.model.Target;
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
import java.util.function.Function;

/**
 * Adds to a graph what it refers to of other stacks: things that are there already, found by the
 * tags and names that the other stack gives them.
 */
final class StackReferences {
  private final Surroundings surroundings;
  private final Function<Target, Provider> providers;
  private final Problems problems;
  private final Map<String, ResourceGraph> lowered = new LinkedHashMap<>();
  private final Set<String> reported = new HashSet<>();

  StackReferences(
      Surroundings surroundings, Function<Target, Provider> providers, Problems problems) {
    this.surroundings = surroundings;
    this.providers = providers;
    this.problems = problems;
  }

  ResourceGraph complete(ResourceGraph graph, Target target) {
    List<Resource> own =
        graph.resources().stream().map(StackReferences::withoutForeignOrder).toList();
    Set<String> foreign = new LinkedHashSet<>();
    for (Resource resource : own) {
      ResourceGraph.needs(resource).stream()
          .filter(StackReferences::isForeign)
          .forEach(foreign::add);
    }
    if (foreign.isEmpty()) {
      return graph;
    }
    List<Resource> resources = new ArrayList<>();
    foreign.forEach(address -> add(address, target, resources));
    resources.addAll(own);
    return new ResourceGraph(resources);
  }

  private static boolean isForeign(String address) {
    return address.indexOf(Design.FOREIGN) >= 0;
  }

  /** The other stack is deployed before, as a whole. */
  private static Resource withoutForeignOrder(Resource resource) {
    return resource.after().stream().noneMatch(StackReferences::isForeign)
        ? resource
        : resource.withAfter(
            resource.after().stream().filter(address -> !isForeign(address)).toList());
  }

  /** Nothing is added where the other stack is not valid, which is reported. */
  private void add(String address, Target target, List<Resource> resources) {
    int sign = address.indexOf(Design.FOREIGN);
    String stack = address.substring(0, sign);
    Resource theirs = graph(stack, target).find(address.substring(sign + 1));
    if (theirs != null) {
      Lookup lookup =
          theirs.existing() != null
              ? theirs.existing()
              : new Lookup.OfStack(
                  stack, theirs.address(), theirs.kind().identity().liveName(theirs.attributes()));
      resources.add(Resource.existing(address, theirs.kind(), lookup, theirs.source()));
    }
  }

  private ResourceGraph graph(String stack, Target target) {
    Target other = new Target(target.environment(), stack, target.site());
    return lowered.computeIfAbsent(other.path(), path -> lower(other));
  }

  private ResourceGraph lower(Target other) {
    for (Neighbour each : surroundings.neighbours()) {
      if (each.stack().name().equals(other.stack())) {
        Design design = describe(each.stack(), each.parameters());
        Provider provider = providers.apply(other);
        List<Diagnostic> wrong = new ArrayList<>(design.problems());
        wrong.addAll(provider.validate(design, other));
        if (wrong.stream().noneMatch(Diagnostic::isError)) {
          return provider.lower(design, other);
        }
        if (reported.add(other.stack())) {
          problems.addAll(wrong);
        }
      }
    }
    return ResourceGraph.EMPTY;
  }

  private <P extends Record> Design describe(Stack<P> stack, Record parameters) {
    return Blueprint.describe(
        stack, Objects.requireNonNull(stack.parameters().cast(parameters)), surroundings);
  }
}
