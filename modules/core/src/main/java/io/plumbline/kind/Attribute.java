package io.plumbline.kind;

import io.plumbline.value.Value;
import java.util.HashSet;
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
  private final Spellings spellings;
  private final boolean replacingAlways;
  private final Set<Dialect> replacing;
  private final @Nullable Value byDefault;
  private final @Nullable String unkept;
  private final boolean byHand;

  private Attribute(
      String name,
      Shape shape,
      Spellings spellings,
      boolean replacingAlways,
      Set<Dialect> replacing,
      @Nullable Value byDefault,
      @Nullable String unkept,
      boolean byHand) {
    this.name = name;
    this.shape = shape;
    this.spellings = spellings;
    this.replacingAlways = replacingAlways;
    this.replacing = replacing;
    this.byDefault = byDefault;
    this.unkept = unkept;
    this.byHand = byHand;
  }

  /** An attribute spelled by convention everywhere. */
  static Attribute of(String name, Shape shape) {
    return new Attribute(
        name, shape, Spellings.conventional(name, shape), false, Set.of(), null, null, false);
  }

  /** The same, standing at {@code place}: {@code "path/to/member"} or {@code "document:path"}. */
  public Attribute in(Dialect dialect, String place) {
    return with(dialect, Spelling.At.parse(place, spellings.at(dialect).codec()));
  }

  /** The same, with its value changed by {@code codec}. */
  public Attribute in(Dialect dialect, Codec codec) {
    Spelling.At at = spellings.at(dialect);
    return with(dialect, new Spelling.At(at.document(), at.path(), codec));
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
    return with(spellings.with(codec));
  }

  /**
   * The same, in a zipped file of its own: {@code entry} inside it, named by member {@code file},
   * its digest in member {@code digest}.
   */
  public Attribute zippedIn(Dialect dialect, String entry, String file, String digest) {
    return with(dialect, new Spelling.Zipped(entry, file, digest));
  }

  /** The same, one level down: {@code prefix} stands before the path. */
  public Attribute under(Dialect dialect, String prefix) {
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
    return new Attribute(name, shape, spellings, true, replacing, byDefault, unkept, byHand);
  }

  /** The same; a change by this engine replaces the resource. */
  public Attribute replaces(Dialect dialect) {
    Set<Dialect> more = new HashSet<>(replacing);
    more.add(dialect);
    return new Attribute(name, shape, spellings, replacingAlways, more, byDefault, unkept, byHand);
  }

  /** The same; what the provider fills in where nobody says anything. */
  public Attribute byDefault(Value value) {
    return new Attribute(name, shape, spellings, replacingAlways, replacing, value, unkept, byHand);
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
    return new Attribute(
        name, shape, spellings, replacingAlways, replacing, byDefault, reason, byHand);
  }

  /**
   * The same; it is looked at, and no engine sets it: how many GPUs there are. Whatever it differs
   * in, somebody has to put right.
   */
  public Attribute byHand() {
    return new Attribute(
        name, shape, spellings, replacingAlways, replacing, byDefault, unkept, true);
  }

  public String name() {
    return name;
  }

  public Shape shape() {
    return shape;
  }

  public Spelling spelling(Dialect dialect) {
    return spellings.in(dialect);
  }

  public boolean replacesIn(Dialect dialect) {
    return replacingAlways || replacing.contains(dialect);
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

  /** Whether no engine sets it. */
  public boolean isByHand() {
    return byHand;
  }

  private Attribute with(Dialect dialect, Spelling spelling) {
    return with(spellings.with(dialect, spelling));
  }

  private Attribute with(Spellings changed) {
    return new Attribute(
        name, shape, changed, replacingAlways, replacing, byDefault, unkept, byHand);
  }

  @Override
  public String toString() {
    return name + ": " + shape;
  }
}
