package io.plumbline.run;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.ResourceKind;
import io.plumbline.spi.Engine.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

  /** Names that stand for none of these addresses: a slip that must not pass unseen. */
  List<Diagnostic> unknown(Collection<String> addresses) {
    List<Diagnostic> problems = new ArrayList<>();
    for (String id : released) {
      if (addresses.stream().noneMatch(new Protection(Set.of(id))::gaveUp)) {
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

  /**
   * What the engine plans to do to kept resources, and to what no graph knows: its record is lost,
   * or there never was one. That is kept where it is of a kind that cannot be got back.
   *
   * @param kinds all that the provider has
   */
  List<Diagnostic> breaches(
      List<Change> changes,
      ResourceGraph wanted,
      ResourceGraph deployed,
      Collection<ResourceKind> kinds) {
    List<Diagnostic> problems = new ArrayList<>();
    for (Change change : changes) {
      String loss = loss(change);
      if (loss != null && !gaveUp(change.address())) {
        List<Resource> known = known(change.address(), wanted, deployed);
        known.stream()
            .filter(each -> each.keep() && each.isOurs() && !gaveUp(each.address()))
            .limit(1)
            .forEach(each -> problems.add(refusal(each, loss)));
        if (known.isEmpty() && isIrreplaceable(change.type(), kinds)) {
          problems.add(ofUnknown(change, loss));
        }
      }
    }
    return problems;
  }

  private static @Nullable String loss(Change change) {
    return switch (change.action()) {
      case DELETE -> "would be deleted";
      case REPLACE ->
          "would be replaced"
              + (change.attributes().isEmpty()
                  ? ""
                  : ", for " + String.join(", ", change.attributes()));
      case CREATE, UPDATE, FORGET -> null;
    };
  }

  /** What has this address, else what had it before it was renamed. */
  private static List<Resource> known(
      String address, ResourceGraph wanted, ResourceGraph deployed) {
    List<Resource> named =
        Stream.of(wanted, deployed)
            .map(graph -> graph.find(address))
            .filter(r -> r != null)
            .toList();
    return !named.isEmpty()
        ? named
        : Stream.of(wanted, deployed)
            .flatMap(graph -> graph.resources().stream())
            .filter(each -> address.equals(each.formerly()))
            .toList();
  }

  /** By the name of the kind, or by a type that an engine has for it or a part of it. */
  private static boolean isIrreplaceable(String type, Collection<ResourceKind> kinds) {
    return kinds.stream()
        .filter(ResourceKind::irreplaceable)
        .anyMatch(kind -> kind.id().equals(type) || kind.isCalled(type));
  }

  private static Diagnostic ofUnknown(Change change, String loss) {
    return refusal(
        change.type() + " " + change.address(),
        loss + ", and no release record knows it",
        null,
        change.address());
  }

  private static Diagnostic refusal(Resource resource, String what) {
    String address = resource.address();
    return refusal(resource.kind() + " " + address, what, resource.source(), address);
  }

  private static Diagnostic refusal(
      String thing, String what, @Nullable SourceLine source, String address) {
    return new Diagnostic(
        "PLB-RUN-015",
        Diagnostic.Severity.ERROR,
        "protected resource would be lost",
        thing + " " + what,
        source,
        "undo the change, or give it up for good with --release " + address);
  }

  /** Raises the problems, if there are any. */
  static void refuse(List<Diagnostic> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }
}
