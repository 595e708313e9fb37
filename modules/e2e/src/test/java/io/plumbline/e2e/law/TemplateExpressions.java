package io.plumbline.e2e.law;

import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Works out the expressions of one template: the functions that Plumbline writes, and no other. Ids
 * become the names of {@link NamedGraph}.
 */
final class TemplateExpressions {
  private final Map<String, Value> parameters;

  /** With the values of the template's parameters. */
  TemplateExpressions(Map<String, Value> parameters) {
    this.parameters = parameters;
  }

  /** A value with all expressions in it worked out. */
  Value of(Value value) {
    return switch (value) {
      case Value.Text text -> text(text.value());
      case Value.Sequence list -> Value.list(list.items().stream().map(this::of).toList());
      case Obj object -> {
        Map<String, Value> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(said(text(name)), of(member)));
        yield new Obj(members);
      }
      default -> value;
    };
  }

  private Value text(String text) {
    if (!text.startsWith("[") || !text.endsWith("]")) {
      return Value.text(text);
    }
    return text.startsWith("[[")
        ? Value.text(text.substring(1))
        : new Reading(text.substring(1, text.length() - 1)).whole();
  }

  static String said(Value value) {
    return ((Value.Text) value).value();
  }

  /** One expression while it is read. */
  private final class Reading {
    private final String text;
    private int at;

    Reading(String text) {
      this.text = text;
    }

    Value whole() {
      Value value = value();
      if (at < text.length()) {
        throw new IllegalArgumentException("not understood from " + at + ": " + text);
      }
      return value;
    }

    private Value value() {
      return text.charAt(at) == '\'' ? quoted() : members(call());
    }

    private Value quoted() {
      StringBuilder out = new StringBuilder();
      for (at++; ; at++) {
        if (text.charAt(at) != '\'') {
          out.append(text.charAt(at));
        } else if (at + 1 < text.length() && text.charAt(at + 1) == '\'') {
          out.append(text.charAt(at++));
        } else {
          at++;
          return Value.text(out.toString());
        }
      }
    }

    private Value call() {
      int open = text.indexOf('(', at);
      String function = text.substring(at, open);
      List<Value> arguments = new ArrayList<>();
      for (at = open + 1; text.charAt(at) != ')'; ) {
        arguments.add(value());
        if (text.startsWith(", ", at)) {
          at += 2;
        }
      }
      at++;
      return called(function, arguments);
    }

    /** What stands in what was called: of a parameter, or of a thing. */
    private Value members(Value value) {
      int from = at;
      while (at < text.length()
          && (text.charAt(at) == '.' || Character.isJavaIdentifierPart(text.charAt(at)))) {
        at++;
      }
      String path = text.substring(from, at).replaceFirst("^\\.", "");
      if (path.isEmpty()) {
        return value;
      }
      return Value.text(
          said(value).startsWith("«parameter ")
              ? NamedGraph.parameter(path)
              : NamedGraph.asked(said(value), "properties/" + path.replace('.', '/')));
    }
  }

  private Value called(String function, List<Value> arguments) {
    return switch (function) {
      case "resourceId", "subscriptionResourceId" ->
          Value.text(
              NamedGraph.mark(
                  said(arguments.get(0)),
                  arguments.stream().skip(1).map(TemplateExpressions::said).toList()));
      case "parameters" -> parameter(said(arguments.get(0)));
      case "reference" -> arguments.get(0);
      case "concat" -> Value.join(arguments);
      case "json" -> JsonReader.read(said(arguments.get(0)));
      case "base64" -> new Value.Base64(arguments.get(0));
      default -> throw new IllegalArgumentException("a function that nobody writes: " + function);
    };
  }

  private Value parameter(String name) {
    Value value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the template declares no parameter " + name);
    }
    return value;
  }
}
