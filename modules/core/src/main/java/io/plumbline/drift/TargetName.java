package io.plumbline.drift;

import io.plumbline.model.Target;

/** A stack on a site of the environment at hand, by names alone. */
public record TargetName(String stack, String site) {

  public static TargetName of(Target target) {
    return new TargetName(target.stack(), target.site().name());
  }

  /** As people call it. */
  @Override
  public String toString() {
    return stack + " on " + site;
  }
}
