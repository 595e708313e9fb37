package io.plumbline.e2e.azure;

import io.plumbline.azure.standin.AzureStandIn;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * What somebody does on Azure behind Plumbline's back.
 *
 * @param type of what it is done to
 * @param part of its id
 * @param act what is done, given its id; running the result undoes it
 */
record Deed(String type, String part, BiFunction<AzureStandIn, String, Runnable> act) {
  /** A slash in the name of a member, as paths have it. */
  static final String SLASH = "~1";

  /** The id of what it is done to. */
  String place(DeployedAzure deployed) {
    return deployed.id(type, part);
  }

  Runnable to(DeployedAzure deployed) {
    return act.apply(deployed.azure(), place(deployed));
  }

  /** Sets, or with {@link Value#NULL} takes away, what stands at a path: {@code sku/capacity}. */
  static Deed set(String type, String part, String path, Value value) {
    return change(type, part, document -> at(document, path, now -> value));
  }

  /** Changes the document of one thing. */
  static Deed change(String type, String part, UnaryOperator<Obj> change) {
    return new Deed(
        type,
        part,
        (azure, id) -> {
          Obj before = found(azure, id);
          azure.change(id, change);
          return () -> azure.restore(id, before);
        });
  }

  /** Deletes one thing, with what stands in it. */
  static Deed delete(String type, String part) {
    return new Deed(
        type,
        part,
        (azure, id) -> {
          List<Obj> before =
              azure.all().stream()
                  .filter(each -> (text(each, "id") + "/").startsWith(id + "/"))
                  .toList();
          azure.remove(id);
          return () -> before.forEach(each -> azure.restore(text(each, "id"), each));
        });
  }

  /** Makes another thing, like one that is there but for its id and what {@code change} does. */
  static Deed copy(String type, String part, String name, UnaryOperator<Obj> change) {
    return new Deed(
        type,
        part,
        (azure, id) -> {
          String another = id.substring(0, id.lastIndexOf('/') + 1) + name;
          Obj like = with(found(azure, id), "id", Value.text(another));
          azure.restore(another, change.apply(with(like, "name", Value.text(name))));
          return () -> azure.remove(another);
        });
  }

  /** One more item in a list of a document. */
  static Deed add(String type, String part, String path, Obj item) {
    return change(
        type,
        part,
        document ->
            at(
                document,
                path,
                list -> {
                  List<Value> items = new ArrayList<>(((Sequence) list).items());
                  items.add(item);
                  return Value.list(items);
                }));
  }

  private static Obj found(AzureStandIn azure, String id) {
    Obj document = azure.find(id);
    if (document == null) {
      throw new AssertionError(id + " is not there");
    }
    return document;
  }

  private static String text(Obj object, String member) {
    return object.get(member) instanceof Value.Text text ? text.value() : "";
  }

  /**
   * What stands at a path, changed: through members, and through lists by number or by the name of
   * an item.
   */
  static Obj at(Obj object, String path, UnaryOperator<Value> change) {
    return (Obj) inside(object, List.of(path.split("/")), change);
  }

  private static Value inside(Value value, List<String> path, UnaryOperator<Value> change) {
    if (path.isEmpty()) {
      return change.apply(value);
    }
    List<String> rest = path.subList(1, path.size());
    String head = path.get(0).replace(SLASH, "/");
    if (value instanceof Sequence list) {
      List<Value> items = new ArrayList<>(list.items());
      int index = index(items, head);
      Value changed = inside(items.get(index), rest, change);
      if (changed instanceof Value.Null) {
        items.remove(index);
      } else {
        items.set(index, changed);
      }
      return Value.list(items);
    }
    Obj object = value instanceof Obj there ? there : Obj.EMPTY;
    return with(object, head, inside(object.get(head), rest, change));
  }

  private static int index(List<Value> items, String head) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Obj item && text(item, "name").equals(head)) {
        return i;
      }
    }
    return Integer.parseInt(head);
  }

  static Obj with(Obj object, String member, Value value) {
    Map<String, Value> members = new LinkedHashMap<>(object.members());
    members.put(member, value);
    if (value instanceof Value.Null) {
      members.remove(member);
    }
    return new Obj(members);
  }
}
