package io.plumbline.cloudformation;

import io.plumbline.model.Target;
import java.util.regex.Pattern;

/**
 * The name of a target's stack: {@code ENVIRONMENT-STACK-SITE}, in the characters and the length
 * that CloudFormation takes. Two sites may share an account and a region.
 */
final class StackName {
  private static final int LONGEST = 128;
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z][-A-Za-z0-9]*");

  private StackName() {}

  static String of(Target target) {
    String name = target.path().replace('/', '-');
    if (name.length() <= LONGEST && ALLOWED.matcher(name).matches()) {
      return name;
    }
    String words = "p-" + name.replaceAll("[^-A-Za-z0-9]", "-");
    String hash = "-" + LogicalId.hash(name);
    return words.substring(0, Math.min(words.length(), LONGEST - hash.length())) + hash;
  }
}
