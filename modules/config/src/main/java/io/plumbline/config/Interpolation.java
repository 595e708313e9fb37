package io.plumbline.config;

import io.plumbline.value.Value;
import io.plumbline.yaml.YamlNode;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts environment variables into the values of a file: {@code ${NAME}}, or {@code
 * ${NAME:-default}}. A dollar sign before it makes plain text of it. Not meant for secrets: what
 * stands in the file may end up in artefacts.
 */
final class Interpolation {
  private static final Pattern FORM =
      Pattern.compile("\\$\\$\\{|\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}|\\$\\{");

  /** Where a variable was missing: reported already, so nothing else is said about the place. */
  static final Value UNKNOWN = new Value.Unknown("environment variable not set");

  private final Function<String, @Nullable String> variables;
  private final Problems problems;

  Interpolation(Function<String, @Nullable String> variables, Problems problems) {
    this.variables = variables;
    this.problems = problems;
  }

  YamlNode in(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar -> in(scalar);
      case YamlNode.Sequence sequence ->
          new YamlNode.Sequence(
              sequence.items().stream().map(this::in).toList(), sequence.line(), sequence.column());
      case YamlNode.Mapping mapping ->
          new YamlNode.Mapping(
              mapping.members().stream().map(this::in).toList(), mapping.line(), mapping.column());
    };
  }

  private YamlNode.Member in(YamlNode.Member member) {
    return new YamlNode.Member(member.name(), in(member.node()), member.line(), member.column());
  }

  /** The result is text that is not quoted, so that it can stand for a number too. */
  private YamlNode in(YamlNode.Scalar scalar) {
    if (!scalar.text().contains("${")) {
      return scalar;
    }
    StringBuilder text = new StringBuilder();
    boolean known = true;
    Matcher matcher = FORM.matcher(scalar.text());
    while (matcher.find()) {
      String value = value(matcher, scalar);
      known &= value != null;
      matcher.appendReplacement(text, Matcher.quoteReplacement(value == null ? "" : value));
    }
    matcher.appendTail(text);
    Value value = known ? Value.text(text.toString()) : UNKNOWN;
    return new YamlNode.Scalar(value, text.toString(), false, scalar.line(), scalar.column());
  }

  private @Nullable String value(Matcher found, YamlNode.Scalar scalar) {
    String name = found.group(1);
    if (found.group().equals("$${")) {
      return "${";
    }
    if (name == null) {
      problems.refused(
          "",
          "\"" + scalar.text() + "\"",
          "variables are written ${NAME} or ${NAME:-default}",
          scalar.line());
      return null;
    }
    String value = variables.apply(name);
    String otherwise = found.group(2);
    if (value == null && otherwise == null) {
      problems.unset(name, scalar.line());
    }
    return otherwise != null && (value == null || value.isEmpty()) ? otherwise : value;
  }
}
