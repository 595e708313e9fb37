package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what a deployment would change, by what it changes in a world of its own. */
final class WhatIf {
  private WhatIf() {}

  /** The changes of a deployment that has run in {@code after}. */
  static List<Obj> changes(World before, World after, List<ResourceId> touched) {
    Map<String, ResourceId> declared = new LinkedHashMap<>();
    touched.forEach(id -> declared.put(id.key(), id));
    List<Obj> changes = new ArrayList<>();
    Set<String> groups = new LinkedHashSet<>();
    for (ResourceId id : declared.values()) {
      if (!Types.isEmbedded(id) || !declared.containsKey(String.valueOf(parentKey(id)))) {
        changes.add(change(id, before.find(id), after.require(id)));
      }
      ResourceId group = id.group();
      if (group != null) {
        groups.add(group.key() + "/");
      }
    }
    for (Obj there : before.all()) {
      ResourceId id = ResourceId.parse(String.valueOf(Docs.text(there, "id")));
      if (id != null
          && !declared.containsKey(id.key())
          && groups.stream().anyMatch(id.key()::startsWith)) {
        changes.add(of(id, "Ignore", there, there, List.of()));
      }
    }
    return changes;
  }

  private static String parentKey(ResourceId id) {
    ResourceId parent = id.parent();
    return parent == null ? "" : parent.key();
  }

  private static Obj change(ResourceId id, @Nullable Obj before, Obj after) {
    if (before == null) {
      return of(id, "Create", Value.NULL, after, List.of());
    }
    List<Obj> delta = new ArrayList<>();
    differences("", Docs.without(before, "etag"), Docs.without(after, "etag"), delta);
    return of(id, delta.isEmpty() ? "NoChange" : "Modify", before, after, delta);
  }

  private static Obj of(ResourceId id, String type, Value before, Value after, List<Obj> delta) {
    return Value.object(
        "resourceId", Value.text(id.toString()),
        "changeType", Value.text(type),
        "before", before,
        "after", after,
        "delta", Value.list(delta));
  }

  private static void differences(String path, Value before, Value after, List<Obj> delta) {
    if (before.equals(after)) {
      return;
    }
    if (before instanceof Obj was && after instanceof Obj is) {
      Set<String> names = new LinkedHashSet<>(was.members().keySet());
      names.addAll(is.members().keySet());
      for (String name : names) {
        String inner = path.isEmpty() ? name : path + "." + name;
        if (!name.equals("etag")) {
          differences(inner, was.get(name), is.get(name), delta);
        }
      }
    } else if (before instanceof Sequence was && after instanceof Sequence is) {
      List<Obj> children = new ArrayList<>();
      for (int i = 0; i < Math.max(was.items().size(), is.items().size()); i++) {
        differences(Integer.toString(i), item(was, i), item(is, i), children);
      }
      if (!children.isEmpty()) {
        delta.add(property(path, "Array", before, after, children));
      }
    } else {
      String type =
          before instanceof Value.Null
              ? "Create"
              : after instanceof Value.Null ? "Delete" : "Modify";
      delta.add(property(path, type, before, after, List.of()));
    }
  }

  private static Value item(Sequence list, int index) {
    return index < list.items().size() ? list.items().get(index) : Value.NULL;
  }

  private static Obj property(
      String path, String type, Value before, Value after, List<Obj> children) {
    return Value.object(
        "path", Value.text(path),
        "propertyChangeType", Value.text(type),
        "before", before,
        "after", after,
        "children", Value.list(children));
  }
}
