package io.plumbline.drift;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Canonical text of values: two values of a shape mean the same exactly if their texts are equal.
 * Equality, hash keys, natural keys and fingerprints all rest on it, so that sets need no search.
 */
final class Meaning {
  private Meaning() {}

  /** What {@code value} means as a {@code shape}. */
  static String of(Shape shape, Value value) {
    StringBuilder out = new StringBuilder();
    write(shape, value, out);
    return out.toString();
  }

  /** Whether nothing is said: no value, or a collection or record without content. */
  static boolean isNothing(@Nullable Value value) {
    return switch (value) {
      case null -> true;
      case Value.Null none -> true;
      case Sequence sequence -> sequence.items().isEmpty();
      case Obj object -> object.members().values().stream().allMatch(Meaning::isNothing);
      default -> false;
    };
  }

  /** A leaf's text; null for what is no leaf. Types do not matter here: APIs differ in them. */
  static @Nullable String scalar(Value value) {
    return switch (value) {
      case Value.Bool flag -> Boolean.toString(flag.value());
      case Value.Int whole -> Long.toString(whole.value());
      case Value.Decimal decimal -> decimal.value().toPlainString();
      case Value.Text text -> text.value();
      case Value.Ref ref -> "${" + ref.resource() + "." + ref.output() + "}";
      case Value.Base64 encoded -> scalar(encoded.text());
      case Value.Digest digest -> "sha256(" + scalar(digest.text()) + ")";
      case Value.Join join -> joined(join);
      case Value.Null none -> null;
      case Sequence sequence -> null;
      case Obj object -> null;
      case Value.Unknown unknown -> null;
    };
  }

  private static String joined(Value.Join join) {
    StringBuilder text = new StringBuilder();
    join.parts().forEach(part -> text.append(scalar(part)));
    return text.toString();
  }

  private static void write(Shape shape, Value value, StringBuilder out) {
    switch (shape) {
      case Shape.Struct struct when value instanceof Obj object -> members(struct, object, out);
      case Shape.ListOf list when value instanceof Sequence items -> {
        out.append('[');
        items.items().forEach(item -> write(list.item(), item, out.append(' ')));
        out.append(']');
      }
      case Shape.SetOf set when value instanceof Sequence items -> set(set.item(), items, out);
      case Shape.MapOf map when value instanceof Obj object -> map(map.item(), object, out);
      case Shape.Json json -> meant(value, out);
      case Shape.Struct other -> meant(value, out);
      case Shape.ListOf other -> meant(value, out);
      case Shape.SetOf other -> meant(value, out);
      case Shape.MapOf other -> meant(value, out);
      case Shape.Leaf other -> meant(value, out);
      case Shape.Reference other -> meant(value, out);
    }
  }

  /** Members by name, without those that say nothing beyond the default. */
  private static void members(Shape.Struct struct, Obj object, StringBuilder out) {
    Map<String, String> written = new TreeMap<>();
    for (Attribute attribute : struct.attributes()) {
      Value value = object.get(attribute.name());
      if (!isNothing(value)) {
        String meaning = of(attribute.shape(), value);
        Value byDefault = attribute.byDefault();
        if (byDefault == null || !meaning.equals(of(attribute.shape(), byDefault))) {
          written.put(attribute.name(), meaning);
        }
      }
    }
    pairs(written, out);
  }

  private static void map(Shape item, Obj object, StringBuilder out) {
    Map<String, String> written = new TreeMap<>();
    object.members().forEach((name, value) -> written.put(name, of(item, value)));
    pairs(written, out);
  }

  private static void set(Shape item, Sequence items, StringBuilder out) {
    Collection<String> written = new TreeSet<>();
    items.items().forEach(value -> written.add(of(item, value)));
    out.append('<').append(String.join(" ", written)).append('>');
  }

  /** By meaning alone: order says nothing, and one value is as good as a list of it. */
  private static void meant(Value value, StringBuilder out) {
    switch (value) {
      case Obj object -> {
        Map<String, String> written = new TreeMap<>();
        object.members().forEach((name, member) -> written.put(name, of(JSON, member)));
        pairs(written, out);
      }
      case Sequence sequence -> {
        Collection<String> written = new TreeSet<>();
        sequence.items().forEach(item -> written.add(of(JSON, item)));
        boolean alone = written.size() == 1;
        out.append(alone ? "" : "<").append(String.join(" ", written)).append(alone ? "" : ">");
      }
      case Value.Null none -> out.append('-');
      case Value.Unknown unknown -> out.append('?');
      default -> quoted(String.valueOf(scalar(value)), out);
    }
  }

  private static final Shape JSON = new Shape.Json();

  private static void pairs(Map<String, String> written, StringBuilder out) {
    out.append('{');
    written.forEach(
        (name, meaning) -> {
          quoted(name, out);
          out.append(':').append(meaning).append(' ');
        });
    out.append('}');
  }

  /** So that no text can look like a structure. */
  private static void quoted(String text, StringBuilder out) {
    out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
  }
}
