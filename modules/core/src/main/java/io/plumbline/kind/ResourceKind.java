package io.plumbline.kind;

import io.plumbline.value.Value;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of one kind of provider resource: its attributes, how a live one is recognised,
 * and how it is spelled in every dialect. Everything that writes, reads or compares resources works
 * from this, so that a new kind is one file.
 */
public final class ResourceKind {
  private final KindBuilder parts;
  private final Shape.Struct shape;

  ResourceKind(KindBuilder parts) {
    this.parts = parts;
    this.shape = new Shape.Struct(parts.attributes);
  }

  /** Starts a declaration; {@code id} is the kind's name for life, in lower case with hyphens. */
  public static KindBuilder kind(String id) {
    return new KindBuilder(id);
  }

  public String id() {
    return parts.id;
  }

  public Shape.Struct shape() {
    return shape;
  }

  /** The attribute of this name; null where the kind has none. */
  public @Nullable Attribute attribute(String name) {
    return parts.attributes.stream().filter(a -> a.name().equals(name)).findFirst().orElse(null);
  }

  /**
   * Documents in an artefact dialect, the main one first; empty where the dialect has no such
   * thing.
   */
  public List<Document> documents(Dialect dialect) {
    List<Document> documents = parts.documents.get(dialect);
    Dialect base = dialect.base();
    return documents != null ? documents : base == null ? List.of() : documents(base);
  }

  /** Whether this is what a dialect calls it, or a part of it. */
  public boolean isCalled(String type) {
    return parts.documents.values().stream()
        .flatMap(List::stream)
        .anyMatch(document -> plain(document.type()).equalsIgnoreCase(plain(type)));
  }

  /** Without the version that some dialects write behind it: {@code Microsoft.X/ys@2025-01-01}. */
  private static String plain(String type) {
    int at = type.indexOf('@');
    return at < 0 ? type : type.substring(0, at);
  }

  /** Where live documents come from, by document name, the main one first. */
  public Map<String, Read> reads() {
    return Collections.unmodifiableMap(parts.reads);
  }

  /**
   * Id of the kind at whose things what this one says is compared, so that nothing reads this one
   * itself; null for a kind that is read.
   */
  public @Nullable String comparedAt() {
    return parts.comparedAt;
  }

  /** Names of the outputs that other resources may refer to. */
  public List<String> outputs() {
    return List.copyOf(parts.outputs.keySet());
  }

  /**
   * How {@code dialect} spells an output: Terraform's attribute, or the path to it;
   * CloudFormation's {@code Ref} or attribute; in the API a path in the main document, or text with
   * members in braces such as <code>arn:{partition}:s3:::{Name}</code>.
   */
  public @Nullable String output(String output, Dialect dialect) {
    String spelled = parts.outputs.getOrDefault(output, Map.of()).get(dialect);
    Dialect base = dialect.base();
    return spelled != null || base == null ? spelled : output(output, base);
  }

  /**
   * The attribute with the tags by which a live resource says whose it is; null for a kind without
   * tags.
   */
  public @Nullable String tags() {
    return parts.tags;
  }

  /**
   * The output by whose live value Terraform imports one; null where one that Terraform does not
   * know of is not taken over: its name stands in the way of another, or it is imported by several
   * values.
   */
  public @Nullable String importedBy() {
    return parts.importedBy;
  }

  /** The provider's own command that removes one; null where the kind says none. */
  public @Nullable String removal() {
    return parts.removal;
  }

  /**
   * The attribute with the live name, or the path to it: {@code tags/Name}; null for a kind that
   * has no name.
   */
  public @Nullable String name() {
    return parts.name;
  }

  /**
   * The attributes that together tell one from its siblings where there is neither tag nor name;
   * may be empty.
   */
  public List<String> naturalKey() {
    return parts.naturalKey;
  }

  /**
   * The attribute that says in what it stands: whatever stands in something of ours and is not in
   * the design is unmanaged.
   */
  public @Nullable String within() {
    return parts.within;
  }

  /**
   * Of one that stands in another of its kind: the attribute by which the other's {@link #expected}
   * lists it. What is listed, somebody else answers for; null: nothing ever is.
   */
  public @Nullable String toldBy() {
    return parts.toldBy;
  }

  /** The attribute that lists what else may stand there; null where {@link #toldBy} is. */
  public @Nullable String expected() {
    return parts.expected;
  }

  /** How a live resource of this kind is recognised. */
  public Identity identity() {
    return new Identity(this);
  }

  /**
   * Members, by path in the main live document, of what the provider made by itself; any one
   * suffices. A path goes through every item of a list.
   */
  public Map<String, Value> providerMade() {
    return Collections.unmodifiableMap(parts.providerMade);
  }

  /**
   * Main live documents of what the provider made by itself, where more than a member's value tells
   * them.
   */
  public Predicate<Value.Obj> madeByProvider() {
    return parts.madeByProvider;
  }

  /**
   * Main live documents of what comes with a parent that the provider made by itself: the rules of
   * a default security group. Whatever else stands in such a parent, in a network of ours, somebody
   * added.
   */
  public Predicate<Value.Obj> broughtAlong() {
    return parts.broughtAlong;
  }

  /** What the provider makes by itself beside things of another kind; null where it makes none. */
  public @Nullable Companion companion() {
    return parts.companion;
  }

  /**
   * What the provider lets people set on one, or make in one, and nobody reads: said in every
   * report, so that silence is not taken for calm.
   */
  public List<String> notRead() {
    return List.copyOf(parts.notRead);
  }

  /**
   * Why no deployment of this kind was ever run where it is developed: the sandbox has no such
   * thing. Schemas and linters alone hold it then. Null for a kind that is deployed and read back.
   */
  public @Nullable String notInSandbox() {
    return parts.notInSandbox;
  }

  /**
   * What the provider must let one do to make it, as its permissions are called; empty: unknown.
   */
  public List<String> makingTakes() {
    return List.copyOf(parts.makingTakes);
  }

  /**
   * Whether the provider charges nothing for one, nor for what passes it or stands in it as such.
   */
  public boolean isFree() {
    return parts.free;
  }

  /**
   * Whether an account has it once, wherever it is looked at from, and not once for each region.
   */
  public boolean isGlobal() {
    return parts.global;
  }

  /** By what the provider charges for one, in words; null where nobody says. */
  public @Nullable String charged() {
    return parts.charged;
  }

  /** Holds what cannot be got back: protected unless released by name. */
  public boolean irreplaceable() {
    return parts.irreplaceable;
  }

  /** What makes the things of this kind; null where a design asks for each. */
  public @Nullable Maker maker() {
    return parts.maker == null
        ? null
        : new Maker(parts.maker.path(), parts.maker.kind(), parts.maker.output(), parts.agreements);
  }

  /** What may be amiss only because something else is. */
  public List<Symptom> symptoms() {
    return List.copyOf(parts.symptoms);
  }

  /** Which nodes it counts; null where it has none. */
  public @Nullable Members members() {
    return parts.members;
  }

  /** Fields of the provider's read type that are not ours to compare, each with the reason. */
  public Map<String, String> notOurs() {
    return Collections.unmodifiableMap(parts.notOurs);
  }

  /** Members that a dialect wants beside the attributes, always the same: by document name. */
  public Map<String, Value.Obj> constants(Dialect dialect) {
    return parts.constants.getOrDefault(dialect, Map.of());
  }

  /**
   * What a dialect wants beside the properties of one whose said values another controller moves,
   * so that the engine leaves them alone; empty where it needs nothing.
   */
  public Value.Obj whereMoved(Dialect dialect) {
    return parts.whereMoved.getOrDefault(dialect, Value.Obj.EMPTY);
  }

  /**
   * Whether what others move is left unsaid as soon as a thing is made: by an engine that sends all
   * of a thing at each deploy, and not what has changed alone.
   */
  public boolean isUnsaidOnceMade(Dialect dialect) {
    return parts.unsaidOnceMade.contains(dialect);
  }

  /**
   * Whether a dialect leaves a value alone that another controller moves by not saying it any more:
   * it is said when the resource is made, and no longer once anything of it changes.
   */
  public boolean isUnsaidWhereMoved(Dialect dialect) {
    return parts.unsaidWhereMoved.contains(dialect);
  }

  /** Where a dialect says one that it has no resource for; null where it has one. */
  public @Nullable Listing listedIn(Dialect dialect) {
    return parts.listings.get(dialect);
  }

  @Override
  public String toString() {
    return parts.id;
  }
}
