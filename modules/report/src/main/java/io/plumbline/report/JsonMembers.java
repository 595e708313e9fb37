package io.plumbline.report;

import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object of which every member is known: one that is not there, is of another type, or is
 * left over, ends the reading. What another version wrote is refused rather than half understood.
 */
final class JsonMembers {
  private final String path;
  private final Obj object;
  private final Set<String> left;

  private JsonMembers(String path, Obj object) {
    this.path = path;
    this.object = object;
    this.left = new LinkedHashSet<>(object.members().keySet());
  }

  /** JSON that is not as expected, with the path of the place. */
  static final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1;

    Mismatch(String message) {
      super(message);
    }
  }

  /** Reads all of {@code value}, which is an object. */
  static <T> T read(String path, Value value, Function<JsonMembers, T> reading) {
    if (!(value instanceof Obj object)) {
      throw mismatch(path, "an object", value);
    }
    JsonMembers members = new JsonMembers(path, object);
    T read = reading.apply(members);
    if (!members.left.isEmpty()) {
      throw new Mismatch(at(path) + "unknown: " + String.join(", ", members.left));
    }
    return read;
  }

  Value value(String name) {
    if (!object.has(name)) {
      throw new Mismatch(at(path) + "there is no " + name);
    }
    left.remove(name);
    return object.get(name);
  }

  /** Reads on what says again what other members say. */
  void skip(String name) {
    value(name);
  }

  String text(String name) {
    return expect(value(name) instanceof Value.Text text ? text.value() : null, name, "text");
  }

  @Nullable String textOrNull(String name) {
    return value(name) instanceof Value.Null ? null : text(name);
  }

  int whole(String name) {
    boolean fits = value(name) instanceof Value.Int whole && whole.value() == (int) whole.value();
    Value.Int number = fits ? (Value.Int) value(name) : null;
    return (int) expect(number, name, "a whole number").value();
  }

  boolean flag(String name) {
    Value.Bool flag = value(name) instanceof Value.Bool given ? given : null;
    return expect(flag, name, "true or false").value();
  }

  BigDecimal amount(String name) {
    Value value = value(name);
    BigDecimal amount =
        value instanceof Value.Int whole
            ? BigDecimal.valueOf(whole.value())
            : value instanceof Value.Decimal decimal ? decimal.value() : null;
    return expect(amount, name, "a number");
  }

  @Nullable BigDecimal amountOrNull(String name) {
    return value(name) instanceof Value.Null ? null : amount(name);
  }

  /** One of the values of an enum, in small letters. */
  <E extends Enum<E>> E word(String name, Class<E> type) {
    String word = text(name);
    E found = null;
    for (E each : type.getEnumConstants()) {
      found = each.name().equalsIgnoreCase(word) ? each : found;
    }
    return expect(found, name, "a word of the schema");
  }

  <T> T object(String name, Function<JsonMembers, T> reading) {
    return read(in(name), value(name), reading);
  }

  <T> @Nullable T objectOrNull(String name, Function<JsonMembers, T> reading) {
    return value(name) instanceof Value.Null ? null : object(name, reading);
  }

  <T> List<T> objects(String name, Function<JsonMembers, T> reading) {
    List<T> all = new ArrayList<>();
    for (Value item : items(name)) {
      all.add(read(in(name) + "/" + all.size(), item, reading));
    }
    return all;
  }

  List<String> texts(String name) {
    List<String> all = new ArrayList<>();
    for (Value item : items(name)) {
      all.add(expect(item instanceof Value.Text text ? text.value() : null, name, "texts"));
    }
    return all;
  }

  private List<Value> items(String name) {
    Value.Sequence list = value(name) instanceof Value.Sequence given ? given : null;
    return expect(list, name, "a list").items();
  }

  /** What was made of the member; it ends the reading where that is nothing. */
  <T> T expect(@Nullable T made, String name, String expected) {
    if (made == null) {
      throw mismatch(in(name), expected, object.get(name));
    }
    return made;
  }

  private String in(String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }

  private static Mismatch mismatch(String path, String expected, Value got) {
    String text = JsonWriter.compact(got);
    String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
    return new Mismatch(at(path) + "expected " + expected + ", got " + shown);
  }

  private static String at(String path) {
    return path.isEmpty() ? "" : path + ": ";
  }
}
