package io.plumbline.aws.rule;

import io.plumbline.model.AnyRole;
import io.plumbline.model.Statement;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.value.Value;
import java.util.Optional;

/** A role's statement is on something that is no ARN. */
final class ResourceName implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-ROLE-005",
          "resource not named as AWS names them",
          "IAM refuses the whole policy, in the middle of a deploy: resources must be in ARN"
              + " format or \"*\".",
          "AWS IAM User Guide, IAM JSON policy elements: Resource",
          "write its ARN, such as arn:aws:s3:::BUCKET/*; of a component of this stack, say"
              + " bucket.arn() or bucket.objects()");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (AnyRole role : scope.all(AnyRole.class)) {
      for (Statement statement : role.statements()) {
        statement.resources().stream()
            .flatMap(resource -> start(resource).stream())
            .filter(start -> !start.equals("*") && !start.startsWith("arn:"))
            .forEach(
                start ->
                    problems.report(
                        RULE,
                        role,
                        "got \"" + start + "\"; allowed is \"*\", or what begins with \"arn:\""));
      }
    }
  }

  /** The text that it begins with; none where that is a reference, which AWS alone can tell. */
  private static Optional<String> start(Value resource) {
    Value first = resource instanceof Value.Join join ? join.parts().get(0) : resource;
    return first instanceof Value.Text text ? Optional.of(text.value()) : Optional.empty();
  }
}
