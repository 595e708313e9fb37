package io.plumbline.test;

import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as plain Java: {@code Boolean}, {@code Long}, {@code BigDecimal}, {@code String}, {@code
 * List}, {@code Map}, null. A reference is <code>"${address.output}"</code>, also inside text.
 */
final class Plain {
  private Plain() {}

  static @Nullable Object at(Value value, String path) {
    Value at = value;
    for (String step : path.split("/", -1)) {
      at =
          switch (at) {
            case Value.Obj object -> object.get(step);
            case Value.Sequence list when isPlace(step, list) ->
                list.items().get(Integer.parseInt(step));
            default -> Value.NULL;
          };
    }
    return of(at);
  }

  private static boolean isPlace(String step, Value.Sequence list) {
    return step.matches("[0-9]{1,6}") && Integer.parseInt(step) < list.items().size();
  }

  static @Nullable Object of(Value value) {
    return switch (value) {
      case Value.Null nothing -> null;
      case Value.Bool bool -> bool.value();
      case Value.Int whole -> whole.value();
      case Value.Decimal decimal -> decimal.value();
      case Value.Text text -> text.value();
      case Value.Sequence list -> list.items().stream().map(Plain::of).toList();
      case Value.Obj object -> {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, of(member)));
        yield members;
      }
      case Value.Ref ref -> "${" + ref.resource() + "." + ref.output() + "}";
      case Value.Join join -> joined(join.parts());
      case Value.Base64 encoded -> of(encoded.text());
      case Value.Digest digest -> "sha256(" + of(digest.text()) + ")";
      case Value.Unknown unknown -> "(unknown: " + unknown.reason() + ")";
    };
  }

  private static String joined(List<Value> parts) {
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> text.append(of(part)));
    return text.toString();
  }

  /** An int is as good as a long. */
  static Object number(Object value) {
    return value instanceof Integer whole ? Long.valueOf(whole) : value;
  }
}
