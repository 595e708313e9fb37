package io.plumbline.kind;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What of a kind may be amiss only because something else is: several layers see one thing that
 * broke, and it is reported once, with all that tells of it.
 *
 * @param attribute the attribute, or a path to what is below it; empty for that nothing can be said
 *     of the whole
 * @param via the attribute that refers to the thing where the cause is; null for the thing itself
 * @param follows whether what was observed, as text, or why it was not, may come of a change at a
 *     path there
 * @param outOfReach whether what was observed, as text, only says that the thing there cannot be
 *     reached, as the reason why nothing could be read of it says too
 */
public record Symptom(
    String attribute,
    @Nullable String via,
    BiPredicate<String, String> follows,
    BiPredicate<String, String> outOfReach) {

  /** One that a change alone brings about. */
  public Symptom(String attribute, @Nullable String via, BiPredicate<String, String> follows) {
    this(attribute, via, follows, (said, reason) -> false);
  }

  /** Whether it is about this path; null for the whole. */
  public boolean isAt(@Nullable String path) {
    return path == null
        ? attribute.isEmpty()
        : path.equals(attribute) || path.startsWith(attribute + "/");
  }
}
