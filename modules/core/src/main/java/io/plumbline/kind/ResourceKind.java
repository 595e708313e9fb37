package io.plumbline.kind;

import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of one kind of provider resource: its attributes, how a live one is recognised,
 * and how it is spelled in every dialect. Everything that writes, reads or compares resources works
 * from this, so that a new kind is one file.
 */
public final class ResourceKind {
  private final Builder parts;
  private final Shape.Struct shape;

  private ResourceKind(Builder parts) {
    this.parts = parts;
    this.shape = new Shape.Struct(parts.attributes);
  }

  /** Starts a declaration; {@code id} is the kind's name for life, in lower case with hyphens. */
  public static Builder kind(String id) {
    return new Builder(id);
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

  /** Collects a declaration, in the order in which a kind file reads best. */
  public static final class Builder {
    private final String id;
    private final Map<Dialect, List<Document>> documents = new LinkedHashMap<>();
    private final Map<String, Read> reads = new LinkedHashMap<>();
    private final Map<String, Map<Dialect, String>> outputs = new LinkedHashMap<>();
    private final List<Attribute> attributes = new ArrayList<>();
    private final Map<String, Value> providerMade = new LinkedHashMap<>();
    private final Map<String, String> notOurs = new LinkedHashMap<>();
    private final Map<Dialect, Map<String, Value.Obj>> constants = new LinkedHashMap<>();
    private final Map<Dialect, Value.Obj> whereMoved = new LinkedHashMap<>();
    private final Set<Dialect> unsaidWhereMoved = new HashSet<>();
    private final Set<Dialect> unsaidOnceMade = new HashSet<>();
    private final Map<Dialect, Listing> listings = new LinkedHashMap<>();
    private List<String> naturalKey = List.of();
    private @Nullable String comparedAt;
    private @Nullable String tags;
    private @Nullable String importedBy;
    private @Nullable String removal;
    private @Nullable String name;
    private @Nullable String within;
    private @Nullable String toldBy;
    private @Nullable String expected;
    private final List<String> notRead = new ArrayList<>();
    private Predicate<Value.Obj> madeByProvider = document -> false;
    private Predicate<Value.Obj> broughtAlong = document -> false;
    private @Nullable Companion companion;
    private List<String> makingTakes = List.of();
    private boolean free;
    private boolean global;
    private @Nullable String charged;
    private @Nullable String notInSandbox;
    private @Nullable Maker maker;
    private @Nullable Members members;
    private final List<Maker.Agreement> agreements = new ArrayList<>();
    private final List<Symptom> symptoms = new ArrayList<>();
    private boolean irreplaceable;

    private Builder(String id) {
      this.id = id;
    }

    /** The type in Terraform and in CloudFormation. */
    public Builder type(String terraform, String cloudFormation) {
      return type(Dialect.TERRAFORM, terraform).type(Dialect.CLOUDFORMATION, cloudFormation);
    }

    public Builder type(Dialect dialect, String type) {
      return document(dialect, new Document("", type, null, null));
    }

    /**
     * A further document, which names the main one's resource by member {@code link}, holding its
     * {@code output}.
     */
    public Builder document(Dialect dialect, String name, String type, String link, String output) {
      return document(dialect, new Document(name, type, link, output));
    }

    private Builder document(Dialect dialect, Document document) {
      documents.computeIfAbsent(dialect, d -> new ArrayList<>()).add(document);
      return this;
    }

    /** Where the main live document comes from. */
    public Builder read(Read read) {
      return read("", read);
    }

    public Builder read(String document, Read read) {
      reads.put(document, read);
      return this;
    }

    /** Never read itself: what it says is compared at things of this kind. */
    public Builder comparedAt(String kind) {
      comparedAt = kind;
      return this;
    }

    public Builder importedBy(String output) {
      importedBy = output;
      return this;
    }

    /**
     * The provider's own command that removes one that is in no design, and nothing else. In braces
     * {@code id}, an attribute by which it is recognised, or {@code site:} and a setting of the
     * site; in brackets what is left out where its value is not known.
     */
    public Builder removedBy(String command) {
      removal = command;
      return this;
    }

    /** Recognised by Plumbline's tags in this attribute. */
    public Builder taggedBy(String attribute) {
      tags = attribute;
      return this;
    }

    /**
     * Recognised by the live name in this attribute, or at this path where it is a tag: {@code
     * tags/Name}.
     */
    public Builder namedBy(String attribute) {
      name = attribute;
      return this;
    }

    /** Recognised, among its siblings, by these attributes together. */
    public Builder keyedBy(String... attributes) {
      naturalKey = List.of(attributes);
      return this;
    }

    /** Stands in what this attribute refers to. */
    public Builder within(String attribute) {
      within = attribute;
      return this;
    }

    /**
     * What stands there too and has, as {@code attribute}, one of the texts that {@code list} says
     * is not unmanaged: somebody else answers for it.
     */
    public Builder beside(String list, String attribute) {
      expected = list;
      toldBy = attribute;
      return this;
    }

    public Builder providerMade(String path, Value value) {
      providerMade.put(path, value);
      return this;
    }

    public Builder providerMade(Predicate<Value.Obj> documents) {
      madeByProvider = documents;
      return this;
    }

    public Builder broughtAlong(Predicate<Value.Obj> documents) {
      broughtAlong = documents;
      return this;
    }

    /**
     * One that {@code which} tells is made by the provider itself, if at {@code path} in its main
     * document stands an {@code output} of a {@code kind} of ours.
     */
    public Builder companionOf(
        String path, String kind, String output, Predicate<Value.Obj> which) {
      companion = new Companion(path, kind, output, which);
      return this;
    }

    public Builder notRead(String... what) {
      notRead.addAll(List.of(what));
      return this;
    }

    public Builder makingTakes(String... permissions) {
      makingTakes = List.of(permissions);
      return this;
    }

    public Builder free() {
      free = true;
      return this;
    }

    /** Of the account, and of no region. */
    public Builder global() {
      global = true;
      return this;
    }

    /** By what the provider charges: {@code "each hour, and each GB that passes"}. */
    public Builder charged(String by) {
      charged = by;
      return this;
    }

    /** The sandbox cannot hold one, for this reason. */
    public Builder notInSandbox(String reason) {
      notInSandbox = reason;
      return this;
    }

    /**
     * Made by another resource, which the attribute at {@code path} names by its {@code output}: no
     * design asks for one, and none is unmanaged.
     */
    public Builder madeBy(String path, String kind, String output) {
      maker = new Maker(path, kind, output, List.of());
      return this;
    }

    /** Counts nodes, which its document lists. */
    public Builder members(Members nodes) {
      members = nodes;
      return this;
    }

    /**
     * The value at {@code path} is one of those that the maker says at {@code trails}; else the
     * maker has a finding at {@code name}. Of what is made, the first breach counts.
     */
    public Builder agrees(String name, String path, String... trails) {
      agreements.add(new Maker.Agreement(name, path, List.of(trails)));
      return this;
    }

    /** What is amiss here may follow from what is amiss elsewhere. */
    public Builder symptoms(Symptom... more) {
      symptoms.addAll(List.of(more));
      return this;
    }

    public Builder irreplaceable() {
      irreplaceable = true;
      return this;
    }

    public Builder output(String output, String terraform, String cloudFormation, String api) {
      return output(output, Dialect.TERRAFORM, terraform)
          .output(output, Dialect.CLOUDFORMATION, cloudFormation)
          .output(output, Dialect.AWS_API, api);
    }

    /** An output as one dialect has it; called again, with another. */
    public Builder output(String output, Dialect dialect, String spelled) {
      outputs.computeIfAbsent(output, o -> new LinkedHashMap<>()).put(dialect, spelled);
      return this;
    }

    public Builder attributes(Attribute... more) {
      attributes.addAll(List.of(more));
      return this;
    }

    /** Attributes that CloudFormation and the API put one level down, each at its place. */
    public Builder under(String cloudFormation, String api, Attribute... more) {
      for (Attribute attribute : more) {
        attributes.add(
            attribute.under(Dialect.CLOUDFORMATION, cloudFormation).under(Dialect.AWS_API, api));
      }
      return this;
    }

    /**
     * Fields of the read type that are not ours, for this reason; nested ones as {@code a/b}, in
     * documents as {@code doc:a}.
     */
    public Builder notOurs(String reason, String... fields) {
      for (String field : fields) {
        notOurs.put(field, reason);
      }
      return this;
    }

    /** Members that the dialect's document always has. */
    public Builder constant(Dialect dialect, String document, Value.Obj members) {
      constants.computeIfAbsent(dialect, d -> new LinkedHashMap<>()).put(document, members);
      return this;
    }

    /** Beside the properties of one whose said values another controller moves. */
    public Builder whereMoved(Dialect dialect, Value.Obj members) {
      whereMoved.put(dialect, members);
      return this;
    }

    /**
     * What others move is said when a thing is made, and never again: where an engine sends all of
     * a thing at each deploy.
     */
    public Builder unsaidOnceMade(Dialect dialect) {
      unsaidOnceMade.add(dialect);
      return unsaidWhereMoved(dialect);
    }

    /**
     * What another controller moves is said in {@code dialect} when the resource is made, and no
     * longer once anything of it changes; then it is left alone.
     */
    public Builder unsaidWhereMoved(Dialect dialect) {
      unsaidWhereMoved.add(dialect);
      return this;
    }

    /** {@code dialect} has no resource for it, and says it in a list of what it is within. */
    public Builder listedIn(Dialect dialect, Listing listing) {
      listings.put(dialect, listing);
      return this;
    }

    public ResourceKind build() {
      return new ResourceKind(this);
    }
  }
}
