package io.plumbline.run;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.EngineException;
import io.plumbline.state.Release;
import io.plumbline.state.Releases;
import io.plumbline.synth.DeployOrder;
import io.plumbline.synth.TargetGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is deployed of an environment, whatever the Java of today says. */
public final class Deployed {
  private final String environment;
  private final List<Site> sites;
  private final Stores stores;

  public Deployed(String environment, List<Site> sites, Stores stores) {
    this.environment = environment;
    this.sites = sites;
    this.stores = stores;
  }

  /** One target with its last record. */
  public record Entry(Target target, Release release) {}

  /**
   * The deployed targets of these stacks; of all stacks where none is named.
   *
   * @throws InvalidInputException if one stands at a site that the environment has no more: nobody
   *     would look after it
   */
  public List<Entry> entries(List<String> stacks) {
    return sites.stream().flatMap(site -> entriesAt(site, stacks).stream()).toList();
  }

  private List<Entry> entriesAt(Site site, List<String> stacks) {
    Releases releases = stores.releases(site);
    List<Entry> entries = new ArrayList<>();
    for (String stack : releases.stacks(environment)) {
      if (stacks.isEmpty() || stacks.contains(stack)) {
        requireSites(stack, releases);
        Target target = new Target(environment, stack, site);
        Release release = releases.find(target);
        if (release != null) {
          entries.add(new Entry(target, release));
        }
      }
    }
    return entries;
  }

  private void requireSites(String stack, Releases releases) {
    List<String> lost = new ArrayList<>(releases.sites(environment, stack));
    sites.forEach(site -> lost.remove(site.name()));
    if (!lost.isEmpty()) {
      throw new InvalidInputException(List.of(lost(stack, lost)));
    }
  }

  private Diagnostic lost(String stack, List<String> lost) {
    return new Diagnostic(
        "PLB-RUN-053",
        Diagnostic.Severity.ERROR,
        "site is gone from the environment file",
        stack
            + " is deployed at site "
            + String.join(", ", lost)
            + "; "
            + environment
            + " has no such site any more",
        null,
        "write the site back as it was, and destroy what stands there before you take it out or"
            + " rename it");
  }

  /**
   * What is deployed, as far as the records can be read.
   *
   * @param unread sites whose records cannot be read, each with the reason
   */
  public record Known(List<Entry> entries, Map<Site, String> unread) {
    /** The last record of a target; null where none was found. */
    public @Nullable Release release(Target target) {
      return entries.stream()
          .filter(entry -> entry.target().path().equals(target.path()))
          .map(Entry::release)
          .findFirst()
          .orElse(null);
    }
  }

  /** The same as {@link #entries}; a site that cannot be reached leaves the others be. */
  public Known known(List<String> stacks) {
    List<Known> found = AtSites.ask(sites, site -> site, site -> known(site, stacks));
    Map<Site, String> unread = new LinkedHashMap<>();
    found.forEach(each -> unread.putAll(each.unread()));
    return new Known(found.stream().flatMap(each -> each.entries().stream()).toList(), unread);
  }

  private Known known(Site site, List<String> stacks) {
    try {
      return new Known(entriesAt(site, stacks), Map.of());
    } catch (EngineException | InvalidInputException e) {
      return new Known(List.of(), Map.of(site, String.valueOf(e.getMessage()).replace('\n', ' ')));
    }
  }

  /**
   * What is wanted, and on top of that an empty graph wherever one of these stacks is deployed and
   * nothing is wanted any more: that has to go.
   */
  public List<TargetGraph> withAbandonedSites(List<TargetGraph> wanted, Set<String> stacks) {
    Set<String> there = new LinkedHashSet<>();
    wanted.forEach(each -> there.add(each.target().path()));
    List<TargetGraph> all = new ArrayList<>(wanted);
    for (Entry entry : removals(List.copyOf(stacks))) {
      if (stacks.contains(entry.target().stack()) && !there.contains(entry.target().path())) {
        all.add(new TargetGraph(entry.target(), ResourceGraph.EMPTY));
      }
    }
    return all;
  }

  /** First those that stand on others. */
  private List<Entry> removals(List<String> stacks) {
    return DeployOrder.sort(entries(stacks), Entry::target, each -> each.release().graph())
        .reversed();
  }

  /**
   * What a destroy leaves of these stacks, {@link Survivors}; first of those that stand on others.
   */
  public List<TargetGraph> survivors(List<String> stacks, Protection protection) {
    return removals(stacks).stream()
        .map(
            entry ->
                new TargetGraph(
                    entry.target(), Survivors.of(protection.lift(entry.release().graph()))))
        .toList();
  }
}
