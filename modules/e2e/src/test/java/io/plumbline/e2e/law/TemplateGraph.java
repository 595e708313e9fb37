package io.plumbline.e2e.law;

import io.plumbline.azure.kinds.Arm;
import io.plumbline.e2e.law.NamedGraph.Said;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Document;
import io.plumbline.kind.Lens;
import io.plumbline.kind.Listing;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes a template of Azure Resource Manager to what it says of each thing: what is nested in it,
 * or beside it in files, and what stands in lists of other things.
 */
final class TemplateGraph {
  private static final String DEPLOYMENTS = "Microsoft.Resources/deployments";
  private static final String GROUPS = "Microsoft.Resources/resourceGroups";

  /** The version of a template spec, as which the file of that name is put there. */
  private static final Pattern VERSION = Pattern.compile("'([^']+)'\\)\\]$");

  private final List<ResourceKind> kinds;
  private final Map<String, Obj> files;
  private final Map<String, Found> found = new TreeMap<>();

  private TemplateGraph(List<ResourceKind> kinds, Map<String, Obj> files) {
    this.kinds = kinds;
    this.files = files;
  }

  /** A thing while its documents are collected. */
  private record Found(ResourceKind kind, List<String> names, Map<String, Obj> documents) {}

  /**
   * What templates say.
   *
   * @param kinds those that the provider knows
   * @param files all by name
   * @param root the one that is deployed
   */
  static NamedGraph read(List<ResourceKind> kinds, Map<String, Obj> files, String root) {
    TemplateGraph reading = new TemplateGraph(kinds, files);
    Obj template = files.get(root);
    Map<String, Value> parameters = new LinkedHashMap<>();
    if (template.get("parameters") instanceof Obj declared) {
      declared
          .members()
          .keySet()
          .forEach(name -> parameters.put(name, Value.text(NamedGraph.parameter(name))));
    }
    reading.template(template, parameters, "");
    return reading.graph();
  }

  private void template(Obj template, Map<String, Value> parameters, String group) {
    TemplateExpressions expressions = new TemplateExpressions(parameters);
    for (Value each : ((Sequence) template.get("resources")).items()) {
      Obj resource = (Obj) each;
      if (text(resource, "type").equals(DEPLOYMENTS)) {
        deployment(resource, expressions, group);
      } else {
        resource(resource, expressions, group);
      }
    }
  }

  private void deployment(Obj deployment, TemplateExpressions expressions, String around) {
    Obj properties = (Obj) deployment.get("properties");
    String group =
        deployment.has(NamedGraph.GROUP)
            ? TemplateExpressions.said(expressions.of(deployment.get(NamedGraph.GROUP)))
            : around;
    Map<String, Value> passed = new LinkedHashMap<>();
    if (properties.get("parameters") instanceof Obj given) {
      given
          .members()
          .forEach((name, each) -> passed.put(name, expressions.of(((Obj) each).get("value"))));
    }
    template(inner(properties), passed, group);
  }

  private Obj inner(Obj properties) {
    if (properties.get("template") instanceof Obj template) {
      return template;
    }
    Matcher version = VERSION.matcher(text((Obj) properties.get("templateLink"), "id"));
    Obj file = version.find() ? files.get("nested-" + version.group(1) + ".json") : null;
    if (file == null) {
      throw new IllegalArgumentException("no template is linked: " + properties);
    }
    return file;
  }

  private void resource(Obj block, TemplateExpressions expressions, String group) {
    String type = text(block, "type");
    List<String> names =
        List.of(TemplateExpressions.said(expressions.of(block.get("name"))).split("/", -1));
    Map<String, Value> body = new LinkedHashMap<>(block.members());
    body.keySet().removeAll(List.of("type", "apiVersion", "name", "dependsOn"));
    body.replaceAll((name, value) -> expressions.of(value));
    for (ResourceKind kind : kinds) {
      for (Document document : kind.documents(Arm.ARM)) {
        if (document.type().replaceFirst("@.*", "").equals(type) && fits(kind, document, body)) {
          int own = NamedGraph.type(kind).split("/", -1).length - 1;
          List<String> main = names.subList(0, own);
          found
              .computeIfAbsent(
                  NamedGraph.mark(NamedGraph.type(kind), main),
                  mark -> new Found(kind, main, new LinkedHashMap<>()))
              .documents()
              .put(document.name(), placed(kind, type, main, body, group));
          return;
        }
      }
    }
    throw new IllegalArgumentException("no kind of ours is a " + type);
  }

  /**
   * Of two kinds of one type the one whose constants are said; what is only referred to is none.
   */
  private static boolean fits(ResourceKind kind, Document document, Map<String, Value> body) {
    Obj always = kind.constants(Arm.ARM).getOrDefault(document.name(), Obj.EMPTY);
    return kind.attribute("name") != null
        && (!document.name().isEmpty() || holds(new Obj(body), always));
  }

  private static boolean holds(Value whole, Value part) {
    return (part instanceof Obj members && whole instanceof Obj there)
        ? members.members().entrySet().stream()
            .allMatch(each -> holds(there.get(each.getKey()), each.getValue()))
        : whole.equals(part);
  }

  /** With what a block says by where it stands, and by its name. */
  private static Obj placed(
      ResourceKind kind, String type, List<String> names, Map<String, Value> body, String group) {
    Map<String, Value> placed = new LinkedHashMap<>(body);
    int above = names.size() - 1;
    while (above > 0 && names.get(above - 1).equals("default")) {
      above--;
    }
    boolean isChild = has(kind, NamedGraph.PARENT);
    placed.put(
        "name", Value.text(String.join("/", names.subList(isChild ? above : 0, names.size()))));
    if (isChild) {
      String[] words = type.split("/", -1);
      String parent = String.join("/", List.of(words).subList(0, above + 1));
      placed.put(NamedGraph.PARENT, Value.text(NamedGraph.mark(parent, names.subList(0, above))));
    }
    if (has(kind, NamedGraph.GROUP)) {
      placed.put(NamedGraph.GROUP, Value.text(group));
    }
    if (has(kind, "scope")) {
      placed.putIfAbsent("scope", Value.text(NamedGraph.mark(GROUPS, List.of(group))));
    }
    return new Obj(placed);
  }

  private static boolean has(ResourceKind kind, String place) {
    return kind.shape().attributes().stream().anyMatch(each -> NamedGraph.isAt(each, place));
  }

  private NamedGraph graph() {
    Map<String, Said> things = new TreeMap<>();
    found.forEach(
        (mark, each) -> {
          Map<String, Value> said =
              new LinkedHashMap<>(
                  Lens.decode(each.kind().shape(), each.documents(), Arm.ARM).members());
          for (ResourceKind kind : kinds) {
            Listing listing = kind.listedIn(Arm.ARM);
            if (listing != null && standsIn(kind, each.kind())) {
              items(said.remove(listing.list()))
                  .forEach(item -> things.put(mark(kind, each, item), inside(kind, mark, item)));
            }
          }
          things.put(mark, new Said(each.kind(), new Obj(said)));
        });
    return new NamedGraph(things);
  }

  private static boolean standsIn(ResourceKind kind, ResourceKind host) {
    Attribute within = kind.attribute(String.valueOf(kind.within()));
    return within != null
        && within.shape() instanceof Shape.Reference to
        && to.kind().equals(host.id());
  }

  private static List<Obj> items(Value list) {
    return list instanceof Sequence all
        ? all.items().stream().map(Obj.class::cast).toList()
        : List.of();
  }

  private static String mark(ResourceKind kind, Found host, Obj item) {
    List<String> names = new ArrayList<>(host.names());
    names.add(text(item, "name"));
    return NamedGraph.mark(NamedGraph.type(kind), names);
  }

  private static Said inside(ResourceKind kind, String host, Obj item) {
    Map<String, Value> said = new LinkedHashMap<>(item.members());
    said.put(String.valueOf(kind.within()), Value.text(host));
    return new Said(kind, new Obj(said));
  }

  private static String text(Obj from, String member) {
    return TemplateExpressions.said(from.get(member));
  }
}
