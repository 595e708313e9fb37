package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out what stands in a template at one scope, with its parameters and variables. */
final class Evaluation {
  private final World world;
  private final Scope scope;
  private final String deployment;
  private final @Nullable String location;
  private final Obj template;
  private final Obj parameters;
  private final Map<String, ResourceId> symbols;
  private final @Nullable Long index;

  Evaluation(
      World world,
      Scope scope,
      String deployment,
      @Nullable String location,
      Obj template,
      Obj parameters) {
    this(world, scope, deployment, location, template, parameters, new LinkedHashMap<>(), null);
  }

  private Evaluation(
      World world,
      Scope scope,
      String deployment,
      @Nullable String location,
      Obj template,
      Obj parameters,
      Map<String, ResourceId> symbols,
      @Nullable Long index) {
    this.world = world;
    this.scope = scope;
    this.deployment = deployment;
    this.location = location;
    this.template = template;
    this.parameters = parameters;
    this.symbols = symbols;
    this.index = index;
  }

  /** The same in one turn of a copy loop. */
  Evaluation turn(long number) {
    return new Evaluation(
        world, scope, deployment, location, template, parameters, symbols, number);
  }

  Scope scope() {
    return scope;
  }

  Obj template() {
    return template;
  }

  /** Says what a symbolic name stands for. */
  void name(String symbol, ResourceId id) {
    symbols.put(symbol, id);
  }

  Value of(Value value) {
    return switch (value) {
      case Value.Text text -> text(text.value());
      case Sequence list -> Value.list(list.items().stream().map(this::of).toList());
      case Obj object -> {
        if (object.has("copy") && object.get("copy") instanceof Sequence) {
          throw Refusal.badTemplate("the stand-in knows no copy loops of properties.");
        }
        Map<String, Value> members = new LinkedHashMap<>();
        object.members().forEach((name, each) -> members.put(Functions.text(text(name)), of(each)));
        yield new Obj(members);
      }
      default -> value;
    };
  }

  private Value text(String text) {
    if (Expression.is(text)) {
      return of(ExpressionReader.read(text));
    }
    return Value.text(text.startsWith("[[") ? text.substring(1) : text);
  }

  private Value of(Expression expression) {
    return switch (expression) {
      case Expression.Literal literal -> literal.value();
      case Expression.Inside inside -> inside(of(inside.of()), of(inside.key()));
      case Expression.Call call -> call(call);
    };
  }

  private static Value inside(Value value, Value key) {
    if (value instanceof Sequence list && key instanceof Value.Int number) {
      return list.items().get((int) number.value());
    }
    String name = Functions.text(key);
    if (value instanceof Obj object) {
      for (Map.Entry<String, Value> each : object.members().entrySet()) {
        if (each.getKey().equalsIgnoreCase(name)) {
          return each.getValue();
        }
      }
    }
    throw new Refusal(
        400, "DeploymentFailed", "The language expression property '" + name + "' doesn't exist.");
  }

  private Value call(Expression.Call call) {
    String name = call.name().toLowerCase(Locale.ROOT);
    if (name.equals("if")) {
      return of(call.arguments().get(Functions.isTrue(of(call.arguments().get(0))) ? 1 : 2));
    }
    List<Value> given = call.arguments().stream().map(this::of).toList();
    return switch (name) {
      case "parameters" -> parameter(Functions.text(given.get(0)));
      case "variables" -> of(declared("variables", Functions.text(given.get(0))));
      case "resourceid" -> Value.text(resourceId(given).toString());
      case "subscriptionresourceid" -> Value.text(at(subscription(), given).toString());
      case "extensionresourceid" -> Value.text(extension(given).toString());
      case "reference" -> reference(given);
      case "resourcegroup" -> world.require(group());
      case "subscription" ->
          Value.object(
              "id", Value.text("/subscriptions/" + scope.subscription()),
              "subscriptionId", Value.text(scope.subscription()),
              "tenantId", Value.text(Computed.TENANT));
      case "tenant" -> Value.object("tenantId", Value.text(Computed.TENANT));
      case "deployment" ->
          Value.object(
              "name",
              Value.text(deployment),
              "location",
              location == null ? Value.NULL : Value.text(location));
      case "copyindex" -> copyIndex(given);
      default -> Functions.call(call.name(), given);
    };
  }

  private Value parameter(String name) {
    Value declared = declared("parameters", name);
    if (parameters.has(name)) {
      return parameters.get(name);
    }
    if (declared instanceof Obj object && object.has("defaultValue")) {
      return of(object.get("defaultValue"));
    }
    throw Refusal.badTemplate(
        "The value for the template parameter '" + name + "' is not provided.");
  }

  private Value declared(String section, String name) {
    Obj all = Docs.object(template, section);
    if (!all.has(name)) {
      throw Refusal.badTemplate("The template " + section + " has no '" + name + "'.");
    }
    return all.get(name);
  }

  private Scope subscription() {
    return new Scope(scope.subscription(), null);
  }

  private ResourceId group() {
    if (scope.group() == null) {
      throw Refusal.badTemplate(
          "The template function 'resourceGroup' is not expected at the scope of a subscription.");
    }
    return scope.resource(ResourceId.GROUP, List.of(scope.group()));
  }

  /** What stands before the type says where: a subscription, a group, or both. */
  private ResourceId resourceId(List<Value> given) {
    int type = 0;
    while (!Functions.text(given.get(type)).contains("/")) {
      type++;
    }
    List<Value> rest = given.subList(type, given.size());
    return switch (type) {
      case 0 -> at(scope, rest);
      case 1 -> at(new Scope(scope.subscription(), Functions.text(given.get(0))), rest);
      default -> at(new Scope(Functions.text(given.get(0)), Functions.text(given.get(1))), rest);
    };
  }

  private static ResourceId at(Scope scope, List<Value> typeAndNames) {
    String type = Functions.text(typeAndNames.get(0));
    List<String> names = new ArrayList<>();
    for (Value name : typeAndNames.subList(1, typeAndNames.size())) {
      names.addAll(List.of(Functions.text(name).split("/", -1)));
    }
    if (type.split("/", -1).length - 1 != names.size()) {
      throw Refusal.badTemplate(
          "the type '"
              + type
              + "' requires '"
              + (type.split("/", -1).length - 1)
              + "' resource name argument(s), and got "
              + names
              + ".");
    }
    return scope.resource(type, names);
  }

  private ResourceId extension(List<Value> given) {
    ResourceId plain = at(scope, given.subList(1, given.size()));
    return new ResourceId(Functions.text(given.get(0)), plain.type(), plain.names());
  }

  private Value reference(List<Value> given) {
    String what = Functions.text(given.get(0));
    ResourceId symbol = symbols.get(what);
    ResourceId id = symbol != null ? symbol : ResourceId.parse(what);
    if (id == null) {
      throw Refusal.badTemplate(
          "the stand-in resolves references by id and by symbolic name, and not '" + what + "'.");
    }
    Obj found = world.require(id);
    boolean full = given.size() > 2 && Functions.text(given.get(2)).equalsIgnoreCase("Full");
    return full ? found : found.get("properties");
  }

  private Value copyIndex(List<Value> given) {
    if (index == null) {
      throw Refusal.badTemplate("The template function 'copyIndex' is not expected here.");
    }
    boolean offset = !given.isEmpty() && given.get(given.size() - 1) instanceof Value.Int;
    return Value.whole(index + (offset ? ((Value.Int) given.get(given.size() - 1)).value() : 0));
  }
}
