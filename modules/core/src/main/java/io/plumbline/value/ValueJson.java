package io.plumbline.value;

import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Text;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/**
 * Any value as plain data that JSON can say, and back. What JSON has no word for becomes an object
 * whose first member starts with {@code $}; a member of the user's that starts so gets a second
 * {@code $}. Law: {@code read(write(v)) = v}.
 */
public final class ValueJson {
  /** Longer numbers come back from JSON as decimals. */
  private static final long LARGEST_PLAIN = 99_999_999_999_999_999L;

  private ValueJson() {}

  /** The value as plain data. */
  public static Value write(Value value) {
    return switch (value) {
      case Value.Null plain -> plain;
      case Value.Bool plain -> plain;
      case Text plain -> plain;
      case Value.Int whole ->
          Math.abs(whole.value()) <= LARGEST_PLAIN && whole.value() != Long.MIN_VALUE
              ? whole
              : Value.object("$whole", Value.text(Long.toString(whole.value())));
      case Value.Decimal decimal ->
          Value.object("$decimal", Value.text(decimal.value().toString()));
      case Value.Sequence sequence ->
          Value.list(sequence.items().stream().map(ValueJson::write).toList());
      case Obj object ->
          members(object, name -> name.startsWith("$") ? "$" + name : name, ValueJson::write);
      case Value.Ref ref ->
          Value.object("$ref", Value.text(ref.resource()), "output", Value.text(ref.output()));
      case Value.Join join ->
          new Obj(
              Map.of("$join", Value.list(join.parts().stream().map(ValueJson::write).toList())));
      case Value.Base64 encoded -> new Obj(Map.of("$base64", write(encoded.text())));
      case Value.Digest digest -> new Obj(Map.of("$digest", write(digest.text())));
      case Value.Unknown unknown -> Value.object("$unknown", Value.text(unknown.reason()));
    };
  }

  /**
   * The value that {@code written} says.
   *
   * @throws IllegalArgumentException if it says none
   */
  public static Value read(Value written) {
    return switch (written) {
      case Value.Null plain -> plain;
      case Value.Bool plain -> plain;
      case Text plain -> plain;
      case Value.Int plain -> plain;
      case Value.Decimal plain -> plain;
      case Value.Sequence sequence ->
          Value.list(sequence.items().stream().map(ValueJson::read).toList());
      case Obj object -> read(object);
      case Value.Ref special -> throw notWritten(special);
      case Value.Join special -> throw notWritten(special);
      case Value.Base64 special -> throw notWritten(special);
      case Value.Digest special -> throw notWritten(special);
      case Value.Unknown special -> throw notWritten(special);
    };
  }

  private static Value read(Obj object) {
    Entry<String, Value> first =
        object.members().isEmpty() ? null : object.members().entrySet().iterator().next();
    if (first == null || !first.getKey().startsWith("$") || first.getKey().startsWith("$$")) {
      return members(
          object, name -> name.startsWith("$") ? name.substring(1) : name, ValueJson::read);
    }
    return switch (first.getKey()) {
      case "$whole" -> Value.whole(Long.parseLong(text(first.getValue())));
      case "$decimal" -> Value.decimal(new BigDecimal(text(first.getValue())));
      case "$ref" -> Value.ref(text(first.getValue()), text(object.get("output")));
      case "$join" -> new Value.Join(((Value.Sequence) read(first.getValue())).items());
      case "$base64" -> new Value.Base64(read(first.getValue()));
      case "$digest" -> new Value.Digest(read(first.getValue()));
      case "$unknown" -> new Value.Unknown(text(first.getValue()));
      default -> throw new IllegalArgumentException("unknown form " + first.getKey());
    };
  }

  private static Obj members(
      Obj object, UnaryOperator<String> rename, UnaryOperator<Value> change) {
    SequencedMap<String, Value> members = new LinkedHashMap<>();
    object
        .members()
        .forEach((name, member) -> members.put(rename.apply(name), change.apply(member)));
    return Obj.taking(members);
  }

  private static String text(Value value) {
    if (value instanceof Text text) {
      return text.value();
    }
    throw new IllegalArgumentException("text was expected, not " + value);
  }

  private static IllegalArgumentException notWritten(Value value) {
    return new IllegalArgumentException("not written by this class: " + value);
  }
}
