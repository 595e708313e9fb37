package io.plumbline.testkit;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random canonical values of a shape, for laws. They are in normal form, as a design's are: a
 * record inside another says something, numbers of policy documents are whole or have a fraction,
 * and no tag begins with {@code aws:}.
 */
public final class ArbitraryValues {
  private ArbitraryValues() {}

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal MINUS_MILLION = MILLION.negate();

  /** Attributes of a kind, each there or not; perhaps none at all. */
  public static Arbitrary<Obj> arbitraryFor(Shape.Struct shape) {
    return members(shape);
  }

  /** Values of any shape. */
  public static Arbitrary<Value> arbitraryFor(Shape shape) {
    return switch (shape) {
      case Shape.Leaf leaf -> leaf(leaf);
      case Shape.Reference r -> references();
      case Shape.ListOf list -> items(arbitraryFor(list.item()));
      case Shape.SetOf set -> items(arbitraryFor(set.item()));
      case Shape.MapOf map -> object(arbitraryFor(map.item()), 0, 4);
      case Shape.Json json -> object(json(2), 1, 3);
      case Shape.Struct struct ->
          members(struct).filter(o -> !o.members().isEmpty()).map(o -> (Value) o);
    };
  }

  private static Arbitrary<Value> leaf(Shape.Leaf leaf) {
    return switch (leaf) {
      case FLAG -> Arbitraries.of(true, false).map(Value::flag);
      case WHOLE -> Arbitraries.longs().map(Value::whole);
      case DECIMAL ->
          Arbitraries.bigDecimals().ofScale(6).between(MINUS_MILLION, MILLION).map(Value::decimal);
      case TEXT -> HostileText.joined();
    };
  }

  /** A reference, or an id that the user wrote. */
  private static Arbitrary<Value> references() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, HostileText.refs()),
        Tuple.of(1, Arbitraries.of("id-0a1b2c3d", "$Latest", "x").map(Value::text)));
  }

  private static Arbitrary<Value> items(Arbitrary<Value> item) {
    return item.list().ofMaxSize(3).map(Value::list);
  }

  private static Arbitrary<Value> object(Arbitrary<Value> member, int least, int most) {
    return Arbitraries.maps(HostileText.plain(), member)
        .ofMinSize(least)
        .ofMaxSize(most)
        .map(members -> new Obj(new LinkedHashMap<>(members)));
  }

  private static Arbitrary<Value> json(int depth) {
    List<Arbitrary<? extends Value>> forms =
        new ArrayList<>(
            List.of(
                HostileText.joined(),
                Arbitraries.of(true, false).map(Value::flag),
                Arbitraries.longs().map(Value::whole),
                Arbitraries.longs().between(-999, 999).map(ArbitraryValues::withFraction)));
    if (depth > 0) {
      forms.add(items(json(depth - 1)));
      forms.add(object(json(depth - 1), 0, 3));
    }
    return Arbitraries.oneOf(forms.stream().map(f -> f.map(v -> (Value) v)).toList());
  }

  private static Value withFraction(long thousands) {
    return Value.decimal(BigDecimal.valueOf(thousands * 10 + 5, 4));
  }

  private static Arbitrary<Obj> members(Shape.Struct shape) {
    Arbitrary<Map<String, Value>> all = Arbitraries.just(Map.of());
    for (Attribute attribute : shape.attributes()) {
      Arbitrary<Value> value =
          arbitraryFor(attribute.shape()).optional(0.6).map(v -> v.orElse(Value.NULL));
      all = Combinators.combine(all, value).as((before, v) -> with(before, attribute.name(), v));
    }
    return all.map(Obj::new);
  }

  private static Map<String, Value> with(Map<String, Value> before, String name, Value value) {
    if (value instanceof Value.Null) {
      return before;
    }
    Map<String, Value> more = new LinkedHashMap<>(before);
    more.put(name, value);
    return more;
  }
}
