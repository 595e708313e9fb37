package io.plumbline.aws.rule;

import io.plumbline.model.Parameter;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.value.Marks;
import io.plumbline.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A parameter that holds nothing, too much, or what Systems Manager would take for its own. */
final class ParameterValue implements Check<AwsScope> {
  private static final int STANDARD = 4 * 1024;
  private static final int ADVANCED = 8 * 1024;

  private static final Rule RULE =
      Rule.error(
          "PLB-PARAM-002",
          "parameter value not allowed",
          "Systems Manager refuses it in the middle of a deploy.",
          "AWS Systems Manager API Reference, PutParameter: Value",
          "hold up to 4 KB, or with large() up to 8; no {{…}} inside, and no comma in an item of a"
              + " list");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (Parameter parameter : scope.all(Parameter.class)) {
      List<Value> texts = parameter.texts();
      long limit = parameter.large() ? ADVANCED : STANDARD;
      long bytes = texts.stream().mapToLong(ParameterValue::bytes).sum() + texts.size() - 1;
      if (!texts.isEmpty() && bytes > limit) {
        problems.report(RULE, parameter, "got " + bytes + " bytes; allowed are " + limit);
      }
      if (texts.contains(Value.text(""))) {
        problems.report(RULE, parameter, "got an empty text");
      }
      if (texts.stream().anyMatch(text -> holds(text, "{{"))) {
        problems.report(RULE, parameter, "got {{, which stands for another parameter");
      }
      if (parameter.list() && texts.stream().anyMatch(text -> holds(text, ","))) {
        problems.report(RULE, parameter, "got a comma in an item of a list");
      }
    }
  }

  /** What a reference will say is not known yet: at least nothing. */
  private static long bytes(Value value) {
    return Marks.parts(value).stream()
        .mapToLong(
            p -> p instanceof Value.Text t ? t.value().getBytes(StandardCharsets.UTF_8).length : 0)
        .sum();
  }

  private static boolean holds(Value value, String part) {
    return Marks.parts(value).stream()
        .anyMatch(p -> p instanceof Value.Text t && t.value().contains(part));
  }
}
