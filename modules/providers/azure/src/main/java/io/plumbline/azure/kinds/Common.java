package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.API;
import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.reference;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.TERRAFORM;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The attributes that most of Azure has, and how their values change form. */
final class Common {
  /** How tags begin that Azure sets, or that its portal keeps notes in. */
  private static final String HIDDEN = "hidden-";

  /** What Azure calls a part of which there is but one. */
  static final String DEFAULT = "default";

  /**
   * A reference to a thing by its id ↔ the same by its name: Terraform names what a child stands
   * in. It is its own reverse.
   */
  static final Codec BY_NAME = new Codec(Common::otherOutput, Common::otherOutput);

  /** A name ↔ an id, or what it stands in and the name: both end in it. */
  static final Codec LAST_NAME =
      new Codec(
          UnaryOperator.identity(),
          id ->
              id instanceof Value.Text text
                  ? Value.text(text.value().substring(text.value().lastIndexOf('/') + 1))
                  : id);

  /** A reference ↔ an object with its id. */
  static final Codec ID = Codec.member("id");

  /** A list of one ↔ what is in it. */
  static final Codec ITEM_ALONE =
      new Codec(
          list ->
              list instanceof Value.Sequence s && s.items().size() == 1 ? s.items().get(0) : list,
          item -> item instanceof Value.Sequence ? item : Value.list(item));

  /** Whether a thing is on ↔ how Azure says it. */
  static final Codec ENABLED = words("Enabled", "Disabled");

  /**
   * The name of what stands in a part of which there is but one ↔ the same behind that part's name,
   * as templates have it: {@code default/checkpoints}.
   */
  static final Codec IN_DEFAULT =
      new Codec(
          name -> name instanceof Value.Text t ? Value.text(DEFAULT + "/" + t.value()) : name,
          name ->
              name instanceof Value.Text t && t.value().startsWith(DEFAULT + "/")
                  ? Value.text(t.value().substring(DEFAULT.length() + 1))
                  : name);

  private Common() {}

  /** A flag ↔ two words. */
  private static Codec words(String on, String off) {
    return new Codec(
        flag -> flag instanceof Value.Bool b ? Value.text(b.value() ? on : off) : flag,
        word ->
            word instanceof Value.Text t && (t.value().equals(on) || t.value().equals(off))
                ? Value.flag(t.value().equals(on))
                : word);
  }

  static Attribute name() {
    return text("name").replaces();
  }

  static Attribute location() {
    return text("location").replaces();
  }

  /** The group that holds it. */
  static Attribute resourceGroup() {
    return ref("resourceGroup", "resource-group", "name")
        .in(TERRAFORM, "resource_group_name")
        .replaces();
  }

  static Attribute tags() {
    return map("tags")
        .in(API, new Codec(UnaryOperator.identity(), Common::withoutHidden))
        .byDefault(Value.Obj.EMPTY);
  }

  static Attribute zones() {
    return set("zones", Shape.Leaf.TEXT).replaces().asGiven();
  }

  /** What a child stands in, which Terraform names by {@code member}. */
  static Attribute parent(String attribute, String kind, String member) {
    return ref(attribute, kind, "id").in(ARM, "parent").in(TERRAFORM, member, BY_NAME).replaces();
  }

  /** A reference that Azure holds as an object with the id. */
  static Attribute idOf(String attribute, String kind) {
    return ref(attribute, kind, "id")
        .in(ARM, attribute + "/id")
        .in(TERRAFORM, snake(attribute) + "_id");
  }

  /** References that Azure holds as objects with the id, and Terraform as ids. */
  static Attribute ids(String attribute, String kind, String member) {
    return set(attribute, reference(kind, "id")).in(ARM, Codec.each(ID)).in(TERRAFORM, member);
  }

  /** Attributes that stand in {@code properties}. */
  static Attribute[] properties(Attribute... attributes) {
    return inside("properties", attributes);
  }

  /** Attributes that stand in a member, or further down. */
  static Attribute[] inside(String path, Attribute... attributes) {
    return Stream.of(attributes).map(each -> each.under(ARM, path)).toArray(Attribute[]::new);
  }

  private static Value otherOutput(Value value) {
    if (!(value instanceof Value.Ref ref)) {
      return value;
    }
    return switch (ref.output()) {
      case "id" -> new Value.Ref(ref.resource(), "name");
      case "name" -> new Value.Ref(ref.resource(), "id");
      default -> ref;
    };
  }

  private static Value withoutHidden(Value tags) {
    if (!(tags instanceof Value.Obj map)) {
      return tags;
    }
    Map<String, Value> kept = new LinkedHashMap<>(map.members());
    kept.keySet().removeIf(key -> key.startsWith(HIDDEN));
    return new Value.Obj(kept);
  }

  private static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
