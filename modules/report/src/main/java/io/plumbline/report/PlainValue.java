package io.plumbline.report;

import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value as reports show it: plain data, with references as <code>${address.output}</code>. */
final class PlainValue {
  private PlainValue() {}

  static Value of(@Nullable Value value) {
    return switch (value) {
      case null -> Value.NULL;
      case Value.Null plain -> plain;
      case Value.Bool plain -> plain;
      case Value.Int plain -> plain;
      case Value.Decimal plain -> plain;
      case Value.Text plain -> plain;
      case Value.Sequence sequence ->
          Value.list(sequence.items().stream().map(PlainValue::of).toList());
      case Value.Obj object -> {
        Map<String, Value> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, of(member)));
        yield new Value.Obj(members);
      }
      case Value.Ref ref -> Value.text("${" + ref.resource() + "." + ref.output() + "}");
      case Value.Join join -> Value.join(join.parts().stream().map(PlainValue::of).toList());
      case Value.Base64 encoded -> of(encoded.text());
      case Value.Digest digest ->
          Value.join(Value.text("sha256("), of(digest.text()), Value.text(")"));
      case Value.Unknown unknown -> Value.text("(unknown: " + unknown.reason() + ")");
    };
  }

  /** For people: text as it is where it fits on a line, everything else as JSON. */
  static String line(@Nullable Value value) {
    return switch (of(value)) {
      case Value.Null nothing -> "nothing";
      case Value.Text text when plainWord(text.value()) -> text.value();
      case Value plain -> JsonWriter.compact(plain);
    };
  }

  private static boolean plainWord(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> c > ' ' && c != '"' && c < 0x7f)
        && !text.equals("nothing");
  }

  /** Text that others wrote, without what would steer a terminal. */
  static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == '\n' || c == '\t' ? ' ' : Character.isISOControl(c) ? '?' : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** The text itself, where the value is text of several lines; else null. */
  static @Nullable String block(@Nullable Value value) {
    return of(value) instanceof Value.Text text && text.value().strip().indexOf('\n') >= 0
        ? text.value()
        : null;
  }
}
