package io.plumbline.spi;

import io.plumbline.model.Site;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what one deploy leaves for the next command, perhaps on another machine: release records
 * and locks, small texts by key such as {@code prod/fleet/main/release.json}. What is written is
 * read by the next read, whoever reads.
 */
public interface StateStore {

  /** The text at {@code key}; null where there is none. */
  @Nullable String read(String key);

  /** Replaces what stands at {@code key}, whole or not at all. */
  void write(String key, String text);

  /**
   * Writes where nothing stands yet. Of several that try at once exactly one succeeds.
   *
   * @return whether it was this call that wrote
   */
  boolean create(String key, String text);

  /**
   * Writes where {@code before} still stands. Whoever calls works {@link #apart}, which a store
   * that several machines see does not rely on.
   *
   * @return whether it stood there
   */
  boolean replace(String key, String before, String after);

  /** Removes what stands at {@code key}, if anything does. */
  void delete(String key);

  /**
   * Does work at {@code key} that takes several steps, kept apart from others who do so too: from
   * all that share the store where it can tell, else from nobody. Whoever works in a store that
   * other machines see holds the lock of this machine by then.
   */
  default <T> T apart(String key, Supplier<T> work) {
    return work.get();
  }

  /** The keys that start with {@code prefix}, in order. */
  List<String> keys(String prefix);

  /** Where it is, for people: {@code .plumbline} or {@code s3://bucket}. */
  String place();

  /** Whether other machines see it. */
  boolean shared();

  /** Opens the stores of one provider for sites that ask for one. */
  interface Factory {
    String provider();

    /** Which settings of a site name one, for people: {@code "state.bucket"}. */
    String place();

    /** The store that the site's settings name ({@code state.…}); null where they name none. */
    @Nullable StateStore open(Site site);
  }
}
