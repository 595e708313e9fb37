package io.plumbline.synth;

import java.util.Objects;

/** The version of Plumbline that runs: stands in manifests and plan files. */
public final class ToolVersion {
  private ToolVersion() {}

  /** As the jar says; {@code development} where the classes come from no jar. */
  public static String current() {
    return Objects.requireNonNullElse(
        ToolVersion.class.getPackage().getImplementationVersion(), "development");
  }
}
