package io.plumbline.drift;

import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Target;
import io.plumbline.spi.LiveSource;
import io.plumbline.spi.Provider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads the live environment into the space of the design. What a provider lists, it is asked for
 * once, for all resources; further documents are read of what is ours alone. It knows no kind and
 * no provider: all it does follows from the declarations.
 */
public final class Observer {
  private final List<ResourceKind> kinds;
  private final Dialect api;
  private final LiveSource source;

  public Observer(Provider provider, LiveSource source) {
    this(provider.kinds(), provider.api(), source);
  }

  Observer(List<ResourceKind> kinds, Dialect api, LiveSource source) {
    this.kinds = List.copyOf(kinds);
    this.api = api;
    this.source = source;
  }

  /**
   * Reads all that the design asks for, and whatever else is ours.
   *
   * @param recorded live ids by address, as the last release recorded them; may be empty
   */
  public Observation observe(Target target, ResourceGraph desired, Map<String, String> recorded) {
    return observe(target, desired, recorded, Set.of());
  }

  /**
   * The same, and what is left of before.
   *
   * @param watched ids of kinds that are read whether or not the design has them
   */
  public Observation observe(
      Target target, ResourceGraph desired, Map<String, String> recorded, Set<String> watched) {
    return observe(target, desired, recorded, watched, stray -> false);
  }

  /** Reads what is expected, and makes sure of what is there beside it. */
  Observation observe(Expectation expected) {
    return observe(
        expected.target(),
        expected.graph(),
        expected.liveIds(),
        expected.watched(),
        stray -> !stray.isSomebodyElses(expected.neighbours()));
  }

  private Observation observe(
      Target target,
      ResourceGraph desired,
      Map<String, String> recorded,
      Set<String> watched,
      Predicate<Stray> counting) {
    ResourceGraph here = here(desired);
    ReadScope scope = scope(kinds, here, watched);
    LiveThings things = new LiveThings(scope, api, source);
    Matches matches = new Recognition(things, target, here, recorded).settle();
    return new Assembly(things, target, here, recorded, matches).observation(counting);
  }

  /** Without what stands at other sites, which nobody here knows. */
  private static ResourceGraph here(ResourceGraph desired) {
    List<Resource> here =
        desired.resources().stream()
            .filter(resource -> !(resource.existing() instanceof Lookup.OfSite))
            .toList();
    return here.size() == desired.resources().size() ? desired : new ResourceGraph(here);
  }

  /** The kinds to read, of those that can be. */
  static ReadScope scope(List<ResourceKind> kinds, ResourceGraph desired, Set<String> watched) {
    Map<String, ResourceKind> read = new LinkedHashMap<>();
    kinds.forEach(kind -> read.put(kind.id(), kind));
    desired.resources().forEach(r -> read.putIfAbsent(r.kind().id(), r.kind()));
    read.values().removeIf(kind -> !kind.reads().containsKey(""));
    return new ReadScope(List.copyOf(read.values()), desired, watched);
  }

  /** Looks up the existing resources of a design, and nothing else. */
  public Observation lookUp(Target target, ResourceGraph desired) {
    ResourceGraph existing =
        new ResourceGraph(here(desired).resources().stream().filter(r -> !r.isOurs()).toList());
    Observer narrow =
        new Observer(
            existing.resources().stream().map(r -> r.kind()).distinct().toList(), api, source);
    return narrow.observe(target, existing, Map.of());
  }
}
