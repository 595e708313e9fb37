package io.plumbline.run;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.StateStore;
import io.plumbline.state.FolderStore;
import io.plumbline.state.Releases;
import io.plumbline.synth.Plugins;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the state of an environment is kept. On this machine for a sandbox, which nobody else sees;
 * elsewhere where others find it too, unless the user says that local is good enough.
 */
public final class Stores {
  private final String environment;
  private final StateStore local;
  private final Plugins plugins;
  private final boolean allowLocal;
  private final Map<Site, Optional<StateStore>> remotes = new LinkedHashMap<>();

  public Stores(String environment, Project project, Plugins plugins, boolean allowLocal) {
    this.environment = environment;
    this.local = new FolderStore(project.work());
    this.plugins = plugins;
    this.allowLocal = allowLocal;
  }

  /**
   * The store of a site, for a command that changes things.
   *
   * @throws InvalidInputException if that would be this machine alone, and nobody said that it may
   */
  public StateStore of(Site site) {
    StateStore remote = remote(site);
    if (remote != null) {
      return remote;
    }
    if (Target.isSandbox(environment) || allowLocal) {
      return local;
    }
    throw new InvalidInputException(
        List.of(
            new Diagnostic(
                "PLB-RUN-011",
                Diagnostic.Severity.ERROR,
                "state would be on this machine alone",
                "site "
                    + site.name()
                    + " of "
                    + environment
                    + ("local".equals(site.setting("state"))
                        ? " keeps its state on this machine"
                        : " names no place for state"),
                site.source(),
                "give the site "
                    + place(site)
                    + ", or pass --allow-local-state if nobody else deploys this environment")));
  }

  /** Who has no store of its own keeps its state where another site does. */
  private String place(Site site) {
    return plugins.stores().stream()
        .filter(factory -> factory.provider().equals(site.provider()))
        .map(StateStore.Factory::place)
        .findFirst()
        .orElse("state.site, another site whose state is in a shared place");
  }

  /** The records of a site, for a command that only reads. */
  public Releases releases(Site site) {
    return new Releases(forReading(site), kind -> kind(site, kind));
  }

  /** A store holds records of other sites as well, whose provider may be another one. */
  private @Nullable ResourceKind kind(Site site, String id) {
    ResourceKind own = plugins.kind(site.provider(), id);
    return own != null
        ? own
        : plugins.providers().stream()
            .map(provider -> plugins.kind(provider.id(), id))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  /** The store of a site, for a command that only reads. */
  StateStore forReading(Site site) {
    StateStore remote = remote(site);
    return remote == null ? local : remote;
  }

  /** The store of this machine: every environment is locked here as well. */
  public StateStore local() {
    return local;
  }

  /** Several sites are worked on beside each other. */
  private synchronized @Nullable StateStore remote(Site site) {
    return remotes.computeIfAbsent(site, this::open).orElse(null);
  }

  private Optional<StateStore> open(Site named) {
    Site site = named.keeper();
    if (site.settings().keySet().stream().noneMatch(key -> key.startsWith("state."))) {
      return Optional.empty();
    }
    return plugins.stores().stream()
        .filter(factory -> factory.provider().equals(site.provider()))
        .map(factory -> factory.open(site))
        .filter(Objects::nonNull)
        .map(StateStore.class::cast)
        .findFirst();
  }
}
