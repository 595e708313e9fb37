package io.plumbline.drift;

import org.jspecify.annotations.Nullable;

/**
 * Who else is deployed, and answers for what they have: other stacks, and this one at other sites.
 * Anybody may tag a thing with the name of a stack that is there; only what that stack has is
 * somebody else's.
 */
@FunctionalInterface
public interface Neighbours {
  /** Nobody is known. */
  Neighbours NONE = (environment, stack, kind, address) -> false;

  /**
   * Whether one of them has it, where this one is checked.
   *
   * @param kind id of its kind
   * @param address as its tag says; null where none does
   */
  boolean answerFor(String environment, String stack, String kind, @Nullable String address);
}
