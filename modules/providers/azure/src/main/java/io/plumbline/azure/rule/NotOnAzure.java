package io.plumbline.azure.rule;

import io.plumbline.azure.lower.Gaps;
import io.plumbline.azure.lower.Unsupported;
import io.plumbline.model.Component;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** A component, or something of it, that Azure does not have. */
final class NotOnAzure implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-001",
          "not to be had on Azure",
          "What Azure has no word for would be left out in silence.",
          "Plumbline, components by provider (docs/support-matrix.md)",
          "use what the message names in its place");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AzureScope scope, Problems problems) {
    for (Component component : scope.components()) {
      for (Unsupported gap : Gaps.of(component)) {
        problems.report(RULE, component, "got " + gap.why() + "; " + gap.instead());
      }
    }
  }
}
