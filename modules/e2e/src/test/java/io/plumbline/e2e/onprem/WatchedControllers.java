package io.plumbline.e2e.onprem;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.Stack;

/** Machines with controllers that a test mounts; the machines themselves answer nobody. */
public final class WatchedControllers implements Stack<WatchedControllers.Parameters> {
  static final String NAME = "watched-controllers";

  /** Nothing differs. */
  public record Parameters() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters parameters) {
    ControllersIT.describe(blueprint.site());
  }
}
