package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Children that stand in a list of their parent's document: subnets, rules, frontends. */
final class Embedding {
  private Embedding() {}

  static @Nullable Obj find(Obj parent, ResourceId child) {
    for (Value item : Docs.items(parent, "properties." + child.collection())) {
      if (is(item, child)) {
        return (Obj) item;
      }
    }
    return null;
  }

  static Obj with(Obj parent, ResourceId child, Obj document) {
    List<Value> items = new ArrayList<>();
    boolean there = false;
    for (Value item : Docs.items(parent, "properties." + child.collection())) {
      there |= is(item, child);
      items.add(is(item, child) ? document : item);
    }
    if (!there) {
      items.add(document);
    }
    return with(parent, child.collection(), items);
  }

  static Obj without(Obj parent, ResourceId child) {
    List<Value> items = new ArrayList<>(Docs.items(parent, "properties." + child.collection()));
    items.removeIf(item -> is(item, child));
    return with(parent, child.collection(), items);
  }

  private static Obj with(Obj parent, String collection, List<Value> items) {
    Obj properties = Docs.object(parent, "properties");
    return Docs.with(parent, "properties", Docs.with(properties, collection, Value.list(items)));
  }

  private static boolean is(Value item, ResourceId child) {
    return child.name().equalsIgnoreCase(Docs.text(item, "name"));
  }
}
