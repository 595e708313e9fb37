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
import io.plumbline.model.Site;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Adds to a graph what it refers to of other stacks and at other sites: things that are there
 * already, found by the tags and names that their own graph gives them.
 */
final class OutsideReferences {
  private final Surroundings surroundings;
  private final Function<Target, Provider> providers;
  private final Problems problems;
  private final Map<String, ResourceGraph> lowered = new LinkedHashMap<>();
  private final Set<String> reported = new HashSet<>();

  /**
   * References of these graphs.
   *
   * @param graphs what the stacks at hand want, by target
   */
  OutsideReferences(
      Surroundings surroundings,
      Function<Target, Provider> providers,
      Map<Target, ResourceGraph> graphs,
      Problems problems) {
    this.surroundings = surroundings;
    this.providers = providers;
    this.problems = problems;
    graphs.forEach((target, graph) -> lowered.put(target.path(), graph));
  }

  ResourceGraph complete(ResourceGraph graph, Target target) {
    List<Resource> own = graph.resources().stream().map(OutsideReferences::inOwnOrder).toList();
    Set<String> outside = new LinkedHashSet<>();
    for (Resource resource : own) {
      ResourceGraph.needs(resource).stream()
          .filter(address -> graph.find(address) == null)
          .forEach(outside::add);
    }
    List<Resource> resources = new ArrayList<>();
    outside.forEach(address -> find(address, target).ifPresent(resources::add));
    resources.addAll(own);
    return new ResourceGraph(resources, graph.resting());
  }

  private static boolean isForeign(String address) {
    return address.split("/", 2)[0].indexOf(Design.FOREIGN) >= 0;
  }

  /** Without what it comes after in other stacks: they are deployed before, as a whole. */
  private static Resource inOwnOrder(Resource resource) {
    return resource.after().stream().noneMatch(OutsideReferences::isForeign)
        ? resource
        : resource.withAfter(
            resource.after().stream().filter(address -> !isForeign(address)).toList());
  }

  /** At this site, else at the first of the others; empty where the other stack is not valid. */
  private Optional<Resource> find(String address, Target target) {
    int sign = isForeign(address) ? address.indexOf(Design.FOREIGN) : -1;
    String stack = sign < 0 ? target.stack() : address.substring(0, sign);
    String theirs = address.substring(sign + 1);
    List<Site> sites = new ArrayList<>(surroundings.sites());
    sites.removeIf(site -> site.name().equals(target.site().name()));
    sites.addFirst(target.site());
    for (Site site : sites) {
      Target other = new Target(target.environment(), stack, site);
      Resource found = graph(other).find(theirs);
      if (found != null) {
        Lookup there = there(found, stack);
        Lookup lookup =
            site.name().equals(target.site().name())
                ? there
                : new Lookup.OfSite(site.name(), site.provider(), there);
        return Optional.of(Resource.existing(address, found.kind(), lookup, found.source()));
      }
    }
    return Optional.empty();
  }

  private static Lookup there(Resource found, String stack) {
    return found.existing() == null
        ? new Lookup.OfStack(
            stack, found.address(), found.kind().identity().liveName(found.attributes()))
        : found.existing();
  }

  private ResourceGraph graph(Target other) {
    ResourceGraph known = lowered.get(other.path());
    if (known == null) {
      known = lower(other);
      lowered.put(other.path(), known);
    }
    return known;
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
