package io.plumbline.aws.rule;

import io.plumbline.model.Component;
import io.plumbline.model.RawSetting;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.List;
import java.util.stream.Collectors;

/** A raw setting for a part that the component does not have. */
final class RawPartUnknown implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-RAW-002",
          "raw setting for no part",
          "It would be written nowhere, and nobody would notice.",
          "Plumbline, escape hatch",
          "name one of the parts that the message lists");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (Component component : scope.components()) {
      for (RawSetting raw : component.identity().raw()) {
        List<String> parts = scope.partsOf(component);
        if (!parts.isEmpty() && !parts.contains(raw.part())) {
          problems.report(
              RULE,
              component,
              "got part \""
                  + raw.part()
                  + "\"; there are: "
                  + parts.stream().map(p -> "\"" + p + "\"").collect(Collectors.joining(", ")));
        }
      }
    }
  }
}
