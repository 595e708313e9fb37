package io.plumbline.terraform;

import io.plumbline.value.Marks;
import io.plumbline.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Says values in Terraform's JSON syntax, as plain data, and understands them again. In it every
 * text, and every name in a map, is a template. Law: {@code parse(spell(x)) = x}, but for base64
 * without references inside, which is worked out right away.
 */
final class TerraformSyntax {
  private static final String ENCODE = "${base64encode(\"";
  private static final String ENCODED = "\")}";

  private final TerraformNames names;

  TerraformSyntax(TerraformNames names) {
    this.names = names;
  }

  /** The plain value that says {@code value}. */
  Value spell(Value value) {
    return switch (value) {
      case Value.Text text -> Value.text(Template.literal(text.value()));
      case Value.Ref ref -> Value.text(Template.write(ref, names));
      case Value.Join join -> Value.text(Template.write(join, names));
      case Value.Base64 encoded -> base64(encoded.text());
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
    return new IllegalArgumentException("a configuration cannot say " + value);
  }

  private Value spellItems(Value.Sequence sequence) {
    List<Value> items = new ArrayList<>(sequence.items().size());
    sequence.items().forEach(item -> items.add(spell(item)));
    return Value.list(items);
  }

  Value.Obj spellMembers(Value.Obj object) {
    SequencedMap<String, Value> members = new LinkedHashMap<>();
    object.members().forEach((name, member) -> members.put(Template.literal(name), spell(member)));
    return Value.Obj.taking(members);
  }

  private Value base64(Value text) {
    boolean known = Marks.parts(text).stream().allMatch(Value.Text.class::isInstance);
    return known
        ? Value.text(encode(Marks.parts(text)))
        : Value.text(ENCODE + Template.writeQuoted(text, names) + ENCODED);
  }

  private static String encode(List<Value> texts) {
    StringBuilder joined = new StringBuilder();
    texts.forEach(text -> joined.append(((Value.Text) text).value()));
    return Base64.getEncoder().encodeToString(joined.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** What a plain value says. The counterpart of {@link #spell}. */
  Value parse(Value plain) {
    return switch (plain) {
      case Value.Text text -> parseText(text.value());
      case Value.Sequence sequence ->
          Value.list(sequence.items().stream().map(this::parse).toList());
      case Value.Obj object -> {
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(parseName(name), parse(member)));
        yield new Value.Obj(members);
      }
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

  private Value parseText(String text) {
    if (text.startsWith(ENCODE) && text.endsWith(ENCODED)) {
      String inner = text.substring(ENCODE.length(), text.length() - ENCODED.length());
      return new Value.Base64(Template.readQuoted(inner, names));
    }
    return Template.read(text, names);
  }

  private String parseName(String name) {
    return ((Value.Text) Template.read(name, names)).value();
  }

  private static IllegalArgumentException notPlain(Value value) {
    return new IllegalArgumentException("not plain data: " + value);
  }
}
