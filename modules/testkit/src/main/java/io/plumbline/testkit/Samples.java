package io.plumbline.testkit;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Values that say all that a shape can say; what they become in a dialect is all that is ever
 * written there.
 */
public final class Samples {
  private Samples() {}

  /** Everything at once, then each leaf alone: some spellings depend on how much is said. */
  public static List<Obj> covering(Shape.Struct shape) {
    return Stream.concat(Stream.of(full(shape)), leaves(shape).map(Obj.class::cast)).toList();
  }

  /** Every attribute, and every member of every record inside. */
  public static Obj full(Shape.Struct shape) {
    Map<String, Value> members = new LinkedHashMap<>();
    shape.attributes().forEach(a -> members.put(a.name(), full(a.shape())));
    return new Obj(members);
  }

  private static Value full(Shape shape) {
    return switch (shape) {
      case Shape.Leaf leaf -> leaf(leaf);
      case Shape.Reference r -> Value.text("id");
      case Shape.ListOf list -> Value.list(full(list.item()));
      case Shape.SetOf set -> Value.list(full(set.item()));
      case Shape.MapOf map -> Value.object("name", full(map.item()));
      case Shape.Json j -> Value.object("Version", Value.text("2012-10-17"));
      case Shape.Struct struct -> full(struct);
    };
  }

  private static Value leaf(Shape.Leaf leaf) {
    return switch (leaf) {
      case FLAG -> Value.flag(true);
      case WHOLE -> Value.whole(1);
      case DECIMAL -> Value.decimal(new BigDecimal("1.5"));
      case TEXT -> Value.text("text");
    };
  }

  private static Stream<Value> leaves(Shape shape) {
    return switch (shape) {
      case Shape.Leaf l -> Stream.of(full(shape));
      case Shape.Reference r -> Stream.of(full(shape));
      case Shape.MapOf m -> Stream.of(full(shape));
      case Shape.Json j -> Stream.of(full(shape));
      case Shape.ListOf list -> leaves(list.item()).map(Value::list);
      case Shape.SetOf set -> leaves(set.item()).map(Value::list);
      case Shape.Struct struct -> struct.attributes().stream().flatMap(Samples::leavesOf);
    };
  }

  private static Stream<Value> leavesOf(Attribute attribute) {
    return leaves(attribute.shape()).map(leaf -> Value.object(attribute.name(), leaf));
  }
}
