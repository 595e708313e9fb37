package io.plumbline.drift;

import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Target;
import io.plumbline.spi.LiveSource.Failure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The live environment as it was read for one target.
 *
 * @param found what stands at the addresses of the design
 * @param missing addresses at which nothing stands; each confirmed by a second read
 * @param undetermined addresses of which neither can be said, with the reason
 * @param strays all other live things that were seen
 * @param made what the resources that were found made by themselves, by the maker's address
 * @param blind ids of kinds of which some things may not have been seen, with the reason
 * @param left ids of kinds that nobody looked for, since the design has none of them
 * @param failures reads that did not succeed
 * @param calls requests made, retries included
 */
public record Observation(
    Map<String, Observed> found,
    Set<String> missing,
    Map<String, String> undetermined,
    List<Stray> strays,
    Map<String, List<Made>> made,
    Map<String, Blindness> blind,
    List<String> left,
    Collection<Failure> failures,
    int calls) {
  /** Nothing was looked for. */
  public static final Observation NONE =
      new Observation(
          Map.of(), Set.of(), Map.of(), List.of(), Map.of(), Map.of(), List.of(), List.of(), 0);

  public Observation {
    found = Collections.unmodifiableMap(new LinkedHashMap<>(found));
    missing = Collections.unmodifiableSet(new LinkedHashSet<>(missing));
    undetermined = Collections.unmodifiableMap(new LinkedHashMap<>(undetermined));
    strays = List.copyOf(strays);
    made = Collections.unmodifiableMap(new LinkedHashMap<>(made));
    blind = Collections.unmodifiableMap(new LinkedHashMap<>(blind));
    left = List.copyOf(left);
    failures = List.copyOf(failures);
  }

  /** Of which nothing could be read. */
  public static Observation unknown(ResourceGraph asked, String reason) {
    Map<String, String> open = new LinkedHashMap<>();
    asked.resources().forEach(resource -> open.put(resource.address(), reason));
    return new Observation(
        Map.of(), Set.of(), open, List.of(), Map.of(), Map.of(), List.of(), List.of(), 0);
  }

  /**
   * With what was found of the same design at other sites. Whose things these are beside the
   * design, is a question for a check of those sites.
   */
  public Observation and(Observation elsewhere) {
    if (elsewhere.equals(NONE)) {
      return this;
    }
    Map<String, Observed> allFound = new LinkedHashMap<>(found);
    allFound.putAll(elsewhere.found);
    Set<String> allMissing = new LinkedHashSet<>(missing);
    allMissing.addAll(elsewhere.missing);
    Map<String, String> allOpen = new LinkedHashMap<>(undetermined);
    allOpen.putAll(elsewhere.undetermined);
    List<Failure> allFailures = new ArrayList<>(failures);
    allFailures.addAll(elsewhere.failures);
    return new Observation(
        allFound,
        allMissing,
        allOpen,
        strays,
        made,
        blind,
        left,
        allFailures,
        calls + elsewhere.calls);
  }

  /** What was found, in the space of the design. */
  public ResourceGraph graph() {
    return new ResourceGraph(found.values().stream().map(Observed::resource).toList());
  }

  /** What the provider calls what was found, by address: for a release record, and for engines. */
  public Map<String, String> liveIds() {
    Map<String, String> ids = new LinkedHashMap<>();
    found.forEach((address, observed) -> ids.put(address, observed.liveId()));
    return ids;
  }

  /**
   * Of some kinds, those of which it is not certain that nothing of a target's is there beside what
   * the design has.
   */
  public Set<String> mayBeLeft(Target target, Set<String> kinds) {
    Set<String> left = new LinkedHashSet<>(kinds);
    left.removeIf(
        kind ->
            !blind.containsKey(kind)
                && strays.stream()
                    .filter(each -> each.kind().equals(kind))
                    .noneMatch(each -> each.unclear() != null || each.claims(target)));
    return left;
  }

  /** Changes whenever what was found does; what another controller moves within a band aside. */
  public String fingerprint() {
    return Fingerprint.of(this);
  }
}
