package io.plumbline.kind;

import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Collects the declaration of a kind, in the order in which its file reads best. */
public final class KindBuilder {
  final String id;
  final Map<Dialect, List<Document>> documents = new LinkedHashMap<>();
  final Map<String, Read> reads = new LinkedHashMap<>();
  final Map<String, Map<Dialect, String>> outputs = new LinkedHashMap<>();
  final List<Attribute> attributes = new ArrayList<>();
  final Map<String, Value> providerMade = new LinkedHashMap<>();
  final Map<String, String> notOurs = new LinkedHashMap<>();
  final Map<Dialect, Map<String, Value.Obj>> constants = new LinkedHashMap<>();
  final Map<Dialect, Value.Obj> whereMoved = new LinkedHashMap<>();
  final Set<Dialect> unsaidWhereMoved = new HashSet<>();
  final Set<Dialect> unsaidOnceMade = new HashSet<>();
  final Map<Dialect, Listing> listings = new LinkedHashMap<>();
  List<String> naturalKey = List.of();
  @Nullable String comparedAt;
  @Nullable String tags;
  @Nullable String importedBy;
  @Nullable String removal;
  @Nullable String name;
  @Nullable String within;
  @Nullable String toldBy;
  @Nullable String expected;
  final List<String> notRead = new ArrayList<>();
  Predicate<Value.Obj> madeByProvider = document -> false;
  Predicate<Value.Obj> broughtAlong = document -> false;
  @Nullable Companion companion;
  List<String> makingTakes = List.of();
  boolean free;
  boolean global;
  @Nullable String charged;
  @Nullable String notInSandbox;
  @Nullable Maker maker;
  @Nullable Members members;
  final List<Maker.Agreement> agreements = new ArrayList<>();
  final List<Symptom> symptoms = new ArrayList<>();
  boolean irreplaceable;

  KindBuilder(String id) {
    this.id = id;
  }

  /** The type in Terraform and in CloudFormation. */
  public KindBuilder type(String terraform, String cloudFormation) {
    return type(Dialect.TERRAFORM, terraform).type(Dialect.CLOUDFORMATION, cloudFormation);
  }

  public KindBuilder type(Dialect dialect, String type) {
    return document(dialect, new Document("", type, null, null));
  }

  /**
   * A further document, which names the main one's resource by member {@code link}, holding its
   * {@code output}.
   */
  public KindBuilder document(
      Dialect dialect, String name, String type, String link, String output) {
    return document(dialect, new Document(name, type, link, output));
  }

  private KindBuilder document(Dialect dialect, Document document) {
    documents.computeIfAbsent(dialect, d -> new ArrayList<>()).add(document);
    return this;
  }

  /** Where the main live document comes from. */
  public KindBuilder read(Read read) {
    return read("", read);
  }

  public KindBuilder read(String document, Read read) {
    reads.put(document, read);
    return this;
  }

  /** Never read itself: what it says is compared at things of this kind. */
  public KindBuilder comparedAt(String kind) {
    comparedAt = kind;
    return this;
  }

  public KindBuilder importedBy(String output) {
    importedBy = output;
    return this;
  }

  /**
   * The provider's own command that removes one that is in no design, and nothing else. In braces
   * {@code id}, an attribute by which it is recognised, or {@code site:} and a setting of the site;
   * in brackets what is left out where its value is not known.
   */
  public KindBuilder removedBy(String command) {
    removal = command;
    return this;
  }

  /** Recognised by Plumbline's tags in this attribute. */
  public KindBuilder taggedBy(String attribute) {
    tags = attribute;
    return this;
  }

  /**
   * Recognised by the live name in this attribute, or at this path where it is a tag: {@code
   * tags/Name}.
   */
  public KindBuilder namedBy(String attribute) {
    name = attribute;
    return this;
  }

  /** Recognised, among its siblings, by these attributes together. */
  public KindBuilder keyedBy(String... attributes) {
    naturalKey = List.of(attributes);
    return this;
  }

  /** Stands in what this attribute refers to. */
  public KindBuilder within(String attribute) {
    within = attribute;
    return this;
  }

  /**
   * What stands there too and has, as {@code attribute}, one of the texts that {@code list} says is
   * not unmanaged: somebody else answers for it.
   */
  public KindBuilder beside(String list, String attribute) {
    expected = list;
    toldBy = attribute;
    return this;
  }

  public KindBuilder providerMade(String path, Value value) {
    providerMade.put(path, value);
    return this;
  }

  public KindBuilder providerMade(Predicate<Value.Obj> documents) {
    madeByProvider = documents;
    return this;
  }

  public KindBuilder broughtAlong(Predicate<Value.Obj> documents) {
    broughtAlong = documents;
    return this;
  }

  /**
   * One that {@code which} tells is made by the provider itself, if at {@code path} in its main
   * document stands an {@code output} of a {@code kind} of ours.
   */
  public KindBuilder companionOf(
      String path, String kind, String output, Predicate<Value.Obj> which) {
    companion = new Companion(path, kind, output, which);
    return this;
  }

  public KindBuilder notRead(String... what) {
    notRead.addAll(List.of(what));
    return this;
  }

  public KindBuilder makingTakes(String... permissions) {
    makingTakes = List.of(permissions);
    return this;
  }

  public KindBuilder free() {
    free = true;
    return this;
  }

  /** Of the account, and of no region. */
  public KindBuilder global() {
    global = true;
    return this;
  }

  /** By what the provider charges: {@code "each hour, and each GB that passes"}. */
  public KindBuilder charged(String by) {
    charged = by;
    return this;
  }

  /** The sandbox cannot hold one, for this reason. */
  public KindBuilder notInSandbox(String reason) {
    notInSandbox = reason;
    return this;
  }

  /**
   * Made by another resource, which the attribute at {@code path} names by its {@code output}: no
   * design asks for one, and none is unmanaged.
   */
  public KindBuilder madeBy(String path, String kind, String output) {
    maker = new Maker(path, kind, output, List.of());
    return this;
  }

  /** Counts nodes, which its document lists. */
  public KindBuilder members(Members nodes) {
    members = nodes;
    return this;
  }

  /**
   * The value at {@code path} is one of those that the maker says at {@code trails}; else the maker
   * has a finding at {@code name}. Of what is made, the first breach counts.
   */
  public KindBuilder agrees(String name, String path, String... trails) {
    agreements.add(new Maker.Agreement(name, path, List.of(trails)));
    return this;
  }

  /** What is amiss here may follow from what is amiss elsewhere. */
  public KindBuilder symptoms(Symptom... more) {
    symptoms.addAll(List.of(more));
    return this;
  }

  public KindBuilder irreplaceable() {
    irreplaceable = true;
    return this;
  }

  public KindBuilder output(String output, String terraform, String cloudFormation, String api) {
    return output(output, Dialect.TERRAFORM, terraform)
        .output(output, Dialect.CLOUDFORMATION, cloudFormation)
        .output(output, Dialect.AWS_API, api);
  }

  /** An output as one dialect has it; called again, with another. */
  public KindBuilder output(String output, Dialect dialect, String spelled) {
    outputs.computeIfAbsent(output, o -> new LinkedHashMap<>()).put(dialect, spelled);
    return this;
  }

  public KindBuilder attributes(Attribute... more) {
    attributes.addAll(List.of(more));
    return this;
  }

  /** Attributes that CloudFormation and the API put one level down, each at its place. */
  public KindBuilder under(String cloudFormation, String api, Attribute... more) {
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
  public KindBuilder notOurs(String reason, String... fields) {
    for (String field : fields) {
      notOurs.put(field, reason);
    }
    return this;
  }

  /** Members that the dialect's document always has. */
  public KindBuilder constant(Dialect dialect, String document, Value.Obj members) {
    constants.computeIfAbsent(dialect, d -> new LinkedHashMap<>()).put(document, members);
    return this;
  }

  /** Beside the properties of one whose said values another controller moves. */
  public KindBuilder whereMoved(Dialect dialect, Value.Obj members) {
    whereMoved.put(dialect, members);
    return this;
  }

  /**
   * What others move is said when a thing is made, and never again: where an engine sends all of a
   * thing at each deploy.
   */
  public KindBuilder unsaidOnceMade(Dialect dialect) {
    unsaidOnceMade.add(dialect);
    return unsaidWhereMoved(dialect);
  }

  /**
   * What another controller moves is said in {@code dialect} when the resource is made, and no
   * longer once anything of it changes; then it is left alone.
   */
  public KindBuilder unsaidWhereMoved(Dialect dialect) {
    unsaidWhereMoved.add(dialect);
    return this;
  }

  /** {@code dialect} has no resource for it, and says it in a list of what it is within. */
  public KindBuilder listedIn(Dialect dialect, Listing listing) {
    listings.put(dialect, listing);
    return this;
  }

  public ResourceKind build() {
    return new ResourceKind(this);
  }
}
