package io.plumbline.kind;

import io.plumbline.value.Value;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a kind: its canonical name (the provider API's member name in lowerCamel), its
 * type, and its spelling in every dialect. Immutable; the {@code in…} methods return a changed
 * copy.
 */
public final class Attribute {
  private final String name;
  private final Shape shape;
  private final Map<Dialect, Spelling> spellings;
  private final Set<Dialect> replacing;
  private final @Nullable Value byDefault;
  private final @Nullable String unkept;

  private Attribute(
      String name,
      Shape shape,
      Map<Dialect, Spelling> spellings,
      Set<Dialect> replacing,
      @Nullable Value byDefault,
      @Nullable String unkept) {
    this.name = name;
    this.shape = shape;
    this.spellings = spellings;
    this.replacing = replacing;
    this.byDefault = byDefault;
    this.unkept = unkept;
  }

  /** An attribute spelled by convention everywhere. */
  static Attribute of(String name, Shape shape) {
    Map<Dialect, Spelling> spellings = new EnumMap<>(Dialect.class);
    for (Dialect dialect : Dialect.values()) {
      spellings.put(
          dialect,
          Spelling.At.parse(dialect.conventionalName(name), dialect.conventionalCodec(shape)));
    }
    return new Attribute(name, shape, spellings, EnumSet.noneOf(Dialect.class), null, null);
  }

  /** The same, standing at {@code place}: {@code "path/to/member"} or {@code "document:path"}. */
  public Attribute in(Dialect dialect, String place) {
    return with(dialect, Spelling.At.parse(place, codec(dialect)));
  }

  /** The same, with its value changed by {@code codec}. */
  public Attribute in(Dialect dialect, Codec codec) {
    return with(dialect, new Spelling.At(at(dialect).document(), at(dialect).path(), codec));
  }

  /** The same, standing at {@code place} with its value changed by {@code codec}. */
  public Attribute in(Dialect dialect, String place, Codec codec) {
    return with(dialect, Spelling.At.parse(place, codec));
  }

  /** The same, standing at {@code place} in CloudFormation and in the API, which mostly agree. */
  public Attribute inAws(String place) {
    return in(Dialect.CLOUDFORMATION, place).in(Dialect.AWS_API, place);
  }

  /** The same, with its value changed by {@code codec} in every dialect. */
  public Attribute everywhere(Codec codec) {
    Attribute changed = this;
    for (Dialect dialect : Dialect.values()) {
      changed = changed.in(dialect, codec);
    }
    return changed;
  }

  /**
   * The same, in a zipped file of its own: {@code entry} inside it, named by member {@code file},
   * its digest in member {@code digest}.
   */
  public Attribute zippedIn(Dialect dialect, String entry, String file, String digest) {
    return with(dialect, new Spelling.Zipped(entry, file, digest));
  }

  /** The same, one level down: {@code prefix} stands before the path. */
  Attribute under(Dialect dialect, String prefix) {
    return spelling(dialect) instanceof Spelling.At at
        ? with(dialect, Spelling.At.parse(prefix + "/" + at.place(), at.codec()))
        : this;
  }

  /** The same, not sayable in {@code dialect}. */
  public Attribute notIn(Dialect dialect, String reason) {
    return with(dialect, new Spelling.Absent(reason));
  }

  /** The same; a change replaces the resource, whatever the engine. */
  public Attribute replaces() {
    return new Attribute(name, shape, spellings, EnumSet.allOf(Dialect.class), byDefault, unkept);
  }

  /** The same; a change by this engine replaces the resource. */
  public Attribute replaces(Dialect dialect) {
    Set<Dialect> more = EnumSet.copyOf(replacing);
    more.add(dialect);
    return new Attribute(name, shape, spellings, more, byDefault, unkept);
  }

  /** The same; what the provider fills in where nobody says anything. */
  public Attribute byDefault(Value value) {
    return new Attribute(name, shape, spellings, replacing, value, unkept);
  }

  /** The same; where nobody says anything, the provider fills in nothing. */
  public Attribute asGiven() {
    return byDefault == null ? byDefault(Value.NULL) : this;
  }

  /**
   * The same; where nobody says anything, the provider fills in what nobody can know beforehand,
   * for this reason.
   */
  public Attribute filledIn(String reason) {
    return byDefault(new Value.Unknown(reason));
  }

  /**
   * The same; where nobody says anything, no baseline keeps what stands there, for this reason: it
   * moves by itself or with each replacement, or may be a secret.
   */
  public Attribute unkept(String reason) {
    return new Attribute(name, shape, spellings, replacing, byDefault, reason);
  }

  public String name() {
    return name;
  }

  public Shape shape() {
    return shape;
  }

  public Spelling spelling(Dialect dialect) {
    return Objects.requireNonNull(spellings.get(dialect));
  }

  public boolean replacesIn(Dialect dialect) {
    return replacing.contains(dialect);
  }

  /**
   * What the provider fills in: {@link Value.Unknown} where it differs from one to another; null
   * where that is not known.
   */
  public @Nullable Value byDefault() {
    return byDefault;
  }

  /** Why no baseline keeps it; null where one does. */
  public @Nullable String unkept() {
    return unkept;
  }

  private Attribute with(Dialect dialect, Spelling spelling) {
    Map<Dialect, Spelling> changed = new EnumMap<>(spellings);
    changed.put(dialect, spelling);
    return new Attribute(
        name, shape, Collections.unmodifiableMap(changed), replacing, byDefault, unkept);
  }

  private Codec codec(Dialect dialect) {
    return spelling(dialect) instanceof Spelling.At at
        ? at.codec()
        : dialect.conventionalCodec(shape);
  }

  private Spelling.At at(Dialect dialect) {
    return spelling(dialect) instanceof Spelling.At at
        ? at
        : Spelling.At.parse(dialect.conventionalName(name), dialect.conventionalCodec(shape));
  }

  @Override
  public String toString() {
    return name + ": " + shape;
  }
}
