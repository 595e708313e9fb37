package io.plumbline.kind;

import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Marks;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import io.plumbline.value.Value.Text;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A change of form between the canonical value and the value that a dialect holds, both ways. */
public record Codec(UnaryOperator<Value> encode, UnaryOperator<Value> decode) {

  public static final Codec SAME = new Codec(UnaryOperator.identity(), UnaryOperator.identity());

  /** {@code 3} ↔ {@code "3"}; empty text is no number. */
  public static final Codec NUMBER_AS_TEXT = new Codec(Codec::numberToText, Codec::textToNumber);

  /** {@code true} ↔ {@code "true"}; empty text says neither. */
  public static final Codec FLAG_AS_TEXT =
      new Codec(
          v -> v instanceof Value.Bool b ? Value.text(Boolean.toString(b.value())) : v,
          Codec::textToFlag);

  /** A document ↔ its JSON text; references inside survive. */
  public static final Codec JSON_TEXT = new Codec(Codec::toJsonText, Codec::fromJsonText);

  /** Percent-encoded text, as IAM returns its policies. */
  public static final Codec URL_ENCODED =
      new Codec(
          v -> v instanceof Text t ? Value.text(percentEncode(t.value())) : v,
          v -> v instanceof Text t ? Value.text(percentDecode(t.value())) : v);

  /** A list of texts or references ↔ one text with commas. */
  public static final Codec COMMA_SEPARATED = new Codec(Codec::toCommas, Codec::fromCommas);

  /**
   * Text ↔ its base64. Encoding leaves the work to the engine, which alone knows the references
   * inside.
   */
  public static final Codec BASE64 =
      new Codec(
          Value.Base64::new,
          v ->
              switch (v) {
                case Value.Base64 encoded -> encoded.text();
                case Text t ->
                    Value.text(
                        new String(Base64.getDecoder().decode(t.value()), StandardCharsets.UTF_8));
                default -> v;
              });

  /** One value ↔ a list that holds it alone. */
  public static final Codec ONLY_ITEM =
      new Codec(
          Value::list,
          v ->
              v instanceof Sequence s && s.items().size() == 1 ? s.items().get(0) : emptyToNull(v));

  /** A map ↔ a list of objects with a name and a value. */
  public static Codec entries(String nameMember, String valueMember) {
    return new Codec(
        v -> v instanceof Obj o ? toEntries(o, nameMember, valueMember) : v,
        v -> v instanceof Sequence s ? fromEntries(s, nameMember, valueMember) : v);
  }

  /** One value ↔ an object with this one member. */
  public static Codec member(String name) {
    return new Codec(v -> Value.object(name, v), v -> v instanceof Obj o ? o.get(name) : v);
  }

  /** A list ↔ a list, each item changed by {@code item}. */
  public static Codec each(Codec item) {
    return new Codec(v -> eachItem(v, item.encode), v -> eachItem(v, item.decode));
  }

  /**
   * Words that a dialect has its own words for; others pass unchanged. Alternating canonical and
   * dialect's words.
   */
  public static Codec words(String... canonicalAndOther) {
    Map<String, String> there = new LinkedHashMap<>();
    Map<String, String> back = new LinkedHashMap<>();
    for (int i = 0; i < canonicalAndOther.length; i += 2) {
      there.put(canonicalAndOther[i], canonicalAndOther[i + 1]);
      back.put(canonicalAndOther[i + 1], canonicalAndOther[i]);
    }
    return new Codec(v -> translate(v, there), v -> translate(v, back));
  }

  /** This change, then {@code next}; decoding goes the other way round. */
  public Codec then(Codec next) {
    return new Codec(
        v -> next.encode.apply(encode.apply(v)), v -> decode.apply(next.decode.apply(v)));
  }

  private static Value translate(Value value, Map<String, String> words) {
    return value instanceof Text t && words.containsKey(t.value())
        ? Value.text(words.get(t.value()))
        : value;
  }

  private static Value emptyToNull(Value value) {
    return value instanceof Sequence s && s.items().isEmpty() ? Value.NULL : value;
  }

  private static Value numberToText(Value value) {
    return switch (value) {
      case Value.Int whole -> Value.text(Long.toString(whole.value()));
      case Value.Decimal decimal -> Value.text(decimal.value().toPlainString());
      default -> value;
    };
  }

  private static Value textToNumber(Value value) {
    if (!(value instanceof Text text)) {
      return value;
    }
    if (text.value().isEmpty()) {
      return Value.NULL;
    }
    BigDecimal number = new BigDecimal(text.value()).stripTrailingZeros();
    return number.scale() <= 0 ? Value.whole(number.longValueExact()) : Value.decimal(number);
  }

  private static Value textToFlag(Value value) {
    if (!(value instanceof Text text)) {
      return value;
    }
    return text.value().isEmpty() ? Value.NULL : Value.flag(text.value().equals("true"));
  }

  private static Value eachItem(Value value, UnaryOperator<Value> change) {
    return value instanceof Sequence s
        ? Value.list(s.items().stream().map(change).toList())
        : value;
  }

  private static Value toJsonText(Value value) {
    List<Value> texts = new ArrayList<>();
    collectTexts(value, texts);
    Marks marks = new Marks(texts);
    return marks.unmarked(JsonWriter.compact(withMarks(value, marks)));
  }

  private static Value fromJsonText(Value value) {
    Marks marks = new Marks(List.of(value));
    return withoutMarks(JsonReader.read(marks.marked(value)), marks);
  }

  private static void collectTexts(Value value, List<Value> texts) {
    switch (value) {
      case Sequence sequence -> sequence.items().forEach(item -> collectTexts(item, texts));
      case Obj object ->
          object
              .members()
              .forEach(
                  (name, member) -> {
                    texts.add(Value.text(name));
                    collectTexts(member, texts);
                  });
      default -> texts.add(value);
    }
  }

  private static Value withMarks(Value value, Marks marks) {
    return References.replace(value, ref -> Value.text(marks.marked(ref)));
  }

  private static Value withoutMarks(Value value, Marks marks) {
    return switch (value) {
      case Text text -> marks.unmarked(text.value());
      case Sequence sequence ->
          Value.list(sequence.items().stream().map(v -> withoutMarks(v, marks)).toList());
      case Obj object -> {
        Map<String, Value> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, withoutMarks(member, marks)));
        yield new Obj(members);
      }
      default -> value;
    };
  }

  private static String percentEncode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String percentDecode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static Value toCommas(Value value) {
    List<Value> parts = new ArrayList<>();
    for (Value item : ((Sequence) value).items()) {
      if (!parts.isEmpty()) {
        parts.add(Value.text(","));
      }
      parts.add(item);
    }
    return Value.join(parts);
  }

  private static Value fromCommas(Value value) {
    List<Value> items = new ArrayList<>();
    for (Value part : Marks.parts(value)) {
      if (part instanceof Text text) {
        for (String word : text.value().split(",", -1)) {
          if (!word.isEmpty()) {
            items.add(Value.text(word));
          }
        }
      } else {
        items.add(part);
      }
    }
    return Value.list(items);
  }

  private static Value toEntries(Obj map, String nameMember, String valueMember) {
    return Value.list(
        map.members().entrySet().stream()
            .map(e -> Value.object(nameMember, Value.text(e.getKey()), valueMember, e.getValue()))
            .toList());
  }

  private static Value fromEntries(Sequence entries, String nameMember, String valueMember) {
    Map<String, Value> map = new LinkedHashMap<>();
    for (Value entry : entries.items()) {
      Obj object = (Obj) entry;
      map.put(((Text) object.get(nameMember)).value(), object.get(valueMember));
    }
    return new Obj(map);
  }
}
