package io.plumbline.synth;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.kind.ResourceKind;
import io.plumbline.policy.Policy;
import io.plumbline.spi.Engine;
import io.plumbline.spi.Format;
import io.plumbline.spi.LiveSource;
import io.plumbline.spi.Provider;
import io.plumbline.spi.StateStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the outer modules bring, found by {@link ServiceLoader} when it is first asked for: a
 * command that only writes files never loads a cloud's SDK. Safe for use by several threads.
 */
public final class Plugins {
  private final @Nullable ClassLoader loader;
  private final Map<Class<?>, List<?>> loaded = new LinkedHashMap<>();
  private final Map<String, Map<String, ResourceKind>> kinds = new LinkedHashMap<>();

  public Plugins(@Nullable ClassLoader loader) {
    this.loader = loader;
  }

  /** These and no others; for programs that put Plumbline together themselves, and for tests. */
  public static Plugins of(Object... plugins) {
    Plugins fixed = new Plugins(Plugins.class.getClassLoader());
    for (Class<?> type :
        List.of(
            Provider.class,
            Format.class,
            Engine.class,
            LiveSource.Factory.class,
            StateStore.Factory.class,
            Policy.class)) {
      fixed.loaded.put(type, Stream.of(plugins).filter(type::isInstance).toList());
    }
    return fixed;
  }

  public List<Provider> providers() {
    return all(Provider.class, Provider::id);
  }

  public List<Format> formats() {
    return all(Format.class, Format::id);
  }

  public List<Engine> engines() {
    return all(Engine.class, Engine::id);
  }

  /** The provider of this id, named at {@code source}. */
  public Provider provider(String id, @Nullable SourceLine source) {
    return find(providers(), Provider::id, id, "provider", source);
  }

  public Format format(String id, @Nullable SourceLine source) {
    return find(formats(), Format::id, id, "format", source);
  }

  public Engine engine(String id, @Nullable SourceLine source) {
    return find(engines(), Engine::id, id, "engine", source);
  }

  public LiveSource.Factory liveSource(String provider, @Nullable SourceLine source) {
    return find(
        all(LiveSource.Factory.class, LiveSource.Factory::provider),
        LiveSource.Factory::provider,
        provider,
        "live reader",
        source);
  }

  /** What the organisation demands of its designs. */
  public List<Policy> policies() {
    return all(Policy.class, Policy::id);
  }

  public List<StateStore.Factory> stores() {
    return all(StateStore.Factory.class, StateStore.Factory::provider);
  }

  /** The kind of this id; null where the provider has none, or is not here. */
  public synchronized @Nullable ResourceKind kind(String provider, String id) {
    int slash = id.indexOf('/');
    return slash < 0
        ? kinds.computeIfAbsent(provider, this::kindsOf).get(id)
        : kind(id.substring(0, slash), id.substring(slash + 1));
  }

  private Map<String, ResourceKind> kindsOf(String provider) {
    Map<String, ResourceKind> byId = new LinkedHashMap<>();
    for (Provider each : providers()) {
      if (each.id().equals(provider)) {
        each.kinds().forEach(kind -> byId.put(kind.id(), kind));
      }
    }
    return byId;
  }

  @SuppressWarnings("unchecked") // a list is only ever put in under its own type
  private synchronized <T> List<T> all(Class<T> type, Function<T, String> id) {
    return (List<T>)
        loaded.computeIfAbsent(
            type,
            wanted -> {
              List<T> found = new ArrayList<>();
              ServiceLoader.load(type, loader).forEach(found::add);
              found.sort(Comparator.comparing(id));
              return List.copyOf(found);
            });
  }

  private static <T> T find(
      List<T> all, Function<T, String> idOf, String id, String what, @Nullable SourceLine source) {
    for (T each : all) {
      if (idOf.apply(each).equals(id)) {
        return each;
      }
    }
    throw new InvalidInputException(
        List.of(
            new Diagnostic(
                "PLB-RUN-002",
                Diagnostic.Severity.ERROR,
                "plugin is not here",
                "got "
                    + what
                    + " "
                    + id
                    + "; there are: "
                    + String.join(", ", all.stream().map(idOf).toList()),
                source,
                "name one of these, or add the module that brings it to the class path")));
  }
}
