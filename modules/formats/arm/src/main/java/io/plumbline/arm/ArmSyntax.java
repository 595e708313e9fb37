package io.plumbline.arm;

import io.plumbline.graph.Input;
import io.plumbline.graph.Resource;
import io.plumbline.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Says values in a template's terms, as plain data. Ids follow from names, so that a reference to
 * one is worked out before anything is made; what only the made thing knows is asked of it.
 */
final class ArmSyntax {
  /** The one member of which Azure wants ids as names. */
  private static final String IDENTITIES = "userAssignedIdentities";

  private final ArmGraph graph;
  private final Inputs inputs;

  ArmSyntax(ArmGraph graph, Inputs inputs) {
    this.graph = graph;
    this.inputs = inputs;
  }

  /** The parameter, or the member of one, with an output of something that exists already. */
  static String parameter(Input input) {
    return Inputs.name(input.resource().address(), input.output());
  }

  /** The plain value that says {@code value}. */
  Value spell(Value value) {
    return switch (value) {
      case Value.Text text -> Value.text(Expression.literal(text.value()));
      case Value.Ref ref -> reference(ref);
      case Value.Join join -> Value.text(Expression.whole(expression(join)));
      case Value.Base64 encoded -> base64(encoded.text());
      case Value.Sequence sequence ->
          Value.list(sequence.items().stream().map(this::spell).toList());
      case Value.Obj object -> spellMembers(object);
      case Value.Null plain -> plain;
      case Value.Bool plain -> plain;
      case Value.Int plain -> plain;
      case Value.Decimal number -> fraction(number);
      case Value.Digest special -> throw notSaid(special);
      case Value.Unknown special -> throw notSaid(special);
    };
  }

  private static IllegalArgumentException notSaid(Value value) {
    return new IllegalArgumentException("a template cannot say " + value);
  }

  /** Templates have whole numbers alone; one with a fraction is read out of its text. */
  private static Value fraction(Value.Decimal number) {
    return number.value().scale() <= 0
        ? Value.whole(number.value().longValueExact())
        : Value.text(
            Expression.whole(
                Expression.call(
                    "json", List.of(Expression.quoted(number.value().toPlainString())))));
  }

  Value.Obj spellMembers(Value.Obj object) {
    SequencedMap<String, Value> members = new LinkedHashMap<>();
    object
        .members()
        .forEach(
            (name, member) ->
                members.put(
                    name,
                    name.equals(IDENTITIES) && member instanceof Value.Sequence ids
                        ? names(ids)
                        : spell(member)));
    return Value.Obj.taking(members);
  }

  /** An object whose names are ids. */
  private Value names(Value.Sequence ids) {
    SequencedMap<String, Value> members = new LinkedHashMap<>();
    ids.items().forEach(id -> members.put(((Value.Text) spell(id)).value(), Value.Obj.EMPTY));
    return Value.Obj.taking(members);
  }

  private Value reference(Value.Ref ref) {
    return Value.text(Expression.whole(expression(ref)));
  }

  private Value base64(Value text) {
    return text instanceof Value.Text known
        ? Value.text(
            Base64.getEncoder().encodeToString(known.value().getBytes(StandardCharsets.UTF_8)))
        : Value.text(Expression.whole(Expression.call("base64", List.of(expression(text)))));
  }

  private String expression(Value value) {
    return switch (value) {
      case Value.Text text -> Expression.quoted(text.value());
      case Value.Ref ref -> expression(ref);
      case Value.Join join ->
          Expression.call("concat", join.parts().stream().map(this::expression).toList());
      default -> throw new IllegalArgumentException("not part of a text: " + value);
    };
  }

  private String expression(Value.Ref ref) {
    Resource target = graph.get(ref.resource());
    if (!target.isOurs()) {
      return inputs.expression(ref);
    }
    String output = target.kind().output(ref.output(), ArmFormat.ARM);
    if (output == null) {
      throw new IllegalArgumentException(
          target.address() + ": " + target.kind().id() + " has no output " + ref.output());
    }
    return switch (output) {
      case "id" -> id(target);
      case "name" -> Expression.quoted(graph.names(target).getLast());
      default -> asked(target, output);
    };
  }

  /** The id of what is ours, as an expression. */
  String id(Resource resource) {
    return id(ArmType.of(resource.kind()), graph.names(resource));
  }

  /** The id of what is called so, as an expression. */
  static String id(ArmType type, List<String> names) {
    List<String> arguments = new ArrayList<>();
    arguments.add(Expression.quoted(type.name()));
    names.forEach(name -> arguments.add(Expression.quoted(name)));
    return Expression.call(type.isGroup() ? "subscriptionResourceId" : "resourceId", arguments);
  }

  /** What only the thing itself knows: a member of its properties. */
  private String asked(Resource resource, String output) {
    String path = output.substring(output.indexOf('/') + 1).replace('/', '.');
    String version = Expression.quoted(ArmType.of(resource.kind()).version());
    return Expression.call("reference", List.of(id(resource), version)) + "." + path;
  }
}
