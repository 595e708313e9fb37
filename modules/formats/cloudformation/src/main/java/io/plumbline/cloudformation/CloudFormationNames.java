package io.plumbline.cloudformation;

import io.plumbline.value.Value;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How references are spelled in a template. */
interface CloudFormationNames {

  /**
   * A logical id or parameter, and one of its attributes.
   *
   * @param attribute null for what {@code Ref} gives; text with <code>${Ref}</code> in it for what
   *     the template has to compose, such as an ARN that no attribute has
   */
  record Name(String logicalId, @Nullable String attribute) {
    private static final String REF = "${Ref}";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9]+)\\}");

    /** The text of {@code Fn::Sub} that composes it; null for a plain reference. */
    @Nullable String composed() {
      return attribute != null && attribute.contains(REF)
          ? attribute.replace(REF, "${" + logicalId + "}")
          : null;
    }

    /**
     * What such a text says. Pseudo parameters stand in nothing else that this dialect writes; null
     * for text without.
     */
    static @Nullable Name ofComposed(String text) {
      Matcher variable = VARIABLE.matcher(text);
      return text.contains("${AWS::") && variable.find()
          ? new Name(variable.group(1), text.replace(variable.group(), REF))
          : null;
    }
  }

  Name spell(Value.Ref ref);

  Value.Ref parse(Name name);
}
