package io.plumbline.value;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A few names with what they name, in the order they were given; it never changes. Graphs are made
 * of such maps, by the hundred thousand: one array takes a quarter of the room of a hash map, and
 * finds a name among so few as fast.
 */
public final class SmallMap<V> extends AbstractMap<String, V> {
  /** Among more names than these a hash is faster. */
  private static final int MOST = 24;

  /** Names and values in turn. */
  private final Object[] pairs;

  private SmallMap(Map<String, ? extends V> map) {
    pairs = new Object[2 * map.size()];
    int at = 0;
    for (Map.Entry<String, ? extends V> each : map.entrySet()) {
      pairs[at++] = each.getKey();
      pairs[at++] = each.getValue();
    }
  }

  /** A map that says the same, and goes on saying so whatever becomes of {@code map}. */
  public static <V> Map<String, V> copyOf(Map<String, ? extends V> map) {
    return map.size() <= MOST
        ? new SmallMap<>(map)
        : Collections.unmodifiableMap(new LinkedHashMap<String, V>(map));
  }

  /** The same of a map that nobody changes any more, and that may be kept as it is. */
  static <V> Map<String, V> taking(Map<String, V> map) {
    return map.size() <= MOST ? new SmallMap<>(map) : Collections.unmodifiableMap(map);
  }

  @Override
  public int size() {
    return pairs.length / 2;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return find(name) >= 0;
  }

  @Override
  public @Nullable V get(@Nullable Object name) {
    int at = find(name);
    return at < 0 ? null : value(at);
  }

  private int find(@Nullable Object name) {
    for (int at = 0; at < pairs.length; at += 2) {
      if (pairs[at].equals(name)) {
        return at;
      }
    }
    return -1;
  }

  private String name(int at) {
    return (String) pairs[at];
  }

  @SuppressWarnings("unchecked") // the constructor put it there
  private V value(int at) {
    return (V) pairs[at + 1];
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super V> work) {
    for (int at = 0; at < pairs.length; at += 2) {
      work.accept(name(at), value(at));
    }
  }

  @Override
  public Set<Map.Entry<String, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return SmallMap.this.size();
      }

      @Override
      public Iterator<Map.Entry<String, V>> iterator() {
        return new Entries();
      }
    };
  }

  private final class Entries implements Iterator<Map.Entry<String, V>> {
    private int at;

    @Override
    public boolean hasNext() {
      return at < pairs.length;
    }

    @Override
    public Map.Entry<String, V> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Map.Entry<String, V> entry = Map.entry(name(at), value(at));
      at += 2;
      return entry;
    }
  }
}
