package io.plumbline.live.azure;

import io.plumbline.azure.client.ArmId;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A document of Azure in one form, whoever answered it: ids in one case, Resource Graph's own
 * columns left out, and what an id says said beside it: {@code resourceGroup}, and the {@code
 * parent} of a child.
 */
final class ArmDocument {
  /** Columns of Resource Graph that no document of Resource Manager has. */
  private static final Set<String> COLUMNS = Set.of("tenantId", "subscriptionId");

  private final String id;
  private final Map<String, Value> members;

  private ArmDocument(String id, Map<String, Value> members) {
    this.id = id;
    this.members = members;
  }

  /**
   * The document in that form.
   *
   * @param type as it is written; Resource Graph answers it in lower case
   * @throws IllegalStateException if it has no id, which every resource has
   */
  static Obj of(Obj answered, String type) {
    if (!(answered.get("id") instanceof Value.Text said) || !ArmId.is(said.value())) {
      throw new IllegalStateException("the answer is not whole: a " + type + " without an id");
    }
    Map<String, Value> members = new LinkedHashMap<>(((Obj) ArmId.in(answered)).members());
    COLUMNS.forEach(members::remove);
    members.values().removeIf(ArmDocument::saysNothing);
    String id = ArmId.canonical(said.value(), type);
    members.put("id", Value.text(id));
    members.put("type", Value.text(type));
    return new ArmDocument(id, members).whole();
  }

  private static boolean saysNothing(Value value) {
    return value instanceof Value.Null || value.equals(Value.text(""));
  }

  private Obj whole() {
    SequencedMap<String, Value> all = placed(id, members);
    all.replaceAll((name, value) -> name.equals("properties") ? children(value) : value);
    return Obj.taking(all);
  }

  /** Children stand in lists of their parent's properties. */
  private Value children(Value properties) {
    if (!(properties instanceof Obj object)) {
      return properties;
    }
    SequencedMap<String, Value> all = new LinkedHashMap<>();
    object
        .members()
        .forEach(
            (name, value) -> all.put(name, value instanceof Sequence list ? placed(list) : value));
    return Obj.taking(all);
  }

  private Value placed(Sequence list) {
    List<Value> items = new ArrayList<>();
    for (Value item : list.items()) {
      items.add(
          item instanceof Obj child
                  && child.get("id") instanceof Value.Text childId
                  && child.get("name") instanceof Value.Text
                  && childId
                      .value()
                      .toLowerCase(Locale.ROOT)
                      .startsWith(id.toLowerCase(Locale.ROOT) + "/")
              ? Obj.taking(placed(id + childId.value().substring(id.length()), child.members()))
              : item);
    }
    return Value.list(items);
  }

  private static SequencedMap<String, Value> placed(String id, Map<String, Value> members) {
    SequencedMap<String, Value> all = new LinkedHashMap<>(members);
    all.put("id", Value.text(id));
    String[] parts = id.split("/", -1);
    if (parts.length > 5 && parts[3].equals("resourceGroups")) {
      all.put("resourceGroup", Value.text(parts[4]));
    }
    if (ArmId.typeOf(id).split("/", -1).length > 2) {
      all.put("parent", Value.text(parent(id)));
    }
    return all;
  }

  /** Past what there is but one of: a policy of an account is the account's. */
  private static String parent(String id) {
    String above = id.substring(0, id.lastIndexOf('/', id.lastIndexOf('/') - 1));
    return above.endsWith("/default") ? parent(above) : above;
  }
}
