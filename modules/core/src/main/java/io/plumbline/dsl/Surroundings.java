package io.plumbline.dsl;

import io.plumbline.model.Site;
import io.plumbline.spi.TextTemplates;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a stack is described in.
 *
 * @param environment its name: {@code "prod"}
 * @param sites where things can live
 * @param templates renders boot scripts
 * @param locate turns {@code com/acme/Training.java} into the file's path from the project's root
 *     where it knows that, and leaves it as it is otherwise
 * @param neighbours the stacks of the environment, to which a stack may refer
 */
public record Surroundings(
    String environment,
    List<Site> sites,
    TextTemplates templates,
    UnaryOperator<String> locate,
    List<Neighbour> neighbours) {
  public Surroundings {
    sites = List.copyOf(sites);
    neighbours = List.copyOf(neighbours);
  }

  /** Where no other stack is known. */
  public Surroundings(
      String environment, List<Site> sites, TextTemplates templates, UnaryOperator<String> locate) {
    this(environment, sites, templates, locate, List.of());
  }

  /** With these stacks to refer to. */
  public Surroundings withNeighbours(List<Neighbour> others) {
    return new Surroundings(environment, sites, templates, locate, others);
  }
}
