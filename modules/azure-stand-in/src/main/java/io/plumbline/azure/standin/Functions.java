package io.plumbline.azure.standin;

import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions of templates that need nothing but what they are given. */
final class Functions {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

  private Functions() {}

  /** What {@code name} makes of its arguments; one that is not known here is refused. */
  static Value call(String name, List<Value> of) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "and" -> Value.flag(of.stream().allMatch(Functions::isTrue));
      case "array" -> of.get(0) instanceof Sequence list ? list : Value.list(of.get(0));
      case "base64" -> Value.text(base64(text(of.get(0))));
      case "base64tostring" ->
          Value.text(
              new String(Base64.getDecoder().decode(text(of.get(0))), StandardCharsets.UTF_8));
      case "bool" -> Value.flag(text(of.get(0)).equalsIgnoreCase("true"));
      case "coalesce" ->
          of.stream().filter(v -> !(v instanceof Value.Null)).findFirst().orElse(Value.NULL);
      case "concat" -> concat(of);
      case "contains" -> Value.flag(contains(of.get(0), of.get(1)));
      case "createarray" -> Value.list(of);
      case "createobject" -> object(of);
      case "empty" -> Value.flag(length(of.get(0)) == 0);
      case "endswith" -> Value.flag(lower(of.get(0)).endsWith(lower(of.get(1))));
      case "equals" -> Value.flag(of.get(0).equals(of.get(1)));
      case "false" -> Value.flag(false);
      case "first" -> items(of.get(0)).get(0);
      case "format" -> Value.text(format(of));
      case "guid" -> Value.text(Computed.guid(String.join("-", texts(of))));
      case "int" -> Value.whole(Long.parseLong(text(of.get(0))));
      case "join" -> Value.text(String.join(text(of.get(1)), texts(items(of.get(0)))));
      case "json" -> JsonReader.read(text(of.get(0)));
      case "last" -> items(of.get(0)).get(items(of.get(0)).size() - 1);
      case "length" -> Value.whole(length(of.get(0)));
      case "not" -> Value.flag(!isTrue(of.get(0)));
      case "null" -> Value.NULL;
      case "or" -> Value.flag(of.stream().anyMatch(Functions::isTrue));
      case "replace" -> Value.text(text(of.get(0)).replace(text(of.get(1)), text(of.get(2))));
      case "split" ->
          Value.texts(List.of(text(of.get(0)).split(Pattern.quote(text(of.get(1))), -1)));
      case "startswith" -> Value.flag(lower(of.get(0)).startsWith(lower(of.get(1))));
      case "string" -> Value.text(text(of.get(0)));
      case "substring" -> Value.text(substring(of));
      case "tolower" -> Value.text(lower(of.get(0)));
      case "toupper" -> Value.text(text(of.get(0)).toUpperCase(Locale.ROOT));
      case "true" -> Value.flag(true);
      case "union" -> union(of);
      default ->
          throw Refusal.badTemplate(
              "the stand-in does not know the function '" + name + "', and guesses nothing.");
    };
  }

  static boolean isTrue(Value value) {
    return value instanceof Value.Bool flag && flag.value();
  }

  static String text(Value value) {
    return switch (value) {
      case Value.Text text -> text.value();
      case Value.Int whole -> Long.toString(whole.value());
      case Value.Bool flag -> flag.value() ? "True" : "False";
      case Value.Null none -> "";
      default -> JsonWriter.compact(value);
    };
  }

  private static String lower(Value value) {
    return text(value).toLowerCase(Locale.ROOT);
  }

  private static List<String> texts(List<Value> values) {
    return values.stream().map(Functions::text).toList();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Value> items(Value value) {
    return value instanceof Sequence list
        ? list.items()
        : text(value).chars().mapToObj(c -> Value.text(Character.toString(c))).toList();
  }

  private static Value concat(List<Value> of) {
    if (of.get(0) instanceof Sequence) {
      List<Value> all = new ArrayList<>();
      of.forEach(each -> all.addAll(items(each)));
      return Value.list(all);
    }
    return Value.text(String.join("", texts(of)));
  }

  private static boolean contains(Value in, Value what) {
    return switch (in) {
      case Sequence list -> list.items().contains(what);
      case Obj object -> object.has(text(what));
      default -> text(in).contains(text(what));
    };
  }

  private static Value object(List<Value> of) {
    Map<String, Value> members = new LinkedHashMap<>();
    for (int i = 0; i + 1 < of.size(); i += 2) {
      members.put(text(of.get(i)), of.get(i + 1));
    }
    return new Obj(members);
  }

  private static int length(Value value) {
    return switch (value) {
      case Sequence list -> list.items().size();
      case Obj object -> object.members().size();
      case Value.Null none -> 0;
      default -> text(value).length();
    };
  }

  /** As .NET formats: a brace is written twice. */
  private static String format(List<Value> of) {
    StringBuilder out = new StringBuilder();
    String pattern = text(of.get(0)).replace("{{", "\u0001").replace("}}", "\u0002");
    Matcher places = PLACE.matcher(pattern);
    while (places.find()) {
      String value = text(of.get(Integer.parseInt(places.group(1)) + 1));
      places.appendReplacement(out, Matcher.quoteReplacement(value));
    }
    return places.appendTail(out).toString().replace('\u0001', '{').replace('\u0002', '}');
  }

  private static String substring(List<Value> of) {
    String text = text(of.get(0));
    int from = (int) ((Value.Int) of.get(1)).value();
    int to = of.size() < 3 ? text.length() : from + (int) ((Value.Int) of.get(2)).value();
    return text.substring(from, to);
  }

  private static Value union(List<Value> of) {
    if (of.get(0) instanceof Sequence) {
      List<Value> all = new ArrayList<>();
      of.forEach(each -> items(each).stream().filter(i -> !all.contains(i)).forEach(all::add));
      return Value.list(all);
    }
    Value all = Obj.EMPTY;
    for (Value each : of) {
      all = Docs.merge(all, each);
    }
    return all;
  }
}
