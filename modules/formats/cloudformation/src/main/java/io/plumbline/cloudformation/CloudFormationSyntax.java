package io.plumbline.cloudformation;

import io.plumbline.cloudformation.CloudFormationNames.Name;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * Says values in CloudFormation's terms, as plain data, and understands them again. Law: {@code
 * parse(spell(x)) = x}.
 *
 * <p>Text with <code>${</code> is plain text to CloudFormation, but a forgotten {@code Fn::Sub} to
 * its linter, so the two characters stand in two parts of a {@code Fn::Join}. Scripts in {@code
 * Fn::Base64} stay as they are, unless a variable in them could be the name of something here.
 */
final class CloudFormationSyntax {
  private static final String REF = "Ref";
  private static final String GET_ATT = "Fn::GetAtt";
  private static final String JOIN = "Fn::Join";
  private static final String SUB = "Fn::Sub";
  private static final String BASE64 = "Fn::Base64";

  /**
   * Logical ids and pseudo parameters have a lower-case letter, a digit or colons; most variables
   * of shells do not.
   */
  private static final Pattern MAY_BE_NAME =
      Pattern.compile("\\$\\{[A-Z][A-Z]*(?:[a-z0-9]|::)[A-Za-z0-9_:.]*\\}");

  private final CloudFormationNames names;

  CloudFormationSyntax(CloudFormationNames names) {
    this.names = names;
  }

  /** The plain value that says {@code value}. */
  Value spell(Value value) {
    return switch (value) {
      case Value.Text text -> spellText(text);
      case Value.Ref ref -> reference(names.spell(ref));
      case Value.Join join -> spellJoin(join);
      case Value.Base64 encoded -> Value.object(BASE64, script(encoded.text()));
      case Value.Sequence sequence -> spellItems(sequence);
      case Value.Obj object -> spellMembers(object);
      case Value.Null plain -> plain;
      case Value.Bool plain -> plain;
      case Value.Int plain -> plain;
      case Value.Decimal plain -> plain;
      case Value.Digest special -> throw notSaid(special);
      case Value.Unknown special -> throw notSaid(special);
    };
  }

  private static IllegalArgumentException notSaid(Value value) {
    return new IllegalArgumentException("a template cannot say " + value);
  }

  private Value spellItems(Value.Sequence sequence) {
    List<Value> items = new ArrayList<>(sequence.items().size());
    sequence.items().forEach(item -> items.add(spell(item)));
    return Value.list(items);
  }

  Value.Obj spellMembers(Value.Obj object) {
    SequencedMap<String, Value> members = new LinkedHashMap<>();
    object.members().forEach((name, member) -> members.put(name, spell(member)));
    return Value.Obj.taking(members);
  }

  private static Value reference(Name name) {
    String attribute = name.attribute();
    String composed = name.composed();
    if (composed != null) {
      return Value.object(SUB, Value.text(composed));
    }
    return attribute == null
        ? Value.object(REF, Value.text(name.logicalId()))
        : Value.object(GET_ATT, Value.list(Value.text(name.logicalId()), Value.text(attribute)));
  }

  private Value script(Value text) {
    boolean plain = text instanceof Value.Text t && !MAY_BE_NAME.matcher(t.value()).find();
    return plain ? text : spell(text);
  }

  private static Value spellText(Value.Text text) {
    return text.value().contains("${") ? join(split(text.value())) : text;
  }

  private Value spellJoin(Value.Join join) {
    String substitution = Substitution.write(join, names);
    if (substitution != null) {
      return Value.object(SUB, Value.text(substitution));
    }
    List<Value> parts = new ArrayList<>();
    for (Value part : join.parts()) {
      if (part instanceof Value.Text text) {
        parts.addAll(split(text.value()));
      } else {
        parts.add(spell(part));
      }
    }
    return join(parts);
  }

  private static Value join(List<Value> parts) {
    return Value.object(JOIN, Value.list(Value.text(""), Value.list(parts)));
  }

  private static List<Value> split(String text) {
    List<Value> parts = new ArrayList<>();
    int from = 0;
    for (int at; (at = text.indexOf("${", from)) >= 0; from = at + 1) {
      parts.add(Value.text(text.substring(from, at + 1)));
    }
    parts.add(Value.text(text.substring(from)));
    return parts;
  }

  /** What a plain value says. The counterpart of {@link #spell}. */
  Value parse(Value plain) {
    return switch (plain) {
      case Value.Sequence sequence -> parseItems(sequence);
      case Value.Obj object -> parseObject(object);
      case Value.Text same -> same;
      case Value.Null same -> same;
      case Value.Bool same -> same;
      case Value.Int same -> same;
      case Value.Decimal same -> same;
      case Value.Ref special -> throw notPlain(special);
      case Value.Join special -> throw notPlain(special);
      case Value.Base64 special -> throw notPlain(special);
      case Value.Digest special -> throw notPlain(special);
      case Value.Unknown special -> throw notPlain(special);
    };
  }

  private Value.Sequence parseItems(Value.Sequence sequence) {
    return Value.list(sequence.items().stream().map(this::parse).toList());
  }

  private Value parseObject(Value.Obj object) {
    if (object.members().size() == 1) {
      Map.Entry<String, Value> only = object.members().entrySet().iterator().next();
      Value argument = only.getValue();
      switch (only.getKey()) {
        case REF -> {
          return names.parse(new Name(text(argument), null));
        }
        case GET_ATT -> {
          List<Value> both = ((Value.Sequence) argument).items();
          return names.parse(new Name(text(both.get(0)), text(both.get(1))));
        }
        case JOIN -> {
          return Value.join(
              parseItems((Value.Sequence) ((Value.Sequence) argument).items().get(1)).items());
        }
        case SUB -> {
          Name composed = Name.ofComposed(text(argument));
          return composed == null
              ? Substitution.read(text(argument), names)
              : names.parse(composed);
        }
        case BASE64 -> {
          return new Value.Base64(parse(argument));
        }
        default -> {}
      }
    }
    Map<String, Value> members = new LinkedHashMap<>();
    object.members().forEach((name, member) -> members.put(name, parse(member)));
    return new Value.Obj(members);
  }

  private static String text(Value value) {
    return ((Value.Text) value).value();
  }

  private static IllegalArgumentException notPlain(Value value) {
    return new IllegalArgumentException("not plain data: " + value);
  }
}
