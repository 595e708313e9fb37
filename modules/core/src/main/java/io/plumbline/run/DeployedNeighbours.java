package io.plumbline.run;

import io.plumbline.drift.Neighbours;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.state.Release;
import io.plumbline.state.Releases;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the releases say of others: they are read only where a live thing carries a stack's tags,
 * and once.
 */
final class DeployedNeighbours {
  private final Stores stores;
  private final List<String> environments;
  private final List<Site> sites;
  private final Map<String, List<Other>> others = new HashMap<>();

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
    return (environment, stack, kind, address) ->
        address != null
            && environments.contains(environment)
            && others(environment, stack).stream()
                .filter(other -> !other.target().path().equals(target.path()))
                .anyMatch(other -> other.answersFor(kind, address, target));
  }

  /**
   * What a stack has at one site.
   *
   * @param settled whether the target's site is as its environment says, and not by its name alone
   */
  private record Other(Target target, boolean settled, Map<String, ResourceKind> kinds) {

    /** What it has elsewhere is not what is seen here. */
    boolean answersFor(String kind, String address, Target here) {
      ResourceKind there = kinds.get(address);
      return there != null
          && there.id().equals(kind)
          && (there.isGlobal()
              || !settled
              || !target.environment().equals(here.environment())
              || target.site().isSamePlaceAs(here.site()));
    }
  }

  private synchronized List<Other> others(String environment, String stack) {
    return others.computeIfAbsent(
        environment + "/" + stack,
        key -> {
          Map<String, Other> byTarget = new LinkedHashMap<>();
          for (Site site : sites) {
            Releases releases = stores.releases(site);
            for (String name : releases.sites(environment, stack)) {
              Target target = new Target(environment, stack, site.named(name));
              Map<String, ResourceKind> kinds = kinds(releases.find(target));
              byTarget.put(target.path(), other(target, kinds));
            }
          }
          return List.copyOf(byTarget.values());
        });
  }

  private Other other(Target target, Map<String, ResourceKind> kinds) {
    String name = target.site().name();
    return sites.stream()
        .filter(site -> site.name().equals(name))
        .findFirst()
        .map(site -> new Other(new Target(target.environment(), target.stack(), site), true, kinds))
        .orElseGet(() -> new Other(target, false, kinds));
  }

  private static Map<String, ResourceKind> kinds(@Nullable Release release) {
    Map<String, ResourceKind> all = new HashMap<>();
    if (release != null) {
      release.graph().resources().forEach(each -> all.put(each.address(), each.kind()));
    }
    return all;
  }
}
