package io.plumbline.rule;

import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.model.RawSetting;

/** A raw setting that does not say why it is needed, or where it stands. */
final class RawWithoutReason implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-RAW-001",
          "raw setting without a reason",
          "Raw settings go past the model; without a reason nobody dares to remove one.",
          "Plumbline, escape hatch",
          "say because what it is needed, and the path that it stands at");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (Component component : design.components()) {
      for (RawSetting raw : component.identity().raw()) {
        if (raw.because().isBlank()) {
          problems.report(
              RULE,
              component,
              "got raw " + raw.dialect().id() + " " + raw.path() + " with no reason");
        }
        if (raw.path().isBlank()) {
          problems.report(RULE, component, "got raw " + raw.dialect().id() + " with no path");
        }
      }
    }
  }
}
