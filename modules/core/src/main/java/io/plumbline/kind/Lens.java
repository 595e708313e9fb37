package io.plumbline.kind;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns canonical attributes into the documents of a dialect, and documents back into attributes.
 * It knows no kind and no dialect: all it does follows from the spellings. Law: {@code
 * decode(encode(x)) = x} for all that the dialect can say.
 */
public final class Lens {
  /**
   * How a member of a path begins that names one of a list of pairs by its {@code Key}, and means
   * its {@code Value}: settings that a provider holds so, {@code Attributes/@idle_timeout}.
   */
  private static final String PAIR = "@";

  private Lens() {}

  /** The documents that say {@code attributes}, by name; always with the main one. */
  public static Map<String, Obj> encode(Shape.Struct shape, Obj attributes, Dialect dialect) {
    Map<String, Tree> documents = new LinkedHashMap<>();
    documents.put("", new Tree());
    for (Attribute attribute : shape.attributes()) {
      Value value = attributes.members().get(attribute.name());
      if (value != null && attribute.spelling(dialect) instanceof Spelling.At at) {
        Value encoded = at.codec().encode().apply(encode(attribute.shape(), value, dialect));
        documents.computeIfAbsent(at.document(), d -> new Tree()).put(at.path(), 0, encoded);
      }
    }
    Map<String, Obj> out = new LinkedHashMap<>();
    documents.forEach((name, tree) -> out.put(name, tree.toValue()));
    return out;
  }

  private static Value encode(Shape shape, Value value, Dialect dialect) {
    return switch (shape) {
      case Shape.Struct struct when value instanceof Obj o ->
          encode(struct, o, dialect).getOrDefault("", Obj.EMPTY);
      case Shape.ListOf list when value instanceof Sequence s ->
          encodeItems(list.item(), s, dialect);
      case Shape.SetOf set when value instanceof Sequence s -> encodeItems(set.item(), s, dialect);
      case Shape.Struct r -> value;
      case Shape.ListOf l -> value;
      case Shape.SetOf s -> value;
      case Shape.MapOf m -> value;
      case Shape.Json j -> value;
      case Shape.Leaf l -> value;
      case Shape.Reference r -> value;
    };
  }

  private static Value encodeItems(Shape item, Sequence sequence, Dialect dialect) {
    List<Value> items = new ArrayList<>(sequence.items().size());
    sequence.items().forEach(v -> items.add(encode(item, v, dialect)));
    return Value.list(items);
  }

  /**
   * The attributes that {@code documents} say. A document that is {@link Value.Unknown} makes the
   * attributes that stand in it unknown, and so does a value that cannot be understood.
   */
  public static Obj decode(
      Shape.Struct shape, Map<String, ? extends Value> documents, Dialect dialect) {
    SequencedMap<String, Value> attributes = new LinkedHashMap<>();
    for (Attribute attribute : shape.attributes()) {
      if (attribute.spelling(dialect) instanceof Spelling.At at) {
        Value document = documents.get(at.document());
        Value value = document == null ? Value.NULL : decode(attribute, at, document, dialect);
        if (!(value instanceof Value.Null)) {
          attributes.put(attribute.name(), value);
        }
      }
    }
    return Obj.taking(attributes);
  }

  @SuppressWarnings(
      "CatchingUnchecked") // whatever a garbled answer breaks, it taints this attribute alone
  private static Value decode(
      Attribute attribute, Spelling.At at, Value document, Dialect dialect) {
    if (document instanceof Value.Unknown) {
      return document;
    }
    Value found = find(document, at.path());
    if (found instanceof Value.Null || found instanceof Value.Unknown) {
      return found;
    }
    try {
      return decode(attribute.shape(), at.codec().decode().apply(found), dialect);
    } catch (ClassCastException e) {
      return new Value.Unknown("not understood at " + at.place() + ": it has another form");
    } catch (RuntimeException e) {
      return new Value.Unknown("not understood at " + at.place() + ": " + e.getMessage());
    }
  }

  private static Value decode(Shape shape, Value value, Dialect dialect) {
    if (value instanceof Value.Null || value instanceof Value.Unknown) {
      return value;
    }
    return switch (shape) {
      case Shape.Struct struct -> decodeStruct(struct, value, dialect);
      case Shape.ListOf list -> decodeItems(list.item(), (Sequence) value, dialect);
      case Shape.SetOf set -> decodeItems(set.item(), (Sequence) value, dialect);
      case Shape.Leaf leaf -> leaf(leaf, value);
      case Shape.MapOf m -> (Obj) value;
      case Shape.Json j -> value;
      case Shape.Reference r -> value;
    };
  }

  /**
   * Terraform's state writes a block as a list of one; every other form of a record is an object.
   */
  private static Value decodeStruct(Shape.Struct struct, Value value, Dialect dialect) {
    Value single = Codec.ONLY_ITEM.decode().apply(value);
    return single instanceof Value.Null
        ? single
        : decode(struct, Map.of("", (Obj) single), dialect);
  }

  private static Value decodeItems(Shape item, Sequence sequence, Dialect dialect) {
    List<Value> items = new ArrayList<>(sequence.items().size());
    sequence.items().forEach(v -> items.add(decode(item, v, dialect)));
    return Value.list(items);
  }

  private static Value leaf(Shape.Leaf leaf, Value value) {
    return leaf == Shape.Leaf.DECIMAL && value instanceof Value.Int whole
        ? Value.decimal(BigDecimal.valueOf(whole.value()))
        : value;
  }

  /**
   * What stands at {@code path}; {@link Value.Null} where nothing does. A list of one on the way is
   * looked through: Terraform's state writes blocks so.
   */
  public static Value find(Value document, List<String> path) {
    Value at = document;
    for (String member : path) {
      if (member.startsWith(PAIR) && at instanceof Sequence pairs) {
        at = pair(pairs, member.substring(PAIR.length()));
        continue;
      }
      at = Codec.ONLY_ITEM.decode().apply(at);
      if (!(at instanceof Obj object)) {
        return Value.NULL;
      }
      at = object.get(member);
    }
    return at;
  }

  private static Value pair(Sequence pairs, String key) {
    for (Value each : pairs.items()) {
      if (each instanceof Obj pair && pair.get("Key").equals(Value.text(key))) {
        return pair.get("Value");
      }
    }
    return Value.NULL;
  }

  /** A document while it is put together. */
  private static final class Tree {
    private final Map<String, Object> members = new LinkedHashMap<>();

    void put(List<String> path, int depth, Value value) {
      if (depth == path.size()) {
        members.putAll(((Obj) value).members());
      } else if (depth == path.size() - 1) {
        members.put(path.get(depth), value);
      } else {
        subtree(path.get(depth)).put(path, depth + 1, value);
      }
    }

    private Tree subtree(String name) {
      @Nullable Object there = members.get(name);
      if (there instanceof Tree tree) {
        return tree;
      }
      Tree tree = new Tree();
      if (there instanceof Obj object) {
        tree.members.putAll(object.members());
      }
      members.put(name, tree);
      return tree;
    }

    Obj toValue() {
      SequencedMap<String, Value> out = new LinkedHashMap<>();
      members.forEach(
          (name, v) -> out.put(name, v instanceof Tree tree ? tree.inside() : (Value) v));
      return Obj.taking(out);
    }

    /** A list of pairs where members are named so, else an object. */
    private Value inside() {
      if (members.keySet().stream().noneMatch(name -> name.startsWith(PAIR))) {
        return toValue();
      }
      List<Value> pairs = new ArrayList<>();
      members.forEach(
          (name, v) -> {
            if (!(v instanceof Value.Null)) {
              Value key = Value.text(name.substring(PAIR.length()));
              pairs.add(Value.object("Key", key, "Value", (Value) v));
            }
          });
      return Value.list(pairs);
    }
  }
}
