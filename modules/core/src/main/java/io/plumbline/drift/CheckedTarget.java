package io.plumbline.drift;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.graph.Resource;
import io.plumbline.value.References;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One stack on one site, and what was looked for there: without it, nobody can tell from a report
 * that something was in sync, from its not having been there at all.
 *
 * @param engine id of the engine's dialect: {@code "terraform"}
 * @param against what it was held against, for people: {@code "release of 2026-11-22T10:00:00Z,
 *     commit abc"} or {@code "HEAD"}
 */
public record CheckedTarget(
    String stack, String site, String engine, String against, List<Item> resources) {
  public CheckedTarget {
    resources = List.copyOf(resources);
  }

  /**
   * A resource of the description.
   *
   * @param uses ids of other components that it refers to
   */
  public record Item(String address, String kind, @Nullable SourceLine source, List<String> uses) {
    public Item {
      uses = List.copyOf(uses);
    }

    private static Item of(Resource resource) {
      String own = component(resource.address());
      Set<String> uses = new LinkedHashSet<>();
      References.forEach(resource.attributes(), ref -> uses.add(component(ref.resource())));
      uses.remove(own);
      return new Item(
          resource.address(), resource.kind().id(), resource.source(), List.copyOf(uses));
    }

    /** The id of the component that the resource is a part of. */
    public String component() {
      return component(address);
    }

    private static String component(String address) {
      return address.split("/", 2)[0];
    }
  }

  static CheckedTarget of(Expectation expected) {
    return new CheckedTarget(
        expected.target().stack(),
        expected.target().site().name(),
        expected.engine().id(),
        expected.against(),
        expected.graph().resources().stream().map(Item::of).toList());
  }

  TargetName name() {
    return new TargetName(stack, site);
  }

  /** As people call it. */
  public String title() {
    return name().toString();
  }
}
