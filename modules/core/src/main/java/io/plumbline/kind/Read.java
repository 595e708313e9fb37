package io.plumbline.kind;

import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a document of a live resource comes from: rows of a provider's operation. The live module
 * knows how to call the operation; the kind says which rows are its own.
 *
 * @param operation {@code service:Operation}, as in the provider's permissions
 * @param key null: the operation lists all there is. For the main document, the attribute whose
 *     desired values the operation is asked for one by one; for any other document, the member by
 *     which its rows belong to those of the main one
 * @param rows path from an answered item to the rows inside it; empty where the item is the row
 * @param carried members of the item that each row inside it takes along
 * @param where members that a row must have, by path, to be of this kind
 * @param sought the attribute by whose value a thing is asked for that a list left out; null for
 *     its live id. Asked by key, it is the key
 * @param owner of a document beside the main one, the member that holds the key; null where that is
 *     called {@code key} as well
 */
public record Read(
    String operation,
    @Nullable String key,
    List<String> rows,
    List<String> carried,
    Map<String, Value> where,
    @Nullable String sought,
    @Nullable String owner) {
  public Read {
    rows = List.copyOf(rows);
    carried = List.copyOf(carried);
    where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
  }

  /** Every item that the operation lists. */
  public static Read all(String operation) {
    return new Read(operation, null, List.of(), List.of(), Map.of(), null, null);
  }

  /** What the operation answers for given keys. */
  public static Read by(String key, String operation) {
    return new Read(operation, key, List.of(), List.of(), Map.of(), null, null);
  }

  /** The rows inside each item at {@code path}; each takes members of the item along. */
  public Read each(String path, String... carried) {
    return new Read(
        operation, key, List.of(path.split("/")), List.of(carried), where, sought, owner);
  }

  /** Only rows that have this member, or this one at a path. */
  public Read where(String member, Value value) {
    Map<String, Value> more = new LinkedHashMap<>(where);
    more.put(member, value);
    return new Read(operation, key, rows, carried, more, sought, owner);
  }

  /** Where the provider does not find things by what they are called live: by this attribute. */
  public Read soughtBy(String attribute) {
    return new Read(operation, key, rows, carried, where, attribute, owner);
  }

  /** Where the rows hold the key in a member that the main document calls otherwise. */
  public Read ownedBy(String member) {
    return new Read(operation, key, rows, carried, where, sought, member);
  }

  /** The member of a row by which it belongs to a row of the main document. */
  public String ownerMember() {
    return String.valueOf(owner == null ? key : owner);
  }

  /** The rows of one answered item that are of this kind. */
  public List<Value.Obj> rowsOf(Value.Obj item) {
    List<Value.Obj> found = new ArrayList<>();
    for (Value.Obj row : rows.isEmpty() ? List.of(item) : inside(item)) {
      if (where.entrySet().stream()
          .allMatch(e -> Lens.find(row, List.of(e.getKey().split("/"))).equals(e.getValue()))) {
        found.add(row);
      }
    }
    return found;
  }

  private List<Value.Obj> inside(Value.Obj item) {
    if (!(Lens.find(item, rows) instanceof Value.Sequence sequence)) {
      return List.of();
    }
    List<Value.Obj> found = new ArrayList<>();
    for (Value row : sequence.items()) {
      Map<String, Value> members = new LinkedHashMap<>();
      carried.forEach(name -> members.put(name, item.get(name)));
      members.putAll(((Value.Obj) row).members());
      found.add(new Value.Obj(members));
    }
    return found;
  }
}
