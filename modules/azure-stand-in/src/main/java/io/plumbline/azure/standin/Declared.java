package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A resource that a template declares, once its name is worked out.
 *
 * @param symbol its symbolic name; empty where the template has none
 * @param loop name of the copy loop that it comes from; empty for none
 * @param evaluation in its turn of the loop
 */
record Declared(
    ResourceId id, String symbol, String loop, String version, Obj json, Evaluation evaluation) {
  private static final Set<String> ENVELOPE =
      Set.of(
          "type",
          "apiVersion",
          "name",
          "comments",
          "condition",
          "dependsOn",
          "copy",
          "resources",
          "scope",
          "metadata",
          "existing",
          "resourceGroup",
          "subscriptionId");

  private static final Pattern SYMBOL = Pattern.compile("reference\\('([A-Za-z0-9_]+)'");

  /** All that a template declares and its conditions let through, in the order that it takes. */
  static List<Declared> of(Evaluation evaluation) {
    List<Declared> all = new ArrayList<>();
    switch (evaluation.template().get("resources")) {
      case Sequence list ->
          list.items().forEach(each -> add("", (Obj) each, "", "", evaluation, all));
      case Obj object ->
          object.members().forEach((s, each) -> add(s, (Obj) each, "", "", evaluation, all));
      default -> throw Refusal.badTemplate("The template property 'resources' is not valid.");
    }
    Set<String> ids = new HashSet<>();
    for (Declared each : all) {
      if (!ids.add(each.id.key())) {
        throw Refusal.badTemplate("The resource '" + each.id + "' is defined multiple times.");
      }
    }
    return sorted(all);
  }

  private static void add(
      String symbol,
      Obj json,
      String types,
      String names,
      Evaluation evaluation,
      List<Declared> to) {
    if (!(json.get("copy") instanceof Obj copy)) {
      addOne(symbol, json, "", types, names, evaluation, to);
      return;
    }
    long count = ((Value.Int) evaluation.of(copy.get("count"))).value();
    String loop = String.valueOf(Docs.text(copy, "name"));
    for (long i = 0; i < count; i++) {
      addOne("", json, loop, types, names, evaluation.turn(i), to);
    }
  }

  private static void addOne(
      String symbol,
      Obj json,
      String loop,
      String types,
      String names,
      Evaluation evaluation,
      List<Declared> to) {
    if (json.has("condition") && !Functions.isTrue(evaluation.of(json.get("condition")))) {
      return;
    }
    String type = types + Docs.text(json, "type");
    String name = names + Functions.text(evaluation.of(json.get("name")));
    ResourceId id = id(type, name, json, evaluation);
    if (!symbol.isEmpty()) {
      evaluation.name(symbol, id);
    }
    if (!Functions.isTrue(json.get("existing"))) {
      String version = String.valueOf(Docs.text(json, "apiVersion"));
      to.add(new Declared(id, symbol, loop, version, json, evaluation));
    }
    for (Value child : Docs.items(json, "resources")) {
      Obj inner = Docs.with((Obj) child, "dependsOn", withParent(child, id));
      add("", inner, type + "/", name + "/", evaluation, to);
    }
  }

  private static Value withParent(Value child, ResourceId parent) {
    List<Value> needs = new ArrayList<>(Docs.items(child, "dependsOn"));
    needs.add(Value.text(parent.toString()));
    return Value.list(needs);
  }

  private static ResourceId id(String type, String name, Obj json, Evaluation evaluation) {
    List<String> names = List.of(name.split("/", -1));
    if (type.split("/", -1).length - 1 != names.size()) {
      throw Refusal.badTemplate(
          "the resource '" + name + "' of type '" + type + "' has incorrect segment lengths.");
    }
    String on = json.has("scope") ? Functions.text(evaluation.of(json.get("scope"))) : "";
    Scope scope = evaluation.scope();
    if (json.has("resourceGroup")) {
      String group = Functions.text(evaluation.of(json.get("resourceGroup")));
      scope = new Scope(scope.subscription(), group);
    }
    return on.isEmpty() ? scope.resource(type, names) : new ResourceId(on, type, names);
  }

  /** What a PUT sends. */
  Obj body() {
    Map<String, Value> members = new LinkedHashMap<>();
    json.members()
        .forEach(
            (name, value) -> {
              if (!ENVELOPE.contains(name)) {
                members.put(name, evaluation.of(value));
              }
            });
    return new Obj(members);
  }

  /** Each behind what it needs, else in the order of the template. */
  private static List<Declared> sorted(List<Declared> all) {
    Map<String, List<Declared>> called = new HashMap<>();
    for (Declared each : all) {
      for (String name : List.of(each.symbol, each.loop, each.id.key(), each.id.name())) {
        called.computeIfAbsent(name, n -> new ArrayList<>()).add(each);
      }
    }
    Set<Declared> sorted = new LinkedHashSet<>();
    for (Declared each : all) {
      each.settle(called, sorted, new LinkedHashSet<>());
    }
    return List.copyOf(sorted);
  }

  private void settle(
      Map<String, List<Declared>> called, Set<Declared> sorted, Set<Declared> waiting) {
    if (sorted.contains(this)) {
      return;
    }
    if (!waiting.add(this)) {
      throw Refusal.badTemplate("Circular dependency detected on resource: '" + id + "'.");
    }
    for (String need : needs()) {
      for (Declared other : called.getOrDefault(need, List.of())) {
        if (!other.equals(this)) {
          other.settle(called, sorted, waiting);
        }
      }
    }
    waiting.remove(this);
    sorted.add(this);
  }

  /** Said outright, or by a reference to a symbolic name. */
  private Set<String> needs() {
    Set<String> needs = new LinkedHashSet<>();
    for (Value need : Docs.items(json, "dependsOn")) {
      String text = Functions.text(evaluation.of(need));
      boolean isId = text.toLowerCase(Locale.ROOT).startsWith("/subscriptions/");
      needs.add(isId ? text.toLowerCase(Locale.ROOT) : text);
    }
    Docs.texts(
        Docs.without(json, "dependsOn"),
        "",
        (path, text) -> {
          Matcher references = SYMBOL.matcher(text);
          while (references.find()) {
            needs.add(references.group(1));
          }
          return Value.text(text);
        });
    return needs;
  }

  /** Two are equal where they are the same one. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Declared declared && declared.id.key().equals(id.key());
  }

  @Override
  public int hashCode() {
    return id.key().hashCode();
  }
}
