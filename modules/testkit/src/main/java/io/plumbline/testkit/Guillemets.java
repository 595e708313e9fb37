package io.plumbline.testkit;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes references into plain data so that a reader of a fixture sees them at once: {@code
 * «network.id»}, alone or inside text; what is to be base64-encoded is an object {@code
 * {"«base64»": text}}.
 */
public final class Guillemets {
  private Guillemets() {}

  private static final Pattern REFERENCE = Pattern.compile("«([a-z0-9/-]+)\\.(\\w+)»");
  private static final String BASE64 = "«base64»";

  /** Plain data to values with references. */
  public static Value read(Value plain) {
    return switch (plain) {
      case Text text -> readText(text.value());
      case Value.Sequence list -> Value.list(list.items().stream().map(Guillemets::read).toList());
      case Obj object -> new Obj(members(object, true));
      default -> plain;
    };
  }

  /** Values with references to plain data. */
  public static Value write(Value value) {
    return switch (value) {
      case Value.Ref ref -> Value.text("«" + ref.resource() + "." + ref.output() + "»");
      case Value.Join join -> Value.join(join.parts().stream().map(Guillemets::write).toList());
      case Value.Base64 encoded -> Value.object(BASE64, write(encoded.text()));
      case Value.Sequence list -> Value.list(list.items().stream().map(Guillemets::write).toList());
      case Obj object -> new Obj(members(object, false));
      default -> value;
    };
  }

  private static Map<String, Value> members(Obj object, boolean reading) {
    Map<String, Value> members = new LinkedHashMap<>();
    object.members().forEach((name, v) -> members.put(name, reading ? read(v) : write(v)));
    return members;
  }

  private static Value readText(String text) {
    List<Value> parts = new ArrayList<>();
    Matcher reference = REFERENCE.matcher(text);
    int at = 0;
    while (reference.find()) {
      parts.add(Value.text(text.substring(at, reference.start())));
      parts.add(Value.ref(reference.group(1), reference.group(2)));
      at = reference.end();
    }
    parts.add(Value.text(text.substring(at)));
    return Value.join(parts);
  }
}
