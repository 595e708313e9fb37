package io.plumbline.config;

import io.plumbline.config.ParameterType.Field;
import io.plumbline.config.ParameterType.Presence;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.yaml.YamlDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema (2020-12) of environment files, with which editors complete and check them. */
public final class EnvironmentSchema {
  private static final Value VARIABLE = Value.object("$ref", Value.text("#/$defs/variable"));

  private EnvironmentSchema() {}

  /** The schema as JSON text, for the stacks that there are. */
  public static String of(Map<String, Class<? extends Record>> stacks) {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("$schema", Value.text("https://json-schema.org/draft/2020-12/schema"));
    members.put("title", Value.text("Plumbline environment"));
    members.putAll(((Value.Obj) schema(FileLayout.of("", stacks))).members());
    members.put(
        "$defs",
        Value.object(
            "variable",
            Value.object(
                "type", Value.text("string"),
                "pattern", Value.text("\\$\\{"),
                "description",
                    Value.text("${NAME} or ${NAME:-default}: an environment variable"))));
    return JsonWriter.pretty(new Value.Obj(members)) + "\n";
  }

  private static Value schema(ParameterType type) {
    return switch (type) {
      case ParameterType.Text text -> text(text);
      case ParameterType.Whole whole -> orVariable(whole(whole));
      case ParameterType.Decimal number -> orVariable(ofType("number"));
      case ParameterType.Flag flag -> orVariable(ofType("boolean"));
      case ParameterType.Choice choice ->
          orVariable(Value.object("enum", Value.texts(choice.words())));
      case ParameterType.Quantity quantity ->
          Value.object(
              "type", Value.text("string"), "description", Value.text("a " + quantity.name()));
      case ParameterType.ListOf list ->
          Value.object("type", Value.text("array"), "items", schema(list.item()));
      case ParameterType.MapOf map -> map(map);
      case ParameterType.Section section -> section(section);
      case ParameterType.Variants variants ->
          Value.object(
              "oneOf",
              Value.list(
                  variants.sections().values().stream().map(EnvironmentSchema::section).toList()));
      case ParameterType.ContentOf content ->
          Value.object(
              "type", Value.text("string"),
              "description", Value.text("the path of " + content.name() + " below the project"));
      case ParameterType.WordOr either ->
          Value.object("anyOf", Value.list(schema(either.word()), schema(either.section())));
      case ParameterType.Place place -> Value.NULL;
      case ParameterType.Maybe maybe -> schema(maybe.type());
    };
  }

  private static Value ofType(String name) {
    return Value.object("type", Value.text(name));
  }

  private static Value orVariable(Value schema) {
    return Value.object("anyOf", Value.list(schema, VARIABLE));
  }

  private static Value text(ParameterType.Text type) {
    if (type.pattern() == null) {
      return ofType("string");
    }
    return orVariable(
        Value.object(
            "type", Value.text("string"),
            "pattern", Value.text("^" + type.pattern() + "$"),
            "description", Value.text(type.form())));
  }

  private static Value whole(ParameterType.Whole type) {
    boolean bounded = type.min() > Integer.MIN_VALUE;
    return Value.object(
        "type", Value.text("integer"),
        "minimum", bounded ? Value.whole(type.min()) : Value.NULL,
        "maximum", bounded ? Value.whole(type.max()) : Value.NULL);
  }

  private static Value map(ParameterType.MapOf type) {
    Value names = Value.object("pattern", Value.text("^" + type.names() + "$"));
    return Value.object(
        "type", Value.text("object"),
        "propertyNames", type.names().equals(".*") ? Value.NULL : names,
        "additionalProperties", schema(type.value()));
  }

  private static Value section(ParameterType.Section type) {
    List<Field> fields =
        type.fields().stream().filter(f -> !(f.type() instanceof ParameterType.Place)).toList();
    Map<String, Value> properties = new LinkedHashMap<>();
    fields.forEach(field -> properties.put(field.name(), field(field)));
    List<String> required =
        fields.stream().filter(f -> f.presence() == Presence.REQUIRED).map(Field::name).toList();
    return Value.object(
        "type",
        Value.text("object"),
        "properties",
        new Value.Obj(properties),
        "required",
        required.isEmpty() ? Value.NULL : Value.texts(required),
        "additionalProperties",
        Value.flag(false));
  }

  private static Value field(Field field) {
    Map<String, Value> members = new LinkedHashMap<>();
    if (!field.about().isEmpty()) {
      members.put("description", Value.text(field.about()));
    }
    ((Value.Obj) schema(field.type())).members().forEach(members::putIfAbsent);
    if (field.otherwise() != null) {
      members.put("default", YamlDocument.read(field.otherwise(), field.name()).value());
    }
    return new Value.Obj(members);
  }
}
