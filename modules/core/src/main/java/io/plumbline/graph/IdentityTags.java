package io.plumbline.graph;

import io.plumbline.model.Target;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import io.plumbline.value.Value.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tags by which a live resource says whose it is. They are the only state that a check needs,
 * so their keys are fixed for ever.
 */
public final class IdentityTags {
  public static final String STACK = "plumbline:stack";
  public static final String ENVIRONMENT = "plumbline:environment";
  public static final String ID = "plumbline:id";

  /** What AWS tags by itself; nobody can set or mend these. */
  private static final String PROVIDERS = "aws:";

  private IdentityTags() {}

  /** The tags of the resource at {@code address}, by key. */
  public static Map<String, Value> of(String environment, String stack, String address) {
    Map<String, Value> tags = new LinkedHashMap<>();
    tags.put(ENVIRONMENT, Value.text(environment));
    tags.put(ID, Value.text(address));
    tags.put(STACK, Value.text(stack));
    return tags;
  }

  /** Tags by key; from a map, or from a set of objects with {@code key} and {@code value}. */
  public static Map<String, String> read(Value tags) {
    Map<String, String> read = new LinkedHashMap<>();
    switch (tags) {
      case Obj map -> map.members().forEach((key, value) -> put(read, Value.text(key), value));
      case Sequence entries -> {
        for (Value entry : entries.items()) {
          if (entry instanceof Obj pair) {
            put(read, pair.get("key"), pair.get("value"));
          }
        }
      }
      default -> {}
    }
    return read;
  }

  /** Whether something of ours carries tags that name the target, and its address in the design. */
  public static boolean claims(Resource resource, Target target) {
    String attribute = resource.kind().tags();
    Map<String, String> tags =
        attribute == null ? Map.of() : read(resource.attributes().get(attribute));
    return resource.isOurs()
        && resource.address().equals(tags.get(ID))
        && target.stack().equals(tags.get(STACK))
        && target.environment().equals(tags.get(ENVIRONMENT));
  }

  private static void put(Map<String, String> tags, Value key, Value value) {
    if (key instanceof Text name && value instanceof Text text) {
      tags.put(name.value(), text.value());
    }
  }

  /** The same tags, in the same form, without those that the provider sets by itself. */
  public static Value withoutProviders(Value tags) {
    return switch (tags) {
      case Obj map -> {
        Map<String, Value> kept = new LinkedHashMap<>(map.members());
        kept.keySet().removeIf(key -> key.startsWith(PROVIDERS));
        yield new Obj(kept);
      }
      case Sequence entries ->
          Value.list(entries.items().stream().filter(entry -> !isProviders(entry)).toList());
      default -> tags;
    };
  }

  private static boolean isProviders(Value entry) {
    return entry instanceof Obj pair
        && pair.get("key") instanceof Text key
        && key.value().startsWith(PROVIDERS);
  }
}
