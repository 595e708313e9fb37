package io.plumbline.spi;

import io.plumbline.cost.Cost;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Design;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.rule.Rule;
import io.plumbline.value.Value;
import java.util.List;

/** Knows one provider's kinds, and how components become resources there. */
public interface Provider {

  /** As in an environment file: {@code aws}. */
  String id();

  /** The words in which its API answers. */
  Dialect api();

  /** All kinds, in alphabetical order of their ids. */
  List<ResourceKind> kinds();

  /** The rules that {@link #validate} holds designs against; for documentation. */
  default List<Rule> rules() {
    return List.of();
  }

  /**
   * What is wrong with the part of the design that lives on the target's site; all of it at once.
   */
  List<Diagnostic> validate(Design design, Target target);

  /** The resources of the part of a valid design that lives on the target's site. */
  ResourceGraph lower(Design design, Target target);

  /**
   * What an artefact in {@code dialect} says once of a site, in the dialect's own words: whom to
   * ask, and in whose name, by reference alone; empty where it says nothing. Terraform's has the
   * members {@code required_version}, {@code required_providers}, {@code provider}, {@code backend}
   * and {@code variable}, as its configurations have them.
   */
  default Value.Obj settings(Dialect dialect, Site site) {
    return Value.Obj.EMPTY;
  }

  /**
   * Looks, before anything is written, whether the provider will let a design through: quotas,
   * offerings, reservations, rights. Never throws for what the provider answers.
   *
   * @param wanted the resources of the target, as they are to be
   */
  default List<Preflight> preflight(ResourceGraph wanted, Target target, LiveSource source) {
    return List.of();
  }

  /** Whether the nodes of a deployed graph have come. */
  default Arrivals arrivals(ResourceGraph deployed, LiveSource source) {
    return Arrivals.ALL;
  }

  /**
   * What the resources of a graph of this provider cost while they stand. By itself it knows no
   * price, and says so of each.
   */
  default Cost price(ResourceGraph graph) {
    return new Cost(
        List.of(),
        graph.resources().stream()
            .filter(Resource::isOurs)
            .map(
                each ->
                    new Cost.Unpriced(
                        each.address(), each.kind().id(), "no price list of " + id() + " is here"))
            .toList());
  }
}
