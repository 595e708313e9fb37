package io.plumbline.value;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Finds and replaces the references inside a value, wherever they stand. */
public final class References {
  private References() {}

  /**
   * The same value with every reference replaced. Text around a replaced reference becomes one text
   * again.
   */
  public static Value replace(Value value, Function<Value.Ref, Value> replacement) {
    return switch (value) {
      case Value.Ref ref -> replacement.apply(ref);
      case Value.Join join ->
          Value.join(join.parts().stream().map(part -> replace(part, replacement)).toList());
      case Value.Base64 encoded -> new Value.Base64(replace(encoded.text(), replacement));
      case Value.Digest digest -> Value.digest(replace(digest.text(), replacement));
      case Value.Sequence sequence ->
          Value.list(sequence.items().stream().map(item -> replace(item, replacement)).toList());
      case Value.Obj object -> {
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, replace(member, replacement)));
        yield Value.Obj.taking(members);
      }
      case Value.Null leaf -> leaf;
      case Value.Bool leaf -> leaf;
      case Value.Int leaf -> leaf;
      case Value.Decimal leaf -> leaf;
      case Value.Text leaf -> leaf;
      case Value.Unknown leaf -> leaf;
    };
  }

  /** Calls {@code visitor} with each reference inside {@code value}, in order. */
  public static void forEach(Value value, Consumer<Value.Ref> visitor) {
    switch (value) {
      case Value.Ref ref -> visitor.accept(ref);
      case Value.Join join -> join.parts().forEach(part -> forEach(part, visitor));
      case Value.Base64 encoded -> forEach(encoded.text(), visitor);
      case Value.Digest digest -> forEach(digest.text(), visitor);
      case Value.Sequence sequence -> sequence.items().forEach(item -> forEach(item, visitor));
      case Value.Obj object ->
          object.members().values().forEach(member -> forEach(member, visitor));
      case Value.Null leaf -> {}
      case Value.Bool leaf -> {}
      case Value.Int leaf -> {}
      case Value.Decimal leaf -> {}
      case Value.Text leaf -> {}
      case Value.Unknown leaf -> {}
    }
  }
}
