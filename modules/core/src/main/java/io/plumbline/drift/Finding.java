package io.plumbline.drift;

import io.plumbline.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in which the live environment is not as described. Never gains a member for one provider.
 */
public sealed interface Finding {

  Subject subject();

  /**
   * Desired and not there.
   *
   * @param follows addresses, with attributes where one is meant, that are amiss for this alone:
   *     what stood in it, what refers to it
   */
  record Missing(Subject subject, List<String> follows) implements Finding {
    public Missing {
      follows = List.copyOf(follows);
    }
  }

  /**
   * There, with another value.
   *
   * @param attribute canonical path: {@code maxSize}, {@code tags/team}, {@code
   *     networkInterfaces/0/groups}
   * @param desired with live ids in place of references; of a set, what is not there; null where
   *     the design says nothing
   * @param observed of a set, what should not be there; null where nothing stands there
   * @param replaces whether mending it with the site's engine replaces the resource
   * @param byHand whether no engine sets it, so that somebody has to: how many GPUs there are
   * @param follows addresses and attributes of findings that come from this one
   */
  record Changed(
      Subject subject,
      String attribute,
      @Nullable Value desired,
      @Nullable Value observed,
      boolean replaces,
      boolean byHand,
      List<String> follows)
      implements Finding {
    public Changed {
      follows = List.copyOf(follows);
    }

    /** Of what the site's engine sets. */
    public Changed(
        Subject subject,
        String attribute,
        @Nullable Value desired,
        @Nullable Value observed,
        boolean replaces,
        List<String> follows) {
      this(subject, attribute, desired, observed, replaces, false, follows);
    }
  }

  /**
   * Carries our tags or stands in what is only ours, and is not in the design.
   *
   * @param observed what tells it from others of its kind: of a rule, what it lets through
   * @param removal the provider's command that removes it; null where none is known
   */
  record Unmanaged(Subject subject, String reason, Value.Obj observed, @Nullable String removal)
      implements Finding {

    /** Where no command is known. */
    public Unmanaged(Subject subject, String reason, Value.Obj observed) {
      this(subject, reason, observed, null);
    }
  }

  /**
   * A second live thing that claims to be {@code subject}; {@code subject.liveId} is the second
   * one's.
   *
   * @param removal the provider's command that removes the second one; null where none is known
   */
  record Duplicate(Subject subject, String original, @Nullable String removal) implements Finding {

    /** Where no command is known. */
    public Duplicate(Subject subject, String original) {
      this(subject, original, null);
    }
  }

  /**
   * Could not be read: neither equal nor drift.
   *
   * @param attribute null where the whole resource is meant
   * @param follows addresses and attributes of findings that tell of the same: what is known of a
   *     thing that cannot be reached, by others that cannot reach it either
   */
  record Undetermined(
      Subject subject, @Nullable String attribute, String reason, List<String> follows)
      implements Finding {
    public Undetermined {
      follows = List.copyOf(follows);
    }

    /** Of which nobody else tells. */
    public Undetermined(Subject subject, @Nullable String attribute, String reason) {
      this(subject, attribute, reason, List.of());
    }
  }
}
