package io.plumbline.drift;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Values in one form of all that mean the same: the same thing read twice is written alike. */
final class Settled {
  private static final Shape JSON = new Shape.Json();

  private Settled() {}

  /** {@link Value#NULL} where nothing is said. */
  static Value of(Shape shape, Value value) {
    if (Meaning.isNothing(value)) {
      return Value.NULL;
    }
    return switch (shape) {
      case Shape.Struct struct when value instanceof Obj object -> members(struct, object);
      case Shape.ListOf list when value instanceof Sequence items ->
          Value.list(items.items().stream().map(item -> of(list.item(), item)).toList());
      case Shape.SetOf set when value instanceof Sequence items -> sorted(set.item(), items);
      case Shape.MapOf map when value instanceof Obj object -> byName(map.item(), object);
      case Shape.Leaf leaf -> leaf(leaf, value);
      case Shape.Json json -> document(value);
      case Shape.Struct other -> document(value);
      case Shape.ListOf other -> document(value);
      case Shape.SetOf other -> document(value);
      case Shape.MapOf other -> document(value);
      case Shape.Reference other -> document(value);
    };
  }

  /** In the order of the kind, without what says no more than the default. */
  private static Value members(Shape.Struct struct, Obj object) {
    Map<String, Value> members = new LinkedHashMap<>();
    for (Attribute attribute : struct.attributes()) {
      Value value = of(attribute.shape(), object.get(attribute.name()));
      Value byDefault = attribute.byDefault();
      boolean said =
          byDefault == null
              || !Meaning.of(attribute.shape(), value)
                  .equals(Meaning.of(attribute.shape(), byDefault));
      if (said && !(value instanceof Value.Null)) {
        members.put(attribute.name(), value);
      }
    }
    return new Obj(members);
  }

  private static Value sorted(Shape item, Sequence items) {
    return Value.list(
        items.items().stream()
            .map(each -> of(item, each))
            .sorted(Comparator.comparing(each -> Meaning.of(item, each)))
            .toList());
  }

  private static Value byName(Shape item, Obj object) {
    Map<String, Value> members = new TreeMap<>();
    object.members().forEach((name, value) -> members.put(name, of(item, value)));
    return new Obj(members);
  }

  /** By meaning, the order of a document says nothing. */
  private static Value document(Value value) {
    return switch (value) {
      case Obj object -> byName(JSON, object);
      case Sequence items -> sorted(JSON, items);
      default -> value;
    };
  }

  /** APIs say numbers as texts, too. */
  private static Value leaf(Shape.Leaf leaf, Value value) {
    String text = String.valueOf(Meaning.scalar(value));
    return switch (leaf) {
      case TEXT -> Value.text(text);
      case FLAG -> text.matches("true|false") ? Value.flag(text.equals("true")) : value;
      case WHOLE -> text.matches("-?[0-9]{1,18}") ? Value.whole(Long.parseLong(text)) : value;
      case DECIMAL ->
          text.matches("-?[0-9]+(\\.[0-9]+)?") ? new Value.Decimal(new BigDecimal(text)) : value;
    };
  }
}
