package io.plumbline.run;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.graph.StackOrder;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.EngineException;
import io.plumbline.state.Release;
import io.plumbline.state.Releases;
import io.plumbline.synth.TargetGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    requireSites(stacks);
    List<Entry> entries = new ArrayList<>();
    for (Site site : sites) {
      for (String stack : stores.releases(site).stacks(environment)) {
        Target target = new Target(environment, stack, site);
        Release release =
            stacks.isEmpty() || stacks.contains(stack) ? stores.releases(site).find(target) : null;
        if (release != null) {
          entries.add(new Entry(target, release));
        }
      }
    }
    return entries;
  }

  private void requireSites(List<String> stacks) {
    Set<String> known = new LinkedHashSet<>();
    sites.forEach(site -> known.add(site.name()));
    Set<String> lost = new LinkedHashSet<>();
    for (Site site : sites) {
      Releases releases = stores.releases(site);
      for (String stack : releases.stacks(environment)) {
        if (stacks.isEmpty() || stacks.contains(stack)) {
          releases.sites(environment, stack).stream()
              .filter(name -> !known.contains(name))
              .forEach(name -> lost.add(stack + " at site " + name));
        }
      }
    }
    if (!lost.isEmpty()) {
      throw new InvalidInputException(List.of(lost(lost)));
    }
  }

  private Diagnostic lost(Set<String> lost) {
    return new Diagnostic(
        "PLB-RUN-053",
        Diagnostic.Severity.ERROR,
        "site is gone from the environment file",
        "deployed: " + String.join(", ", lost) + "; " + environment + " has no such site any more",
        null,
        "write the site back as it was, and destroy what stands there before you take it out or"
            + " rename it");
  }

  /**
   * What is deployed, as far as the records can be read.
   *
   * @param unread sites whose records cannot be read, each with the reason
   */
  public record Known(List<Entry> entries, Map<Site, String> unread) {}

  /** The same as {@link #entries}; a site that cannot be reached leaves the others be. */
  public Known known(List<String> stacks) {
    List<Known> found = AtSites.ask(sites, site -> site, site -> known(site, stacks));
    Map<Site, String> unread = new LinkedHashMap<>();
    found.forEach(each -> unread.putAll(each.unread()));
    return new Known(found.stream().flatMap(each -> each.entries().stream()).toList(), unread);
  }

  private Known known(Site site, List<String> stacks) {
    try {
      return new Known(new Deployed(environment, List.of(site), stores).entries(stacks), Map.of());
    } catch (EngineException e) {
      return new Known(List.of(), Map.of(site, String.valueOf(e.getMessage())));
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
    for (Entry entry : entries(List.copyOf(stacks))) {
      if (stacks.contains(entry.target().stack()) && !there.contains(entry.target().path())) {
        all.add(new TargetGraph(entry.target(), ResourceGraph.EMPTY));
      }
    }
    return all;
  }

  /**
   * What a destroy leaves of these stacks, {@link Survivors}; first of those that stand on others.
   */
  public List<TargetGraph> survivors(List<String> stacks, Protection protection) {
    List<Entry> ordered =
        StackOrder.sort(
            entries(stacks), each -> each.target().stack(), each -> each.release().graph());
    return ordered.reversed().stream()
        .map(
            entry ->
                new TargetGraph(
                    entry.target(), Survivors.of(protection.lift(entry.release().graph()))))
        .toList();
  }
}
