package io.plumbline.run;

import io.plumbline.drift.Neighbours;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.state.Release;
import io.plumbline.state.Releases;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the releases say of others: they are read only where a live thing carries a stack's tags,
 * and once.
 */
final class DeployedNeighbours {
  private final Stores stores;
  private final List<String> environments;
  private final List<Site> sites;
  private final Map<String, Map<String, Set<String>>> addresses = new HashMap<>();

  /**
   * Neighbours of the targets of an environment.
   *
   * @param environments of the project, by name
   * @param sites of the environment that is checked, in whose stores others keep records too
   */
  DeployedNeighbours(Stores stores, List<String> environments, List<Site> sites) {
    this.stores = stores;
    this.environments = List.copyOf(environments);
    this.sites = List.copyOf(sites);
  }

  Neighbours of(Target target) {
    return (environment, stack, address) ->
        address != null
            && environments.contains(environment)
            && addresses(environment, stack).entrySet().stream()
                .filter(other -> !other.getKey().equals(target.path()))
                .anyMatch(other -> other.getValue().contains(address));
  }

  /** All that a stack has, by the paths of its targets. */
  private synchronized Map<String, Set<String>> addresses(String environment, String stack) {
    return addresses.computeIfAbsent(
        environment + "/" + stack,
        key -> {
          Map<String, Set<String>> byTarget = new HashMap<>();
          for (Site site : sites) {
            Releases releases = stores.releases(site);
            for (String name : releases.sites(environment, stack)) {
              Target target = new Target(environment, stack, site.named(name));
              byTarget.put(target.path(), addresses(releases.find(target)));
            }
          }
          return byTarget;
        });
  }

  private static Set<String> addresses(@Nullable Release release) {
    Set<String> all = new HashSet<>();
    if (release != null) {
      release.graph().resources().forEach(each -> all.add(each.address()));
    }
    return all;
  }
}
