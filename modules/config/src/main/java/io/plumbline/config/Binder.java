package io.plumbline.config;

import io.plumbline.config.ParameterType.Field;
import io.plumbline.config.ParameterType.Presence;
import io.plumbline.value.Value;
import io.plumbline.yaml.YamlDocument;
import io.plumbline.yaml.YamlNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a piece of YAML into the value that a {@link ParameterType} asks for. What does not fit is
 * reported and left out, and the rest is looked at nevertheless; null says that a problem was
 * reported.
 */
final class Binder {
  private final Problems problems;
  private final Path root;

  /** A binder of one file's values, which may name other files below {@code root}. */
  Binder(Problems problems, Path root) {
    this.problems = problems;
    this.root = root;
  }

  @Nullable Object bind(ParameterType type, YamlNode node, String path) {
    if (node instanceof YamlNode.Scalar scalar && scalar.value() instanceof Value.Unknown) {
      return null;
    }
    return switch (type) {
      case ParameterType.Text text -> text(text, node, path);
      case ParameterType.Whole whole -> whole(whole, node, path);
      case ParameterType.Decimal number -> number(node, path);
      case ParameterType.Flag flag -> flag(node, path);
      case ParameterType.Choice choice -> choice(choice, node, path);
      case ParameterType.Quantity quantity -> quantity(quantity, node, path);
      case ParameterType.ListOf list -> list(list, node, path);
      case ParameterType.MapOf map -> map(map, node, path);
      case ParameterType.Section section -> section(section, node, path);
      case ParameterType.Variants variants -> variants(variants, node, path);
      case ParameterType.ContentOf content -> content(content, node, path);
      case ParameterType.WordOr either ->
          bind(node instanceof YamlNode.Scalar ? either.word() : either.section(), node, path);
      case ParameterType.Place place -> problems.line(node.line());
      case ParameterType.Maybe maybe -> {
        Object value = bind(maybe.type(), node, path);
        yield value == null ? null : Optional.of(value);
      }
    };
  }

  private @Nullable Object text(ParameterType.Text type, YamlNode node, String path) {
    if (!(node.value() instanceof Value.Text text)) {
      String fix =
          node instanceof YamlNode.Scalar s && !s.text().isEmpty()
              ? "put it into quotes: \"" + s.text() + "\""
              : "write text";
      return wrong(path, node, type.form(), fix);
    }
    if (type.pattern() != null && !text.value().matches(type.pattern())) {
      problems.refused(path, shown(node), "it must be " + type.form(), node.line());
      return null;
    }
    return text.value();
  }

  private @Nullable Object whole(ParameterType.Whole type, YamlNode node, String path) {
    BigDecimal number = numberIn(node);
    if (number == null || number.stripTrailingZeros().scale() > 0) {
      return wrong(path, node, "a whole number", "write a whole number, without quotes");
    }
    if (number.compareTo(BigDecimal.valueOf(type.min())) < 0
        || number.compareTo(BigDecimal.valueOf(type.max())) > 0) {
      problems.refused(
          path, shown(node), "it must be from " + type.min() + " to " + type.max(), node.line());
      return null;
    }
    boolean isInt = type.max() <= Integer.MAX_VALUE && type.min() >= Integer.MIN_VALUE;
    return isInt ? (Object) number.intValueExact() : (Object) number.longValueExact();
  }

  private @Nullable Object number(YamlNode node, String path) {
    BigDecimal number = numberIn(node);
    return number == null
        ? wrong(path, node, "a number", "write a number, without quotes")
        : number;
  }

  private static @Nullable BigDecimal numberIn(YamlNode node) {
    return switch (node.value()) {
      case Value.Int whole -> BigDecimal.valueOf(whole.value());
      case Value.Decimal decimal -> decimal.value();
      case Value.Text text when node instanceof YamlNode.Scalar scalar && !scalar.quoted() ->
          parsed(text.value());
      default -> null;
    };
  }

  private static @Nullable BigDecimal parsed(String text) {
    return text.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?") ? new BigDecimal(text) : null;
  }

  private @Nullable Object flag(YamlNode node, String path) {
    if (node.value() instanceof Value.Bool flag) {
      return flag.value();
    }
    boolean plain = node instanceof YamlNode.Scalar scalar && !scalar.quoted();
    if (plain && node.value() instanceof Value.Text text && text.value().matches("true|false")) {
      return text.value().equals("true");
    }
    return wrong(path, node, "true, false", "write true or false, without quotes");
  }

  private @Nullable Object choice(ParameterType.Choice type, YamlNode node, String path) {
    if (!(node.value() instanceof Value.Text text)) {
      return wrong(path, node, Problems.listed(type.words()), "take one of these");
    }
    if (!type.words().contains(text.value())) {
      problems.notOneOf(path, text.value(), type.words(), node.line());
      return null;
    }
    return type.make().apply(text.value());
  }

  private @Nullable Object quantity(ParameterType.Quantity type, YamlNode node, String path) {
    if (!(node.value() instanceof Value.Text text)) {
      return wrong(path, node, "a " + type.name(), "write it as text with its unit");
    }
    try {
      return type.parse().apply(text.value());
    } catch (IllegalArgumentException | ArithmeticException e) {
      problems.refused(path, shown(node), String.valueOf(e.getMessage()), node.line());
      return null;
    }
  }

  private @Nullable Object list(ParameterType.ListOf type, YamlNode node, String path) {
    if (!(node instanceof YamlNode.Sequence sequence)) {
      return wrong(path, node, "a list", "write it as [a, b], or as lines that begin with \"- \"");
    }
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      Object item = bind(type.item(), sequence.items().get(i), path + "[" + i + "]");
      if (item != null) {
        items.add(item);
      }
    }
    return items.size() < sequence.items().size() ? null : List.copyOf(items);
  }

  private @Nullable Object map(ParameterType.MapOf type, YamlNode node, String path) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return wrong(path, node, "named values", "write them as \"name: value\" lines");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (YamlNode.Member member : mapping.members()) {
      if (!member.name().matches(type.names())) {
        problems.refused(
            path, "\"" + member.name() + "\"", "a name must be " + type.form(), member.line());
      }
      Object value = bind(type.value(), member.node(), inside(path, member.name()));
      if (value != null) {
        values.put(member.name(), value);
      }
    }
    return values.size() < mapping.members().size() ? null : Collections.unmodifiableMap(values);
  }

  private @Nullable Object section(ParameterType.Section type, YamlNode node, String path) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return wrong(
          path,
          node,
          "a section with " + Problems.listed(names(type)),
          "write it as \"name: value\" lines");
    }
    boolean whole = knowsAllKeys(type, mapping, path);
    Map<String, Object> values = new LinkedHashMap<>();
    for (Field field : type.fields()) {
      whole &= field(field, mapping, path, values);
    }
    return whole ? make(type, values, node, path) : null;
  }

  private @Nullable Object variants(ParameterType.Variants type, YamlNode node, String path) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return wrong(path, node, "a section", "write it as \"name: value\" lines");
    }
    YamlNode.Member member = mapping.find(type.by());
    if (member == null || !(member.node().value() instanceof Value.Text word)) {
      problems.missing(path, type.by(), Problems.listed(type.words()), mapping.line());
      return null;
    }
    ParameterType.Section section = type.sections().get(word.value());
    if (section != null) {
      return section(section, mapping, path);
    }
    String nearest = Nearest.to(word.value(), type.words());
    if (nearest != null) {
      // What else is wrong is told by what was probably meant.
      section(
          Objects.requireNonNull(type.sections().get(nearest)),
          with(mapping, member, nearest),
          path);
    }
    problems.notOneOf(inside(path, type.by()), word.value(), type.words(), member.line());
    return null;
  }

  private static YamlNode.Mapping with(
      YamlNode.Mapping mapping, YamlNode.Member member, String word) {
    int line = member.line();
    YamlNode meant = new YamlNode.Scalar(Value.text(word), word, false, line, member.column());
    List<YamlNode.Member> members = new ArrayList<>(mapping.members());
    members.set(
        members.indexOf(member), new YamlNode.Member(member.name(), meant, line, member.column()));
    return new YamlNode.Mapping(members, mapping.line(), mapping.column());
  }

  private @Nullable Object content(ParameterType.ContentOf type, YamlNode node, String path) {
    if (!(node.value() instanceof Value.Text text)) {
      return wrong(path, node, "the path of " + type.name(), "write the path below the project");
    }
    ProjectFile file = ProjectFile.find(root, text.value(), path, node.line(), problems);
    return file == null ? null : type.read().read(file, problems);
  }

  private boolean knowsAllKeys(ParameterType.Section type, YamlNode.Mapping mapping, String path) {
    List<String> allowed = names(type);
    boolean all = true;
    for (YamlNode.Member member : mapping.members()) {
      if (!allowed.contains(member.name())) {
        problems.unknownKey(path, member.name(), allowed, member.line(), type.otherKeys());
        all = false;
      }
    }
    return all;
  }

  private static List<String> names(ParameterType.Section type) {
    return type.fields().stream()
        .filter(f -> !(f.type() instanceof ParameterType.Place))
        .map(Field::name)
        .toList();
  }

  /** Adds the field's value; false where there is none and should be. */
  private boolean field(
      Field field, YamlNode.Mapping mapping, String path, Map<String, Object> values) {
    if (field.type() instanceof ParameterType.Place) {
      values.put(field.name(), problems.line(mapping.line()));
      return true;
    }
    YamlNode.Member member = mapping.find(field.name());
    if (member == null || member.node().value() instanceof Value.Null) {
      return absent(field, member == null ? mapping.line() : member.line(), path, values);
    }
    Object value = bind(field.type(), member.node(), inside(path, field.name()));
    if (value != null) {
      values.put(field.name(), value);
    }
    return value != null;
  }

  private boolean absent(Field field, int line, String path, Map<String, Object> values) {
    if (field.otherwise() != null) {
      values.put(field.name(), otherwise(field));
    } else if (field.type() instanceof ParameterType.Maybe) {
      values.put(field.name(), Optional.empty());
    } else if (field.presence() == Presence.REQUIRED) {
      problems.missing(path, field.name(), TypeNames.of(field.type()), line);
      return false;
    }
    return true;
  }

  private Object otherwise(Field field) {
    Problems none = new Problems("@Default of " + field.name());
    YamlNode node = YamlDocument.read(String.valueOf(field.otherwise()), none.file());
    Object value = new Binder(none, root).bind(field.type(), node, field.name());
    none.throwIfAny();
    if (value == null) {
      throw new IllegalArgumentException(none.file() + " gives no value");
    }
    return value;
  }

  private @Nullable Object make(
      ParameterType.Section type, Map<String, Object> values, YamlNode node, String path) {
    try {
      return type.make().apply(values);
    } catch (IllegalArgumentException | ArithmeticException e) {
      problems.refused(path, "these values together", String.valueOf(e.getMessage()), node.line());
      return null;
    }
  }

  private @Nullable Object wrong(String path, YamlNode node, String wanted, String fix) {
    problems.wrongType(path, shown(node), wanted, node.line(), fix);
    return null;
  }

  private static String shown(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar when scalar.value() instanceof Value.Null -> "nothing";
      case YamlNode.Scalar scalar ->
          scalar.value() instanceof Value.Text ? "\"" + scalar.text() + "\"" : scalar.text();
      case YamlNode.Sequence sequence -> "a list";
      case YamlNode.Mapping mapping -> "a section";
    };
  }

  static String inside(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
