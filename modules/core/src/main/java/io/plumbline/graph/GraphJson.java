package io.plumbline.graph;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.ValueJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A graph as plain data and back, so that a release or an artefact folder can be checked, planned
 * against and destroyed without the Java that it came from. Law: {@code read(write(g)) = g}.
 */
public final class GraphJson {
  private GraphJson() {}

  /** The graph as plain data that JSON can say. */
  public static Value write(ResourceGraph graph) {
    return Value.list(graph.resources().stream().map(GraphJson::write).toList());
  }

  /** The graph without the lines of Java: what two graphs that ask for the same have in common. */
  public static Value writeWithoutSource(ResourceGraph graph) {
    List<Value> resources = new ArrayList<>();
    for (Resource resource : graph.resources()) {
      Map<String, Value> members = new LinkedHashMap<>(write(resource).members());
      members.remove("source");
      resources.add(new Obj(members));
    }
    return Value.list(resources);
  }

  /**
   * The graph that {@code written} says.
   *
   * @param kinds the kind of an id, or of {@code PROVIDER/ID} for what is at another site; null
   *     where nobody knows it
   * @throws IllegalArgumentException if {@code written} is no graph, or names a kind that is
   *     unknown
   */
  public static ResourceGraph read(Value written, Function<String, @Nullable ResourceKind> kinds) {
    return new ResourceGraph(
        fields(written).stream().map(item -> resource((Obj) item, kinds)).toList());
  }

  private static Obj write(Resource resource) {
    List<Value> after = resource.after().stream().map(Value::text).toList();
    List<Value> raw = resource.raw().stream().map(GraphJson::write).toList();
    return Value.object(
        "address", Value.text(resource.address()),
        "kind", Value.text(kind(resource)),
        "attributes", ValueJson.write(resource.attributes()),
        "source", write(resource.source()),
        "existing", write(resource.existing()),
        "formerly", text(resource.formerly()),
        "keep", resource.keep() ? Value.flag(true) : Value.NULL,
        "bands", writeBands(resource.bands()),
        "raw", raw.isEmpty() ? Value.NULL : Value.list(raw),
        "after", after.isEmpty() ? Value.NULL : Value.list(after));
  }

  /** Another provider's kinds may have the same ids. */
  private static String kind(Resource resource) {
    String id = resource.kind().id();
    return resource.existing() instanceof Lookup.OfSite of ? of.provider() + "/" + id : id;
  }

  private static Value write(@Nullable SourceLine source) {
    if (source == null) {
      return Value.NULL;
    }
    List<Value> callers = source.callers().stream().map(GraphJson::write).toList();
    return Value.object(
        "file", Value.text(source.file()),
        "line", Value.whole(source.line()),
        "callers", callers.isEmpty() ? Value.NULL : Value.list(callers));
  }

  private static Value write(@Nullable Lookup lookup) {
    return switch (lookup) {
      case null -> Value.NULL;
      case Lookup.ById by -> Value.object("id", Value.text(by.id()));
      case Lookup.ByName by -> Value.object("name", Value.text(by.name()));
      case Lookup.OfStack of ->
          Value.object(
              "stack", Value.text(of.stack()),
              "address", Value.text(of.address()),
              "name", text(of.name()));
      case Lookup.OfSite of ->
          Value.object(
              "site", Value.text(of.site()),
              "provider", Value.text(of.provider()),
              "there", write(of.there()));
      case Lookup.ByTag by ->
          Value.object("tag", Value.text(by.key()), "value", Value.text(by.value()));
    };
  }

  private static Value writeBands(Map<String, Band> bands) {
    Map<String, Value> members = new LinkedHashMap<>();
    bands.forEach(
        (attribute, band) ->
            members.put(
                attribute,
                Value.object(
                    "min", ValueJson.write(Value.whole(band.min())),
                    "max", ValueJson.write(Value.whole(band.max())),
                    "owner", Value.text(band.owner()))));
    return members.isEmpty() ? Value.NULL : new Obj(members);
  }

  private static Value write(Raw raw) {
    return Value.object(
        "dialect", Value.text(raw.dialect().id()),
        "path", Value.text(raw.path()),
        "value", ValueJson.write(raw.value()),
        "because", Value.text(raw.because()));
  }

  private static Value text(@Nullable String text) {
    return text == null ? Value.NULL : Value.text(text);
  }

  private static Resource resource(Obj from, Function<String, @Nullable ResourceKind> kinds) {
    String id = string(from, "kind");
    ResourceKind kind = kinds.apply(id);
    if (kind == null) {
      throw new IllegalArgumentException(
          "resource "
              + string(from, "address")
              + " is of kind "
              + id
              + ", which is not known here");
    }
    return new Resource(
        string(from, "address"),
        kind,
        (Obj) ValueJson.read(from.get("attributes")),
        source(from.get("source")),
        lookup(from.get("existing")),
        optional(from, "formerly"),
        from.has("keep"),
        bands(from.get("bands")),
        fields(from.get("raw")).stream().map(item -> raw((Obj) item)).toList(),
        fields(from.get("after")).stream().map(item -> ((Value.Text) item).value()).toList());
  }

  private static @Nullable SourceLine source(Value from) {
    return from instanceof Obj line
        ? new SourceLine(
            string(line, "file"),
            (int) whole(line.get("line")),
            fields(line.get("callers")).stream().map(GraphJson::source).toList())
        : null;
  }

  private static @Nullable Lookup lookup(Value from) {
    if (!(from instanceof Obj lookup)) {
      return null;
    }
    if (lookup.has("site")) {
      Lookup there = lookup(lookup.get("there"));
      if (there == null) {
        throw new IllegalArgumentException("member there is missing");
      }
      return new Lookup.OfSite(string(lookup, "site"), string(lookup, "provider"), there);
    }
    if (lookup.has("stack")) {
      return new Lookup.OfStack(
          string(lookup, "stack"), string(lookup, "address"), optional(lookup, "name"));
    }
    if (lookup.has("id")) {
      return new Lookup.ById(string(lookup, "id"));
    }
    return lookup.has("name")
        ? new Lookup.ByName(string(lookup, "name"))
        : new Lookup.ByTag(string(lookup, "tag"), string(lookup, "value"));
  }

  private static Map<String, Band> bands(Value from) {
    Map<String, Band> bands = new LinkedHashMap<>();
    if (from instanceof Obj written) {
      written
          .members()
          .forEach(
              (attribute, value) -> {
                Obj band = (Obj) value;
                bands.put(
                    attribute,
                    new Band(
                        whole(band.get("min")), whole(band.get("max")), string(band, "owner")));
              });
    }
    return bands;
  }

  private static Raw raw(Obj from) {
    return new Raw(
        Dialect.named(string(from, "dialect")),
        string(from, "path"),
        ValueJson.read(from.get("value")),
        string(from, "because"));
  }

  private static List<Value> fields(Value from) {
    return switch (from) {
      case Value.Sequence sequence -> sequence.items();
      case Value.Null none -> List.of();
      default -> throw new IllegalArgumentException("a list was expected");
    };
  }

  private static long whole(Value from) {
    if (ValueJson.read(from) instanceof Value.Int number) {
      return number.value();
    }
    throw new IllegalArgumentException("a whole number was expected");
  }

  private static String string(Obj from, String member) {
    String text = optional(from, member);
    if (text == null) {
      throw new IllegalArgumentException("member " + member + " is missing");
    }
    return text;
  }

  private static @Nullable String optional(Obj from, String member) {
    return from.get(member) instanceof Value.Text text ? text.value() : null;
  }
}
