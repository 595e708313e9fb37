package io.plumbline.drift;

import io.plumbline.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way in which the live environment is not as described. Never gains a member for one provider. */
public sealed interface Finding {

  Subject subject();

  /** Desired and not there. */
  record Missing(Subject subject) implements Finding {}

  /**
   * There, with another value.
   *
   * @param attribute canonical path: {@code maxSize}, {@code tags/team}, {@code networkInterfaces/0/groups}
   * @param desired null where the design says nothing and the provider's default is what is expected
   * @param observed null where nothing stands there
   * @param replaces whether mending it with the site's engine replaces the resource
   * @param follows addresses and attributes of findings that come from this one
   */
  record Changed(
      Subject subject,
      String attribute,
      @Nullable Value desired,
      @Nullable Value observed,
      boolean replaces,
      List<String> follows)
      implements Finding {}

  /** Carries our tags or stands in what is only ours, and is not in the design. */
  record Unmanaged(Subject subject, String reason) implements Finding {}

  /** A second live thing that claims to be {@code subject}; {@code subject.liveId} is the second one's. */
  record Duplicate(Subject subject, String original) implements Finding {}

  /**
   * Could not be read: neither equal nor drift.
   *
   * @param attribute null where the whole resource is meant
   */
  record Undetermined(Subject subject, @Nullable String attribute, String reason) implements Finding {}
}
