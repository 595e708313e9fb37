package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Documents, read and changed by paths such as {@code properties.subnets[].name}. */
final class Docs {
  private static final String EACH = "[]";

  private Docs() {}

  static Value at(Value document, String path) {
    Value found = document;
    for (String name : path.split("\\.", -1)) {
      found = found instanceof Obj object ? object.get(name) : Value.NULL;
    }
    return found;
  }

  static @Nullable String text(Value document, String path) {
    return at(document, path) instanceof Value.Text text ? text.value() : null;
  }

  static Obj object(Value document, String path) {
    return at(document, path) instanceof Obj object ? object : Obj.EMPTY;
  }

  static List<Value> items(Value document, String path) {
    return at(document, path) instanceof Sequence list ? list.items() : List.of();
  }

  static Obj with(Obj document, String name, Value value) {
    Map<String, Value> members = new LinkedHashMap<>(document.members());
    members.put(name, value);
    return new Obj(members);
  }

  static Obj without(Obj document, String name) {
    Map<String, Value> members = new LinkedHashMap<>(document.members());
    members.remove(name);
    return new Obj(members);
  }

  /** The document with what stands at {@code path}, in each item of lists on the way, changed. */
  static Obj change(Obj document, String path, UnaryOperator<Value> change) {
    int dot = path.indexOf('.');
    String head = dot < 0 ? path : path.substring(0, dot);
    String rest = dot < 0 ? "" : path.substring(dot + 1);
    boolean each = head.endsWith(EACH);
    String name = each ? head.substring(0, head.length() - EACH.length()) : head;
    Value there = document.get(name);
    if (each) {
      return there instanceof Sequence list
          ? with(
              document,
              name,
              Value.list(list.items().stream().map(item -> inside(item, rest, change)).toList()))
          : document;
    }
    Value changed = rest.isEmpty() ? change.apply(there) : inside(there, rest, change);
    return changed.equals(there) ? document : with(document, name, changed);
  }

  private static Value inside(Value there, String rest, UnaryOperator<Value> change) {
    if (rest.isEmpty()) {
      return change.apply(there);
    }
    return there instanceof Obj object ? change(object, rest, change) : there;
  }

  /** JSON merge patch, RFC 7396. */
  static Value merge(Value target, Value patch) {
    if (!(patch instanceof Obj changes)) {
      return patch;
    }
    Map<String, Value> members =
        new LinkedHashMap<>(target instanceof Obj object ? object.members() : Map.of());
    changes
        .members()
        .forEach(
            (name, value) -> {
              if (value instanceof Value.Null) {
                members.remove(name);
              } else {
                members.put(name, merge(members.getOrDefault(name, Value.NULL), value));
              }
            });
    return new Obj(members);
  }

  /** Each text in the document, changed; the text comes with the path of where it stands. */
  static Value texts(Value value, String path, BiFunction<String, String, Value> change) {
    return switch (value) {
      case Value.Text text -> change.apply(path, text.value());
      case Sequence list ->
          Value.list(list.items().stream().map(item -> texts(item, path, change)).toList());
      case Obj object -> {
        Map<String, Value> members = new LinkedHashMap<>();
        object
            .members()
            .forEach((name, each) -> members.put(name, texts(each, path + "." + name, change)));
        yield new Obj(members);
      }
      case Value.Null other -> other;
      case Value.Bool other -> other;
      case Value.Int other -> other;
      case Value.Decimal other -> other;
      case Value.Ref other -> other;
      case Value.Join other -> other;
      case Value.Base64 other -> other;
      case Value.Digest other -> other;
      case Value.Unknown other -> other;
    };
  }
}
