package io.plumbline.graph;

import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import io.plumbline.kind.Lens;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All documents of one resource in an artefact dialect: what its attributes say, what its kind
 * always says, what the user says in the dialect's own words, and by what each further document
 * names the main one's resource. References are still references.
 */
public final class Documents {
  private Documents() {}

  /**
   * The documents that are to be written, the main one first; a further one that nothing is said in
   * is left out.
   *
   * @throws IllegalArgumentException if the dialect has no such thing, or a raw value has no place
   */
  public static Map<Document, Obj> of(Resource resource, Dialect dialect) {
    List<Document> declared = resource.kind().documents(dialect);
    if (declared.isEmpty()) {
      throw new IllegalArgumentException(
          resource.address() + ": " + dialect.id() + " has no " + resource.kind().id());
    }
    Map<String, Obj> said = said(resource, dialect);
    Map<Document, Obj> documents = new LinkedHashMap<>();
    for (Document document : declared) {
      Obj body = said.remove(document.name());
      if (body != null) {
        Obj always = resource.kind().constants(dialect).getOrDefault(document.name(), Obj.EMPTY);
        documents.put(document, linked(resource, document, merged(always, body)));
      }
    }
    if (!said.isEmpty()) {
      throw new IllegalArgumentException(
          resource.address()
              + ": "
              + dialect.id()
              + " has no document \""
              + said.keySet().iterator().next()
              + "\"");
    }
    return documents;
  }

  private static Map<String, Obj> said(Resource resource, Dialect dialect) {
    Map<String, Obj> said =
        new LinkedHashMap<>(Lens.encode(resource.kind().shape(), resource.attributes(), dialect));
    for (Raw raw : resource.raw()) {
      if (raw.dialect() == dialect) {
        int colon = raw.path().indexOf(':');
        String document = colon < 0 ? "" : raw.path().substring(0, colon);
        List<String> path = List.of(raw.path().substring(colon + 1).split("/"));
        Value changed = with(resource, raw, said.getOrDefault(document, Obj.EMPTY), path);
        said.put(document, (Obj) changed);
      }
    }
    return said;
  }

  private static Obj linked(Resource resource, Document document, Obj body) {
    String link = document.link();
    String output = document.output();
    return link == null || output == null
        ? body
        : merged(document.linkTo(resource.ref(output)), body);
  }

  /** Both, member by member; where both say something that is not an object, the second. */
  static Obj merged(Obj first, Obj second) {
    if (first.members().isEmpty()) {
      return second;
    }
    Map<String, Value> members = new LinkedHashMap<>(first.members());
    second.members().forEach((name, value) -> members.merge(name, value, Documents::merged));
    return new Obj(members);
  }

  private static Value merged(Value first, Value second) {
    return first instanceof Obj a && second instanceof Obj b ? merged(a, b) : second;
  }

  /**
   * {@code value} with the raw value standing at {@code path}: names of members, or places in a
   * sequence counted from 0.
   */
  private static Value with(Resource resource, Raw raw, Value value, List<String> path) {
    if (path.isEmpty()) {
      return raw.value();
    }
    String step = path.get(0);
    List<String> rest = path.subList(1, path.size());
    if (value instanceof Value.Sequence sequence && step.matches("[0-9]{1,4}")) {
      int index = Integer.parseInt(step);
      if (index < sequence.items().size()) {
        List<Value> items = new ArrayList<>(sequence.items());
        items.set(index, with(resource, raw, items.get(index), rest));
        return Value.list(items);
      }
    }
    if (step.isEmpty() || !(value instanceof Obj object)) {
      throw new IllegalArgumentException(
          resource.address()
              + ": raw("
              + raw.dialect().id()
              + ", \""
              + raw.path()
              + "\"): nothing has a member \""
              + step
              + "\"");
    }
    Map<String, Value> members = new LinkedHashMap<>(object.members());
    members.put(step, with(resource, raw, members.getOrDefault(step, Obj.EMPTY), rest));
    return new Obj(members);
  }
}
