package io.plumbline.kind;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The spellings of one attribute: those that the kind lists, and by convention in any other
 * dialect, worked out once each. Changes are copies.
 */
final class Spellings {
  private final String name;
  private final Shape shape;

  /** The codec in every dialect that the kind lists none for; null: by convention. */
  private final @Nullable Codec codec;

  private final Map<Dialect, Spelling> known;

  private Spellings(String name, Shape shape, @Nullable Codec codec, Map<Dialect, Spelling> known) {
    this.name = name;
    this.shape = shape;
    this.codec = codec;
    this.known = new ConcurrentHashMap<>(known);
  }

  /** By convention everywhere. */
  static Spellings conventional(String name, Shape shape) {
    return new Spellings(name, shape, null, Map.of());
  }

  Spelling in(Dialect dialect) {
    Spelling there = known.get(dialect);
    if (there != null) {
      return there;
    }
    Dialect base = dialect.base();
    return base == null ? known.computeIfAbsent(dialect, this::byConvention) : in(base);
  }

  /** Where it stands; by convention where it is not said by a place. */
  Spelling.At at(Dialect dialect) {
    return in(dialect) instanceof Spelling.At at ? at : byConvention(dialect);
  }

  Spellings with(Dialect dialect, Spelling spelling) {
    Spellings changed = new Spellings(name, shape, codec, known);
    changed.known.put(dialect, spelling);
    return changed;
  }

  /** The same places, the value changed by {@code everywhere} in each. */
  Spellings with(Codec everywhere) {
    Spellings changed = new Spellings(name, shape, everywhere, Map.of());
    known.forEach(
        (dialect, spelling) ->
            changed.known.put(
                dialect,
                spelling instanceof Spelling.At at
                    ? new Spelling.At(at.document(), at.path(), everywhere)
                    : changed.byConvention(dialect)));
    return changed;
  }

  private Spelling.At byConvention(Dialect dialect) {
    return Spelling.At.parse(
        dialect.conventionalName(name), codec != null ? codec : dialect.conventionalCodec(shape));
  }
}
