package io.plumbline.run;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.model.Site;
import io.plumbline.spi.StateStore;
import io.plumbline.state.Freeze;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The freeze of an environment, in the stores of all its sites. */
public final class EnvironmentFreeze {
  private final String environment;
  private final List<Site> sites;
  private final Stores stores;

  public EnvironmentFreeze(String environment, List<Site> sites, Stores stores) {
    this.environment = environment;
    this.sites = List.copyOf(sites);
    this.stores = stores;
  }

  /**
   * The one that holds longest, ended or not; null where there is none.
   *
   * @throws InvalidInputException if one cannot be understood: it may hold
   */
  public @Nullable Freeze find() {
    return distinct(stores::forReading).stream()
        .map(this::read)
        .filter(Objects::nonNull)
        .map(Freeze.class::cast)
        .max(Comparator.comparing(Freeze::until))
        .orElse(null);
  }

  /**
   * Refuses to go on while one holds.
   *
   * @throws InvalidInputException naming who, until when and why
   */
  public void refuse(Instant now) {
    Freeze freeze = find();
    if (freeze != null && !freeze.hasEnded(now)) {
      throw problem(
          new Diagnostic(
              "PLB-RUN-060",
              Diagnostic.Severity.ERROR,
              "environment is frozen",
              environment + " is frozen " + freeze,
              null,
              "wait, or ask them; `plumbline freeze -e "
                  + environment
                  + " --lift` ends it for everybody, --despite-freeze goes on once"));
    }
  }

  /** Freezes it for everybody who sees the stores; one that stood before is replaced. */
  public void set(Freeze freeze) {
    distinct(stores::of).forEach(store -> freeze.write(store, environment));
  }

  public void lift() {
    distinct(stores::of).forEach(store -> Freeze.delete(store, environment));
  }

  private @Nullable Freeze read(StateStore store) {
    try {
      return Freeze.read(store, environment);
    } catch (Freeze.Damaged e) {
      throw problem(
          new Diagnostic(
              "PLB-RUN-061",
              Diagnostic.Severity.ERROR,
              "freeze cannot be read",
              e.getMessage() + " does not say until when " + environment + " is frozen",
              null,
              "ask who froze it; `plumbline freeze -e " + environment + " --lift` removes it"));
    }
  }

  private Collection<StateStore> distinct(Function<Site, StateStore> store) {
    Map<String, StateStore> distinct = new LinkedHashMap<>();
    for (Site site : sites) {
      StateStore each = store.apply(site);
      distinct.putIfAbsent(each.place(), each);
    }
    return distinct.values();
  }

  private static InvalidInputException problem(Diagnostic diagnostic) {
    return new InvalidInputException(List.of(diagnostic));
  }
}
