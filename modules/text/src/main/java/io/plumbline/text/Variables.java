package io.plumbline.text;

import io.plumbline.value.Marks;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns values into the plain Java data that a template sees; references become marks. */
final class Variables {
  private Variables() {}

  /** All text in {@code value}, which marks must differ from. */
  static void collectTexts(Value value, List<Value> texts) {
    switch (value) {
      case Value.Sequence sequence -> sequence.items().forEach(item -> collectTexts(item, texts));
      case Value.Obj object ->
          object
              .members()
              .forEach(
                  (name, member) -> {
                    texts.add(Value.text(name));
                    collectTexts(member, texts);
                  });
      case Value.Text text -> texts.add(text);
      case Value.Join join -> texts.add(join);
      case Value.Null leaf -> {}
      case Value.Bool leaf -> {}
      case Value.Int leaf -> {}
      case Value.Decimal leaf -> {}
      case Value.Ref leaf -> {}
      case Value.Base64 leaf -> {}
      case Value.Digest leaf -> {}
      case Value.Unknown leaf -> {}
    }
  }

  /**
   * Adds one variable; one that is {@link Value.Null} stays undefined, so that {@code ??} and
   * {@code !} see it so.
   */
  static void put(Map<String, Object> model, String name, Value value, Marks marks) {
    if (!(value instanceof Value.Null)) {
      model.put(name, plain(value, marks));
    }
  }

  private static Object plain(Value value, Marks marks) {
    return switch (value) {
      case Value.Bool flag -> flag.value();
      case Value.Int whole -> whole.value();
      case Value.Decimal decimal -> decimal.value();
      case Value.Text text -> text.value();
      case Value.Ref reference -> marks.marked(reference);
      case Value.Join join -> marks.marked(join);
      case Value.Sequence sequence -> {
        List<Object> items = new ArrayList<>();
        sequence.items().forEach(item -> items.add(plain(item, marks)));
        yield items;
      }
      case Value.Obj object -> {
        Map<String, Object> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> put(members, name, member, marks));
        yield members;
      }
      case Value.Null nothing -> throw notText("an item of a list that is null");
      case Value.Base64 encoded -> throw notText("base64, which the engine makes later");
      case Value.Digest digest -> throw notText("a digest, which is known later");
      case Value.Unknown unknown ->
          throw notText("a value that could not be read: " + unknown.reason());
    };
  }

  private static IllegalArgumentException notText(String what) {
    return new IllegalArgumentException("a template cannot hold " + what);
  }
}
