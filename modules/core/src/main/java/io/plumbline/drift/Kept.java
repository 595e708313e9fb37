package io.plumbline.drift;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.Diagnostic.Severity;
import io.plumbline.drift.Baseline.Entry;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One target's part of the baseline at work, and what of it nothing stands for any more. */
final class Kept {
  private final Baseline baseline;
  private final Dialect api;
  private final Dialect engine;
  private final Links links;
  private final Map<String, Map<String, Entry>> entries = new HashMap<>();
  private final boolean wanted;
  private final List<Open> open = new ArrayList<>();
  private final Set<String> looked = new HashSet<>();
  private final Set<Entry> used = new HashSet<>();

  /**
   * Nothing held against it yet.
   *
   * @param wanted whether a baseline is to be written: of a large fleet that is a lot to remember
   */
  Kept(Baseline baseline, Dialect api, Dialect engine, Links links, boolean wanted) {
    this.baseline = baseline;
    this.wanted = wanted;
    this.api = api;
    this.engine = engine;
    this.links = links;
    for (Entry each : baseline.entries()) {
      entries.computeIfAbsent(each.address(), a -> new HashMap<>()).put(each.path(), each);
    }
  }

  /** What a resource that was found leaves open. */
  private record Open(Resource resource, List<Unsaid> settings) {}

  /** How one setting is not as it stood when the baseline was written. */
  record Result(Entry entry, List<Difference> differences) {}

  /** Holds what was read of a resource against the baseline; only entries that have a say. */
  List<Result> compare(Resource desired, List<Unsaid> unsaid) {
    Map<String, Entry> here = entries.getOrDefault(desired.address(), Map.of());
    looked.add(desired.address());
    if (here.isEmpty() && !wanted) {
      return List.of();
    }
    List<Unsaid> kept = unsaid.stream().filter(each -> each.isKept(desired.kind())).toList();
    if (wanted) {
      open.add(new Open(desired, kept));
    }
    List<Result> results = new ArrayList<>();
    for (Unsaid each : kept) {
      Entry entry = here.get(each.path());
      if (entry != null && entry.kind().equals(desired.kind().id())) {
        used.add(entry);
        results.add(new Result(entry, differences(entry, each)));
      }
    }
    return results;
  }

  /** No engine mends it, so that nothing is replaced. */
  private List<Difference> differences(Entry entry, Unsaid setting) {
    Differences differences = new Differences(api, engine, links, false);
    Differences.Place place = new Differences.Place(setting.path(), false, false);
    String unclear = Differences.unknownIn(setting.observed());
    if (!(entry.value() instanceof Value.Null)) {
      differences.value(setting.attribute().shape(), place, entry.value(), setting.observed());
    } else if (unclear != null) {
      differences.add(new Difference.Unclear(setting.path(), unclear));
    } else if (!Meaning.isNothing(setting.observed())) {
      differences.changed(place, null, null, setting.observed());
    }
    return differences.found();
  }

  /**
   * What a baseline written now would say of what was found; unknown values among it. None is
   * remembered where none is wanted.
   */
  List<Entry> entries(Target target) {
    List<Entry> written = new ArrayList<>();
    for (Open each : open) {
      Resource resource = each.resource();
      for (Unsaid setting : each.settings()) {
        written.add(
            new Entry(
                target.stack(),
                target.site().name(),
                resource.address(),
                resource.kind().id(),
                setting.path(),
                setting.settled(),
                null));
      }
    }
    return written;
  }

  /** Entries that hold nothing: what they speak of is no more, or the design says it now. */
  List<Diagnostic> stale(ResourceGraph desired) {
    List<Diagnostic> stale = new ArrayList<>();
    for (Entry entry : baseline.entries()) {
      Resource resource = desired.find(entry.address());
      if (resource == null || !resource.kind().id().equals(entry.kind())) {
        stale.add(stale(entry, "the design has no such " + entry.kind()));
      } else if (looked.contains(entry.address()) && !used.contains(entry)) {
        stale.add(stale(entry, "nothing leaves that setting open any more"));
      }
    }
    return stale;
  }

  static Diagnostic stale(Entry entry, String why) {
    return new Diagnostic(
        "PLB-BASE-001",
        Severity.WARNING,
        "baseline entry is of no use",
        entry.address() + " " + entry.path() + ": " + why,
        entry.source(),
        "remove it, or let `plumbline baseline` write the file anew");
  }
}
