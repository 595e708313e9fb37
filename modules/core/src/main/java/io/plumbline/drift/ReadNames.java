package io.plumbline.drift;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.spi.Provider;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a check of a design will call, told without calling it. */
public final class ReadNames {
  private final SortedMap<String, Set<String>> reads = new TreeMap<>();

  private ReadNames() {}

  /**
   * The operations of a check, each with the names that it asks for; none where it lists, or where
   * not all names are known before.
   */
  public static SortedMap<String, Set<String>> of(Provider provider, ResourceGraph desired) {
    ReadNames names = new ReadNames();
    for (ResourceKind kind : Observer.scope(provider.kinds(), desired, Set.of()).looked()) {
      names.kind(kind, desired);
    }
    return names.reads;
  }

  private void kind(ResourceKind kind, ResourceGraph desired) {
    Read main = kind.reads().get("");
    Set<String> names = main == null || main.key() == null ? Set.of() : names(kind, main, desired);
    for (Read read : kind.reads().values()) {
      add(read.operation(), read.key() == null ? Set.of() : names);
    }
  }

  private void add(String operation, Set<String> names) {
    reads.merge(operation, names, ReadNames::both);
  }

  /** The names of two designs; none where one of them may ask for any. */
  public static Set<String> both(Set<String> some, Set<String> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return Set.of();
    }
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  /** Empty where one of them is not known before the provider is asked. */
  private static Set<String> names(ResourceKind kind, Read main, ResourceGraph desired) {
    List<Value> values =
        desired.resources().stream()
            .filter(resource -> resource.kind().id().equals(kind.id()))
            .map(resource -> name(resource, String.valueOf(main.key())))
            .toList();
    return values.stream().allMatch(Value.Text.class::isInstance)
        ? values.stream()
            .map(value -> ((Value.Text) value).value())
            .collect(TreeSet::new, Set::add, Set::addAll)
        : Set.of();
  }

  private static Value name(Resource resource, String attribute) {
    return resource.attributes().get(attribute);
  }
}
