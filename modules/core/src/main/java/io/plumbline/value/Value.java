package io.plumbline.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What an attribute holds, in the design, in a generated document and in the live environment
 * alike. Writers switch over it exhaustively, without {@code default}, so that a new form is a
 * compile error in every syntax that owes it a spelling.
 */
public sealed interface Value {

  record Null() implements Value {}

  record Bool(boolean value) implements Value {}

  record Int(long value) implements Value {}

  /** A number with a fraction: prices. Equal by amount, so that {@code 1.50} is {@code 1.5}. */
  record Decimal(BigDecimal value) implements Value {
    public Decimal {
      value = value.stripTrailingZeros();
    }
  }

  record Text(String value) implements Value {}

  record Sequence(List<Value> items) implements Value {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** Named members, in the order they were given; two are equal whatever the order. */
  final class Obj implements Value {
    public static final Obj EMPTY = new Obj(new LinkedHashMap<>());

    private final Map<String, Value> members;

    /** An object of a copy of these members. */
    public Obj(Map<String, ? extends Value> members) {
      this.members = SmallMap.copyOf(members);
    }

    private Obj(SequencedMap<String, Value> members) {
      this.members = SmallMap.taking(members);
    }

    /**
     * An object of these very members, which the caller has just put together and changes no more:
     * copying them would be a large part of what generating takes.
     */
    public static Obj taking(SequencedMap<String, Value> members) {
      return new Obj(members);
    }

    public Map<String, Value> members() {
      return members;
    }

    /** The member, or {@link Null} where there is none. */
    public Value get(String name) {
      return members.getOrDefault(name, NULL);
    }

    public boolean has(String name) {
      return members.containsKey(name);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Obj object && members.equals(object.members);
    }

    @Override
    public int hashCode() {
      return members.hashCode();
    }

    @Override
    public String toString() {
      return "Obj" + members;
    }
  }

  /** An output of another resource of the same graph, known once that resource exists. */
  record Ref(String resource, String output) implements Value {}

  /**
   * Text with references inside; parts are {@link Text}, {@link Ref} or {@link Digest}, never two
   * texts in a row.
   */
  record Join(List<Value> parts) implements Value {
    public Join {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Text that its reader wants base64-encoded; an engine does it, since references inside are known
   * only to it.
   */
  record Base64(Value text) implements Value {}

  /**
   * The SHA-256, in hexadecimal digits, of text with references inside: known once they are. Text
   * that is known has its digest written out, {@link #digest}.
   */
  record Digest(Value text) implements Value {}

  /**
   * A value that is there but could not be read; never equal to anything that is compared with it.
   */
  record Unknown(String reason) implements Value {}

  Value NULL = new Null();

  static Value text(String value) {
    return new Text(value);
  }

  static Value whole(long value) {
    return new Int(value);
  }

  static Value decimal(BigDecimal value) {
    return new Decimal(value);
  }

  static Value flag(boolean value) {
    return new Bool(value);
  }

  static Value ref(String resource, String output) {
    return new Ref(resource, output);
  }

  /**
   * The SHA-256 of text, in hexadecimal digits: as text, or as {@link Digest} until it is known.
   */
  static Value digest(Value text) {
    return text instanceof Text known ? new Text(Sha256.of(known.value())) : new Digest(text);
  }

  static Sequence list(Value... items) {
    return new Sequence(List.of(items));
  }

  static Sequence list(List<? extends Value> items) {
    return new Sequence(List.copyOf(items));
  }

  static Sequence texts(List<String> items) {
    return new Sequence(items.stream().map(Value::text).toList());
  }

  /** An object of alternating names and values; a {@link Null} value leaves its member out. */
  static Obj object(Object... namesAndValues) {
    SequencedMap<String, Value> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Value value = (Value) namesAndValues[i + 1];
      if (!(value instanceof Null)) {
        members.put((String) namesAndValues[i], value);
      }
    }
    return Obj.taking(members);
  }

  /**
   * Joins texts and references; adjacent texts become one, and what is text alone stays plain
   * {@link Text}.
   */
  static Value join(Value... parts) {
    return join(List.of(parts));
  }

  static Value join(List<? extends Value> parts) {
    List<Value> flat = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    for (Value part : parts) {
      for (Value p : part instanceof Join j ? j.parts() : List.of(part)) {
        if (p instanceof Text t) {
          run.append(t.value());
        } else {
          flush(run, flat);
          flat.add(p);
        }
      }
    }
    flush(run, flat);
    return switch (flat.size()) {
      case 0 -> new Text("");
      case 1 -> flat.get(0);
      default -> new Join(flat);
    };
  }

  private static void flush(StringBuilder run, List<Value> parts) {
    if (!run.isEmpty()) {
      parts.add(new Text(run.toString()));
      run.setLength(0);
    }
  }
}
