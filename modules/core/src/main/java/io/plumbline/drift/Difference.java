package io.plumbline.drift;

import io.plumbline.value.Value;
import org.jspecify.annotations.Nullable;

/** A place of one resource at which desired and observed are not the same, or it cannot be said. */
sealed interface Difference {

  /** Canonical path: {@code tags/team}. */
  String path();

  /**
   * Another value.
   *
   * @param wanted as the design has it, references and all
   * @param desired the same with live ids in place of references
   * @param byHand whether no engine sets it
   */
  record Changed(
      String path,
      @Nullable Value wanted,
      @Nullable Value desired,
      @Nullable Value observed,
      boolean replaces,
      boolean byHand)
      implements Difference {}

  /** Refers to what is missing: once that is there again, this will have to change. */
  record Follows(String path, String missing) implements Difference {}

  /** What stands there, or what should, could not be read. */
  record Unclear(String path, String reason) implements Difference {}

  /** The provider's API says it to nobody, or the engine that deploys has no word for it. */
  record Unreadable(String path, String reason) implements Difference {}
}
