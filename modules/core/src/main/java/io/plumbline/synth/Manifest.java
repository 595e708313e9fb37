package io.plumbline.synth;

import io.plumbline.graph.GraphJson;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@code manifest.json} of one environment's artefacts: what each file must hold, and what is
 * wanted, so that the artefacts can be checked against the live environment with no Java of the
 * user's.
 *
 * @param tool version of Plumbline that wrote it
 */
public record Manifest(String tool, String environment, List<Entry> entries) {
  public static final String FILE = "manifest.json";

  public Manifest {
    entries = List.copyOf(entries);
  }

  /**
   * One stack on one site.
   *
   * @param files SHA-256 by path below the environment's folder
   */
  public record Entry(Target target, Map<String, String> files, ResourceGraph graph) {
    public Entry {
      files = Collections.unmodifiableMap(new TreeMap<>(files));
    }
  }

  /** The manifest as a streaming artefact. */
  public void writeTo(Appendable out) throws IOException {
    Value written =
        Value.object(
            "plumbline", Value.text(tool),
            "environment", Value.text(environment),
            "targets", Value.list(entries.stream().map(Manifest::write).toList()));
    JsonWriter.writeCompact(written, out);
    out.append('\n');
  }

  /**
   * The manifest that {@code text} holds.
   *
   * @param kinds the kind of a provider's id and its own; null where nobody knows it
   */
  public static Manifest read(
      String text, BiFunction<String, String, @Nullable ResourceKind> kinds) {
    Obj written = (Obj) JsonReader.read(text);
    String environment = string(written, "environment");
    List<Entry> entries = new ArrayList<>();
    for (Value item : ((Value.Sequence) written.get("targets")).items()) {
      entries.add(entry((Obj) item, environment, kinds));
    }
    return new Manifest(string(written, "plumbline"), environment, entries);
  }

  private static Obj write(Entry entry) {
    Site site = entry.target().site();
    return Value.object(
        "stack", Value.text(entry.target().stack()),
        "site", Value.text(site.name()),
        "provider", Value.text(site.provider()),
        "engine", Value.text(site.engine()),
        "settings", texts(site.settings()),
        "files", texts(entry.files()),
        "graph", GraphJson.write(entry.graph()));
  }

  private static Entry entry(
      Obj from, String environment, BiFunction<String, String, @Nullable ResourceKind> kinds) {
    String provider = string(from, "provider");
    Site site =
        new Site(
            string(from, "site"),
            provider,
            string(from, "engine"),
            texts((Obj) from.get("settings")),
            null);
    return new Entry(
        new Target(environment, string(from, "stack"), site),
        texts((Obj) from.get("files")),
        GraphJson.read(from.get("graph"), kind -> kinds.apply(provider, kind)));
  }

  private static Obj texts(Map<String, String> map) {
    Map<String, Value> members = new LinkedHashMap<>();
    map.forEach((name, text) -> members.put(name, Value.text(text)));
    return new Obj(members);
  }

  private static Map<String, String> texts(Obj from) {
    Map<String, String> map = new TreeMap<>();
    from.members().keySet().forEach(name -> map.put(name, string(from, name)));
    return map;
  }

  private static String string(Obj from, String member) {
    if (from.get(member) instanceof Value.Text text) {
      return text.value();
    }
    throw new IllegalArgumentException("member " + member + " is missing");
  }
}
