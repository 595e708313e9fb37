package io.plumbline.arm;

import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as the SDK takes and gives it where it has no type for it: maps, lists and scalars. */
final class PlainJson {
  private PlainJson() {}

  static Map<String, Object> of(Value.Obj object) {
    Map<String, Object> members = new LinkedHashMap<>();
    object.members().forEach((name, value) -> members.put(name, plain(value)));
    return members;
  }

  private static @Nullable Object plain(Value value) {
    return switch (value) {
      case Value.Null none -> null;
      case Value.Bool flag -> flag.value();
      case Value.Int whole -> whole.value();
      case Value.Decimal decimal -> decimal.value();
      case Value.Text text -> text.value();
      case Value.Sequence list -> {
        List<@Nullable Object> items = new ArrayList<>();
        list.items().forEach(item -> items.add(plain(item)));
        yield items;
      }
      case Value.Obj object -> of(object);
      case Value.Ref other -> throw notPlain(other);
      case Value.Join other -> throw notPlain(other);
      case Value.Base64 other -> throw notPlain(other);
      case Value.Digest other -> throw notPlain(other);
      case Value.Unknown other -> throw notPlain(other);
    };
  }

  private static IllegalArgumentException notPlain(Value value) {
    return new IllegalArgumentException("a template is JSON, and holds no " + value);
  }

  /** The member of a document at a path; null where there is none. */
  static @Nullable Object at(@Nullable Object document, String... path) {
    Object found = document;
    for (String name : path) {
      found = found instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return found;
  }
}
