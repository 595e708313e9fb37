package io.plumbline.e2e.law;

import io.plumbline.azure.kinds.Arm;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Lens;
import io.plumbline.kind.Listing;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Spelling;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is said of things of Azure, each called by its type and names as Azure calls it, and
 * referred to so: in this form stands side by side what was designed, and what was decoded from
 * texts that know no addresses.
 */
record NamedGraph(Map<String, Said> things) {
  static final String PARENT = "parent";
  static final String GROUP = "resourceGroup";

  NamedGraph {
    things = new TreeMap<>(things);
  }

  /** The attributes of one thing, and the kind that they are of. */
  record Said(ResourceKind kind, Obj attributes) {

    /** What of it a dialect says; where it stands is said by standing there. */
    Said in(Dialect dialect) {
      Obj said = Lens.decode(kind.shape(), Lens.encode(kind.shape(), attributes, dialect), dialect);
      Map<String, Value> members = new LinkedHashMap<>(said.members());
      Listing listing = kind.listedIn(dialect);
      if (listing != null) {
        members
            .keySet()
            .removeIf(name -> listing.unsaid().contains(name) && !name.equals(kind.within()));
      }
      return new Said(kind, new Obj(members));
    }

    @Override
    public String toString() {
      return kind.id() + " " + new TreeMap<>(attributes.members());
    }
  }

  /** What of all that a dialect says. */
  NamedGraph in(Dialect dialect) {
    Map<String, Said> said = new TreeMap<>();
    things.forEach((name, thing) -> said.put(name, thing.in(dialect)));
    return new NamedGraph(said);
  }

  /** How a thing is referred to. */
  static String mark(String type, List<String> names) {
    return "«" + type + " " + String.join("/", names) + "»";
  }

  /** How what a template is told from outside is referred to. */
  static String parameter(String name) {
    return "«parameter " + name + "»";
  }

  /** How what only the thing itself knows is referred to. */
  static String asked(String mark, String path) {
    return mark.replace("»", "." + path + "»");
  }

  static String type(ResourceKind kind) {
    return kind.documents(Arm.ARM).get(0).type().replaceFirst("@.*", "");
  }

  static boolean isAt(Attribute attribute, String place) {
    return attribute.spelling(Arm.ARM) instanceof Spelling.At at
        && at.path().equals(List.of(place));
  }

  /** A graph in that form. */
  static NamedGraph of(ResourceGraph graph) {
    Map<String, Said> things = new TreeMap<>();
    for (Resource resource : graph.resources()) {
      if (resource.isOurs()) {
        Map<String, Value> said = new LinkedHashMap<>();
        for (Attribute attribute : resource.kind().shape().attributes()) {
          if (resource.attributes().has(attribute.name())) {
            said.put(attribute.name(), named(attribute, resource, graph));
          }
        }
        things.put(mark(resource, graph), new Said(resource.kind(), new Obj(said)));
      }
    }
    return new NamedGraph(things);
  }

  private static Value named(Attribute attribute, Resource resource, ResourceGraph graph) {
    Value value = resource.attributes().get(attribute.name());
    if (value instanceof Value.Ref place && isAt(attribute, PARENT)) {
      return Value.text(mark(graph.get(place.resource()), graph));
    }
    if (value instanceof Value.Ref place && isAt(attribute, GROUP)) {
      return Value.text(names(graph.get(place.resource()), graph).getLast());
    }
    return References.replace(value, ref -> Value.text(reference(ref, graph)));
  }

  private static String reference(Value.Ref ref, ResourceGraph graph) {
    Resource target = graph.get(ref.resource());
    if (!target.isOurs()) {
      String name = target.address().replace(":", "___").replace('/', '_').replace('-', '_');
      return parameter(ref.output().equals("id") ? name : name + "__" + ref.output());
    }
    String output = String.valueOf(target.kind().output(ref.output(), Arm.ARM));
    return switch (output) {
      case "id" -> mark(target, graph);
      case "name" -> names(target, graph).getLast();
      default -> asked(mark(target, graph), output);
    };
  }

  private static String mark(Resource resource, ResourceGraph graph) {
    return mark(type(resource.kind()), names(resource, graph));
  }

  private static List<String> names(Resource resource, ResourceGraph graph) {
    return switch (resource.existing()) {
      case Lookup.ById byId -> existing(byId.id());
      case Lookup.ByName byName -> List.of(byName.name());
      case null -> ours(resource, graph);
      default -> throw new IllegalArgumentException(resource.address() + " has no name yet");
    };
  }

  private static List<String> existing(String id) {
    String[] words = id.substring(id.lastIndexOf("/providers/") + 1).split("/", -1);
    List<String> names = new ArrayList<>();
    for (int i = 3; i < words.length; i += 2) {
      names.add(words[i]);
    }
    return names;
  }

  private static List<String> ours(Resource resource, ResourceGraph graph) {
    List<String> names = new ArrayList<>();
    for (Attribute attribute : resource.kind().shape().attributes()) {
      if (isAt(attribute, PARENT)
          && resource.attributes().get(attribute.name()) instanceof Value.Ref parent) {
        names.addAll(names(graph.get(parent.resource()), graph));
      }
    }
    Obj body =
        Lens.encode(resource.kind().shape(), resource.attributes(), Arm.ARM)
            .getOrDefault("", Obj.EMPTY);
    names.addAll(List.of(((Value.Text) body.get("name")).value().split("/", -1)));
    return names;
  }
}
