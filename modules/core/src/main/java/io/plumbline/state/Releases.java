package io.plumbline.state;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Target;
import io.plumbline.spi.StateStore;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The release records in one store. */
public final class Releases {
  private static final String FILE = "/release.json";

  private final StateStore store;
  private final Function<String, @Nullable ResourceKind> kinds;

  public Releases(StateStore store, Function<String, @Nullable ResourceKind> kinds) {
    this.store = store;
    this.kinds = kinds;
  }

  /**
   * The record of the last deploy; null before the first and after a destroy.
   *
   * @throws InvalidInputException if there is one that cannot be understood
   */
  public @Nullable Release find(Target target) {
    String key = target.path() + FILE;
    String text = store.read(key);
    try {
      return text == null ? null : Release.read(text, kinds);
    } catch (Release.Unreadable e) {
      throw unreadable(key, e);
    }
  }

  private InvalidInputException unreadable(String key, Release.Unreadable e) {
    return new InvalidInputException(
        List.of(
            new Diagnostic(
                "PLB-RUN-017",
                Diagnostic.Severity.ERROR,
                "release record cannot be read",
                store.place()
                    + "/"
                    + key
                    + (e.isNewer() ? " was written by a newer Plumbline" : "")
                    + ": got "
                    + e.getMessage(),
                null,
                e.isNewer()
                    ? "use that version, or a later one"
                    : "bring an earlier version of it back, or the Plumbline and the modules that"
                        + " wrote it; if there is none, move it away and deploy again")));
  }

  public void save(Target target, Release release) {
    store.write(target.path() + FILE, release.write());
  }

  /** Saves it; where it says nothing any more, there is nothing left to keep a record of. */
  public void keep(Target target, Release release) {
    if (release.graph().isEmpty() && release.watched().isEmpty()) {
      delete(target);
    } else {
      save(target, release);
    }
  }

  public void delete(Target target) {
    store.delete(target.path() + FILE);
  }

  /** The stacks of an environment that are deployed, in order of their names. */
  public List<String> stacks(String environment) {
    return names(environment + "/", 1);
  }

  /** The names of the sites at which a stack is deployed, in order. */
  public List<String> sites(String environment, String stack) {
    return names(environment + "/" + stack + "/", 2);
  }

  /** What stands at one place of the paths of records, {@code ENVIRONMENT/STACK/SITE}. */
  private List<String> names(String start, int place) {
    return store.keys(start).stream()
        .filter(key -> key.endsWith(FILE) && key.chars().filter(c -> c == '/').count() == 3)
        .map(key -> key.split("/", -1)[place])
        .distinct()
        .sorted()
        .toList();
  }
}
