package io.plumbline.run;

import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan that can be carried out later, exactly as it was seen. It holds what each engine needs,
 * and by what to tell whether the code, the release or the live environment has moved since.
 *
 * @param tool version of Plumbline that made it
 * @param made who made it, and when
 * @param released what was given up for it
 */
public record PlanFile(
    String tool, String environment, String made, List<String> released, List<Entry> entries) {

  public PlanFile {
    released = List.copyOf(released);
    entries = List.copyOf(entries);
  }

  /**
   * One target.
   *
   * @param release digest of the release that it was made on; null where there was none
   * @param graph digest of what was wanted
   * @param artefacts SHA-256 by path
   * @param inputs live ids of existing resources
   * @param observation fingerprint of the live environment
   * @param file the engine's own plan, below the work folder; null where nothing changes
   * @param content what that file holds, in base64
   */
  public record Entry(
      String stack,
      String site,
      String engine,
      @Nullable String release,
      String graph,
      Map<String, String> artefacts,
      Map<String, String> inputs,
      String observation,
      List<Change> changes,
      @Nullable String file,
      @Nullable String content) {}

  /** The plan as plain data. */
  Obj write() {
    return Value.object(
        "plumbline", Value.text(tool),
        "environment", Value.text(environment),
        "made", Value.text(made),
        "released", Value.texts(released),
        "targets", Value.list(entries.stream().map(PlanFile::write).toList()));
  }

  private static Obj write(Entry entry) {
    return Value.object(
        "stack", Value.text(entry.stack()),
        "site", Value.text(entry.site()),
        "engine", Value.text(entry.engine()),
        "release", text(entry.release()),
        "graph", Value.text(entry.graph()),
        "artefacts", texts(entry.artefacts()),
        "inputs", texts(entry.inputs()),
        "observation", Value.text(entry.observation()),
        "changes", Value.list(entry.changes().stream().map(PlanFile::write).toList()),
        "file", text(entry.file()),
        "content", text(entry.content()));
  }

  private static Obj write(Change change) {
    return Value.object(
        "action", Value.text(change.action().name().toLowerCase(Locale.ROOT)),
        "address", Value.text(change.address()),
        "type", Value.text(change.type()),
        "attributes", Value.texts(change.attributes()));
  }

  private static Obj texts(Map<String, String> map) {
    Map<String, Value> members = new LinkedHashMap<>();
    map.forEach((name, text) -> members.put(name, Value.text(text)));
    return new Obj(members);
  }

  private static Value text(@Nullable String text) {
    return text == null ? Value.NULL : Value.text(text);
  }

  /** What {@link #write} wrote. */
  static PlanFile read(Obj written) {
    List<Entry> entries = new ArrayList<>();
    for (Value item : list(written, "targets")) {
      entries.add(entry((Obj) item));
    }
    return new PlanFile(
        string(written, "plumbline"),
        string(written, "environment"),
        string(written, "made"),
        strings(written, "released"),
        entries);
  }

  private static Entry entry(Obj from) {
    List<Change> changes = new ArrayList<>();
    for (Value item : list(from, "changes")) {
      changes.add(change((Obj) item));
    }
    return new Entry(
        string(from, "stack"),
        string(from, "site"),
        string(from, "engine"),
        optional(from, "release"),
        string(from, "graph"),
        map(from, "artefacts"),
        map(from, "inputs"),
        string(from, "observation"),
        changes,
        optional(from, "file"),
        optional(from, "content"));
  }

  private static Change change(Obj from) {
    return new Change(
        Action.valueOf(string(from, "action").toUpperCase(Locale.ROOT)),
        string(from, "address"),
        string(from, "type"),
        strings(from, "attributes"));
  }

  private static Map<String, String> map(Obj from, String member) {
    Map<String, String> map = new LinkedHashMap<>();
    Obj members = (Obj) from.get(member);
    members.members().keySet().forEach(name -> map.put(name, string(members, name)));
    return map;
  }

  private static List<String> strings(Obj from, String member) {
    return list(from, member).stream().map(item -> ((Value.Text) item).value()).toList();
  }

  private static List<Value> list(Obj from, String member) {
    return ((Value.Sequence) from.get(member)).items();
  }

  private static String string(Obj from, String member) {
    return ((Value.Text) from.get(member)).value();
  }

  private static @Nullable String optional(Obj from, String member) {
    return from.has(member) ? string(from, member) : null;
  }
}
