package io.plumbline.live.aws;

import io.plumbline.value.Recurring;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * The SDK's objects as plain documents, whatever their type: each lists its own fields. Members are
 * named as in the SDK's model; what the answer did not hold is left out.
 */
final class Documents {
  private static final ThreadLocal<Recurring> RECURRING = ThreadLocal.withInitial(Recurring::new);

  private Documents() {}

  static Obj of(SdkPojo object) {
    return of(object, RECURRING.get());
  }

  private static Obj of(SdkPojo object, Recurring recurring) {
    SequencedMap<String, Value> members = new LinkedHashMap<>();
    for (SdkField<?> field : object.sdkFields()) {
      Object value = field.getValueOrDefault(object);
      if (value != null
          && !(value instanceof SdkAutoConstructList)
          && !(value instanceof SdkAutoConstructMap)) {
        members.put(field.memberName(), value(value, recurring));
      }
    }
    return recurring.one(Obj.taking(members));
  }

  private static Value value(Object value, Recurring recurring) {
    return switch (value) {
      case String text -> recurring.one(Value.text(text));
      case Boolean flag -> Value.flag(flag);
      case Integer whole -> Value.whole(whole);
      case Long whole -> Value.whole(whole);
      case Number number -> Value.decimal(new BigDecimal(number.toString()));
      case SdkPojo object -> of(object, recurring);
      case List<?> items -> list(items, recurring);
      case Map<?, ?> map -> map(map, recurring);
      case SdkBytes bytes -> Value.text(bytes.asUtf8String());
      default -> recurring.one(Value.text(value.toString())); // enumerations and instants
    };
  }

  private static Value list(List<?> items, Recurring recurring) {
    List<Value> values = new ArrayList<>(items.size());
    items.forEach(item -> values.add(value(item, recurring)));
    return recurring.one(Value.list(values));
  }

  private static Value map(Map<?, ?> map, Recurring recurring) {
    SequencedMap<String, Value> members = new LinkedHashMap<>();
    map.forEach((name, value) -> members.put(name.toString(), value(value, recurring)));
    return recurring.one(Obj.taking(members));
  }

  /** The same with one more member, unless it is there. */
  static Obj with(Obj document, String name, String value) {
    if (document.has(name)) {
      return document;
    }
    SequencedMap<String, Value> members = new LinkedHashMap<>();
    members.put(name, Value.text(value));
    members.putAll(document.members());
    return Obj.taking(members);
  }
}
