package io.plumbline.terraform;

import io.plumbline.kind.Lens;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Understands a plan as {@code terraform show -json} tells it; what several types make up is one
 * change again.
 */
final class PlanReader {
  private final Addresses addresses;
  private final Map<String, Change> changes = new LinkedHashMap<>();
  private final Map<String, Set<String>> configured = new HashMap<>();

  PlanReader(Addresses addresses) {
    this.addresses = addresses;
  }

  List<Change> read(Value plan) {
    if (Lens.find(plan, List.of("configuration", "root_module", "resources"))
        instanceof Value.Sequence all) {
      all.items().forEach(item -> configure((Value.Obj) item));
    }
    if (Lens.find(plan, List.of("resource_changes")) instanceof Value.Sequence all) {
      all.items().forEach(item -> add((Value.Obj) item));
    }
    return List.copyOf(changes.values());
  }

  private void configure(Value.Obj item) {
    if (item.get("expressions") instanceof Value.Obj expressions) {
      configured.put(text(item, "address"), expressions.members().keySet());
    }
  }

  private void add(Value.Obj item) {
    Value.Obj change = (Value.Obj) item.get("change");
    Action action = action(change.get("actions"));
    boolean takenOver = change.get("importing") instanceof Value.Obj;
    if (takenOver && action == null) {
      action = Action.UPDATE;
    }
    if (action == null || !text(item, "mode").equals("managed")) {
      return;
    }
    String type = text(item, "type");
    String address = TerraformAddress.of(text(item, "name"));
    boolean main = isMain(address, type);
    List<String> attributes =
        because(item, change).stream().map(name -> addresses.prefix(address, type) + name).toList();
    Change one = new Change(action, address, addresses.kind(address, type), attributes);
    changes.merge(address, main ? one : ofSetting(one), (a, b) -> together(a, b, main));
  }

  /**
   * Of what neither graph knows, the shortest type is the main one: {@code aws_s3_bucket} beside
   * {@code aws_s3_bucket_versioning}.
   */
  private boolean isMain(String address, String type) {
    Change other = addresses.find(address) == null ? changes.get(address) : null;
    return other == null ? addresses.isMain(address, type) : type.length() < other.type().length();
  }

  /** A setting that is made or goes changes what it belongs to. */
  private static Change ofSetting(Change change) {
    return new Change(Action.UPDATE, change.address(), change.type(), change.attributes());
  }

  /** What happens to the thing itself says it all, unless it only changes. */
  private static Change together(Change first, Change second, boolean secondIsMain) {
    Change leading = secondIsMain ? second : first;
    if (leading.action() != Action.UPDATE) {
      return leading;
    }
    List<String> attributes = new ArrayList<>(first.attributes());
    attributes.addAll(second.attributes());
    return new Change(Action.UPDATE, leading.address(), leading.type(), attributes);
  }

  private static @Nullable Action action(Value actions) {
    List<String> words = new ArrayList<>();
    ((Value.Sequence) actions).items().forEach(word -> words.add(((Value.Text) word).value()));
    if (words.size() == 2) {
      return Action.REPLACE;
    }
    return switch (words.get(0)) {
      case "create" -> Action.CREATE;
      case "update" -> Action.UPDATE;
      case "delete" -> Action.DELETE;
      case "forget" -> Action.FORGET;
      default -> null;
    };
  }

  /** Why: of a replacement, what forces it. */
  private Collection<String> because(Value.Obj item, Value.Obj change) {
    if (text(item, "action_reason").equals("replace_because_tainted")) {
      return List.of("(it was left half made)");
    }
    if (change.get("importing") instanceof Value.Obj importing) {
      return List.of("(taken over: " + text(importing, "id") + ")");
    }
    Set<String> forcing = new LinkedHashSet<>();
    if (change.get("replace_paths") instanceof Value.Sequence paths) {
      for (Value path : paths.items()) {
        if (path instanceof Value.Sequence steps
            && steps.items().get(0) instanceof Value.Text step) {
          forcing.add(step.value());
        }
      }
    }
    return forcing.isEmpty()
        ? changed(change, configured.getOrDefault(text(item, "address"), Set.of()))
        : forcing;
  }

  /**
   * The attributes that become different, of those that are configured: all others are the
   * provider's own, and follow.
   */
  private static Set<String> changed(Value.Obj change, Set<String> configured) {
    Set<String> names = new LinkedHashSet<>();
    if (change.get("before") instanceof Value.Obj before
        && change.get("after") instanceof Value.Obj after) {
      Value unknown = change.get("after_unknown");
      for (String name : configured) {
        boolean open =
            unknown instanceof Value.Obj later && later.get(name).equals(Value.flag(true));
        if (open || !after.get(name).equals(before.get(name))) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static String text(Value.Obj object, String name) {
    return object.get(name) instanceof Value.Text text ? text.value() : "";
  }
}
