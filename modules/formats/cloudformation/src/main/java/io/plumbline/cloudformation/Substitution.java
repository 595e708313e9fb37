package io.plumbline.cloudformation;

import io.plumbline.cloudformation.CloudFormationNames.Name;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of {@code Fn::Sub}: it reads best, but says not every text. <code>${Network}</code> and
 * <code>${Group.GroupId}</code> are references, <code>${!HOME}</code> is the text <code>${HOME}
 * </code>.
 */
final class Substitution {
  /** Literal text in braces that all readers of {@code Fn::Sub} take the same way. */
  private static final Pattern LITERAL = Pattern.compile("\\$\\{(?=[^}!])([^}{\"$\\n]*)\\}");

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)\\}");

  private Substitution() {}

  /** The text, or null if it can't be said so. */
  static @Nullable String write(Value.Join join, CloudFormationNames names) {
    StringBuilder out = new StringBuilder();
    for (Value part : join.parts()) {
      if (part instanceof Value.Ref ref) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) == '$') {
          return null;
        }
        Name name = names.spell(ref);
        if (name.composed() != null) {
          return null;
        }
        out.append("${").append(name.logicalId());
        out.append(name.attribute() == null ? "" : "." + name.attribute()).append('}');
      } else {
        String text = ((Value.Text) part).value();
        if (LITERAL.matcher(text).replaceAll("").contains("${")) {
          return null;
        }
        out.append(LITERAL.matcher(text).replaceAll("\\${!$1}"));
      }
    }
    return out.toString();
  }

  /** What the text says. The counterpart of {@link #write}. */
  static Value read(String text, CloudFormationNames names) {
    List<Value> parts = new ArrayList<>();
    Matcher found = REFERENCE.matcher(text);
    int at = 0;
    while (found.find()) {
      parts.add(Value.text(text.substring(at, found.start())));
      String inner = found.group(1);
      parts.add(
          inner.startsWith("!")
              ? Value.text("${" + inner.substring(1) + "}")
              : reference(inner, names));
      at = found.end();
    }
    parts.add(Value.text(text.substring(at)));
    return Value.join(parts);
  }

  private static Value reference(String inner, CloudFormationNames names) {
    int dot = inner.indexOf('.');
    return names.parse(
        dot < 0
            ? new Name(inner, null)
            : new Name(inner.substring(0, dot), inner.substring(dot + 1)));
  }
}
