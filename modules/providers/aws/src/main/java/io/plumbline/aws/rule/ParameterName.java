package io.plumbline.aws.rule;

import io.plumbline.model.Parameter;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.Locale;

/** A parameter whose name Systems Manager refuses, or that another one of the stack has. */
final class ParameterName implements Check<AwsScope> {
  private static final int LEVELS = 15;

  /** The ARN in front counts too. */
  private static final int LENGTH = 900;

  private static final Rule RULE =
      Rule.error(
          "PLB-PARAM-001",
          "parameter name not allowed",
          "Systems Manager refuses it; names that begin with aws or ssm are its own.",
          "AWS Systems Manager API Reference, PutParameter: Name",
          "use letters, digits and ._-, or a path of such words that begins with a slash:"
              + " /fleet/prod/image");

  private static final NamesOnce NAMES =
      new NamesOnce(
          RULE,
          ParameterName::allowed,
          "up to "
              + LENGTH
              + " of [a-zA-Z0-9._-], in a path of up to "
              + LEVELS
              + " levels, beginning with neither aws nor ssm");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    NAMES.check(scope.all(Parameter.class), scope::nameOf, problems);
  }

  private static boolean allowed(String name) {
    String bare = name.startsWith("/") ? name.substring(1) : name;
    String start = bare.toLowerCase(Locale.ROOT);
    return name.length() <= LENGTH
        && name.matches("[a-zA-Z0-9._-]+|(/[a-zA-Z0-9._-]+)+")
        && bare.split("/", -1).length <= LEVELS
        && !start.startsWith("aws")
        && !start.startsWith("ssm");
  }
}
