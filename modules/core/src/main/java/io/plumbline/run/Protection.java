package io.plumbline.run;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.Engine.Change;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds back what cannot be got back. A resource that is kept is neither deleted nor replaced until
 * the user releases it by name.
 *
 * @param released addresses, or components, that the user gives up
 */
public record Protection(Set<String> released) {
  /** Nothing is given up. */
  public static final Protection FULL = new Protection(Set.of());

  public Protection {
    released = new LinkedHashSet<>(released);
  }

  /** The graph with the protection of what is released taken away. */
  ResourceGraph lift(ResourceGraph graph) {
    return new ResourceGraph(
        graph.resources().stream()
            .map(resource -> gaveUp(resource.address()) ? resource.withKeep(false) : resource)
            .toList());
  }

  private boolean gaveUp(String address) {
    return released.stream().anyMatch(id -> address.equals(id) || address.startsWith(id + "/"));
  }

  /** Names that stand for nothing in any of the graphs: a slip that must not pass unseen. */
  List<Diagnostic> unknown(List<ResourceGraph> graphs) {
    List<Diagnostic> problems = new ArrayList<>();
    for (String id : released) {
      Protection one = new Protection(Set.of(id));
      boolean known =
          graphs.stream()
              .flatMap(graph -> graph.resources().stream())
              .anyMatch(resource -> one.gaveUp(resource.address()));
      if (!known) {
        problems.add(
            new Diagnostic(
                "PLB-RUN-014",
                Diagnostic.Severity.ERROR,
                "nothing to release",
                "--release " + id + " names no resource, deployed or described",
                null,
                "name an address as the plan shows it"));
      }
    }
    return problems;
  }

  /** What the graph alone tells: kept resources that are described no more. */
  List<Diagnostic> abandoned(ResourceGraph wanted, ResourceGraph deployed) {
    Set<String> there = new LinkedHashSet<>();
    for (Resource resource : wanted.resources()) {
      there.add(resource.address());
      if (resource.formerly() != null) {
        there.add(resource.formerly());
      }
    }
    return deployed.resources().stream()
        .filter(r -> r.isOurs() && r.keep())
        .filter(r -> !there.contains(r.address()) && !gaveUp(r.address()))
        .map(r -> refusal(r, "is no longer described, so that it would be deleted"))
        .toList();
  }

  /** What the engine plans to do to kept resources. */
  List<Diagnostic> breaches(List<Change> changes, ResourceGraph wanted, ResourceGraph deployed) {
    List<Diagnostic> problems = new ArrayList<>();
    for (Change change : changes) {
      Resource kept = kept(change.address(), wanted, deployed);
      if (kept != null && !gaveUp(change.address())) {
        switch (change.action()) {
          case DELETE -> problems.add(refusal(kept, "would be deleted"));
          case REPLACE ->
              problems.add(
                  refusal(
                      kept,
                      "would be replaced"
                          + (change.attributes().isEmpty()
                              ? ""
                              : ", for " + String.join(", ", change.attributes()))));
          case CREATE, UPDATE, FORGET -> {}
        }
      }
    }
    return problems;
  }

  private static @Nullable Resource kept(
      String address, ResourceGraph wanted, ResourceGraph deployed) {
    Resource resource = wanted.find(address);
    if (resource == null || !resource.keep()) {
      resource = deployed.find(address);
    }
    return resource != null && resource.keep() && resource.isOurs() ? resource : null;
  }

  private static Diagnostic refusal(Resource resource, String what) {
    return new Diagnostic(
        "PLB-RUN-015",
        Diagnostic.Severity.ERROR,
        "protected resource would be lost",
        resource.kind() + " " + resource.address() + " " + what,
        resource.source(),
        "undo the change, or give it up for good with --release " + resource.address());
  }

  /** Raises the problems, if there are any. */
  static void refuse(List<Diagnostic> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }
}
