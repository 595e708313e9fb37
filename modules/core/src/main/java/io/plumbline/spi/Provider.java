package io.plumbline.spi;

import io.plumbline.cost.Cost;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Design;
import io.plumbline.model.Target;
import io.plumbline.rule.Rule;
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
