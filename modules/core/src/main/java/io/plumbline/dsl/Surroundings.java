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
 */
public record Surroundings(
    String environment, List<Site> sites, TextTemplates templates, UnaryOperator<String> locate) {
  public Surroundings {
    sites = List.copyOf(sites);
  }
}
