package io.plumbline.e2e.law;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import io.plumbline.kind.Lens;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes a configuration of Terraform in JSON to a graph: blocks of one local name are the
 * documents of one resource. It reads templates by itself, without the code that wrote them.
 */
final class ConfigurationGraph {
  private static final Pattern PART =
      Pattern.compile("(\\$\\$\\{|%%\\{)|\\$\\{\"((?:[^\"\\\\]|\\\\.)*)\"}|\\$\\{([^}\"]*)}");

  private static final Pattern ENCODED =
      Pattern.compile("\\$\\{base64encode\\(\"(.*)\"\\)}", Pattern.DOTALL);

  private final List<ResourceKind> kinds;
  private final ResourceGraph existing;

  /**
   * Nothing is read yet.
   *
   * @param kinds those that the provider knows
   * @param existing what is there already, to which variables refer
   */
  ConfigurationGraph(List<ResourceKind> kinds, ResourceGraph existing) {
    this.kinds = kinds;
    this.existing = existing;
  }

  /** What a configuration says; with what is there already. */
  ResourceGraph read(Obj root) {
    Map<String, ResourceKind> byAddress = new LinkedHashMap<>();
    Map<String, Map<String, Obj>> documents = new LinkedHashMap<>();
    ((Obj) root.get("resource"))
        .members()
        .forEach(
            (type, blocks) ->
                ((Obj) blocks)
                    .members()
                    .forEach(
                        (local, body) -> {
                          ResourceKind kind = kind(type);
                          byAddress.put(address(local), kind);
                          documents
                              .computeIfAbsent(address(local), a -> new LinkedHashMap<>())
                              .put(document(kind, type), (Obj) parse(body));
                        }));
    List<Resource> resources =
        new ArrayList<>(existing.resources().stream().filter(each -> !each.isOurs()).toList());
    byAddress.forEach(
        (address, kind) ->
            resources.add(
                Resource.of(
                    address,
                    kind,
                    Lens.decode(kind.shape(), documents.get(address), Dialect.TERRAFORM),
                    null)));
    return new ResourceGraph(resources);
  }

  private ResourceKind kind(String type) {
    return kinds.stream()
        .filter(kind -> kind.attribute("name") != null)
        .filter(
            kind ->
                kind.documents(Dialect.TERRAFORM).stream()
                    .anyMatch(document -> document.type().equals(type)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of ours is a " + type));
  }

  private static String document(ResourceKind kind, String type) {
    return kind.documents(Dialect.TERRAFORM).stream()
        .filter(document -> document.type().equals(type))
        .map(Document::name)
        .findFirst()
        .orElseThrow();
  }

  private static String address(String local) {
    return local.replaceFirst("^_", "").replace("___", ":").replace('_', '/');
  }

  private Value parse(Value value) {
    return switch (value) {
      case Value.Text text -> text(text.value());
      case Value.Sequence list -> Value.list(list.items().stream().map(this::parse).toList());
      case Obj object -> {
        Map<String, Value> members = new LinkedHashMap<>();
        object
            .members()
            .forEach(
                (name, member) -> members.put(((Value.Text) text(name)).value(), parse(member)));
        yield new Obj(members);
      }
      default -> value;
    };
  }

  private Value text(String text) {
    Matcher encoded = ENCODED.matcher(text);
    if (encoded.matches()) {
      return new Value.Base64(parts(unescaped(encoded.group(1))));
    }
    return parts(text);
  }

  private Value parts(String text) {
    List<Value> parts = new ArrayList<>();
    Matcher part = PART.matcher(text);
    int from = 0;
    while (part.find()) {
      parts.add(Value.text(text.substring(from, part.start())));
      if (part.group(1) != null) {
        parts.add(Value.text(part.group(1).substring(1)));
      } else if (part.group(2) != null) {
        parts.add(Value.text(unescaped(part.group(2))));
      } else {
        parts.add(reference(part.group(3)));
      }
      from = part.end();
    }
    parts.add(Value.text(text.substring(from)));
    return Value.join(parts);
  }

  private static String unescaped(String text) {
    return text.replace("\\r", "\r")
        .replace("\\n", "\n")
        .replace("\\t", "\t")
        .replace("\\\"", "\"")
        .replace("\\\\", "\\");
  }

  /** {@code var.zone__name}, {@code azurerm_subnet.net_private.id}. */
  private Value reference(String expression) {
    String[] words = expression.split("\\.", 3);
    if (words[0].equals("var")) {
      String[] variable = words[1].replaceFirst("^_", "").split("(?<!_)__(?!_)", 2);
      return Value.ref(address(variable[0]), variable.length < 2 ? "id" : variable[1]);
    }
    ResourceKind kind = kind(words[0]);
    String spelled = words[2].replace("[0].", "/");
    return kind.outputs().stream()
        .filter(output -> spelled.equals(kind.output(output, Dialect.TERRAFORM)))
        .findFirst()
        .map(output -> Value.ref(address(words[1]), output))
        .orElseThrow(() -> new IllegalArgumentException("no output of ours: " + expression));
  }
}
