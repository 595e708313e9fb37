package io.plumbline.drift;

import io.plumbline.graph.IdentityTags;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A live thing that is no resource of the design.
 *
 * @param kind id of its kind
 * @param address which resource it claims to be, where it is a duplicate; null where it is none
 * @param unmanaged why it is ours all the same; null where it is a duplicate, or somebody else's
 * @param near which resource it stands in, or has the tags of; null where none is known
 * @param observed the attributes that it is known by
 * @param removal the provider's command that removes it; null where none is known
 * @param unclear why it cannot be told whether it is ours; null where it can
 */
public record Stray(
    String kind,
    String liveId,
    Map<String, String> tags,
    @Nullable String address,
    @Nullable String unmanaged,
    @Nullable String near,
    Value.Obj observed,
    @Nullable String removal,
    @Nullable String unclear) {
  public Stray {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  /** The same, of which that cannot be told. */
  Stray withUnclear(@Nullable String reason) {
    return new Stray(kind, liveId, tags, address, unmanaged, near, observed, removal, reason);
  }

  /** {@code environment/stack} of which it carries the tags; null where it carries none. */
  @Nullable String claimant() {
    String stack = tags.get(IdentityTags.STACK);
    String environment = tags.get(IdentityTags.ENVIRONMENT);
    return stack == null || environment == null ? null : environment + "/" + stack;
  }

  /** Whether it carries the tags of a target's stack and environment. */
  boolean claims(Target target) {
    return (target.environment() + "/" + target.stack()).equals(claimant());
  }

  /** Whether it is nothing of ours, or one of {@code neighbours} answers for it. */
  boolean isSomebodyElses(Neighbours neighbours) {
    String stack = tags.get(IdentityTags.STACK);
    String environment = tags.get(IdentityTags.ENVIRONMENT);
    boolean answered =
        stack != null
            && environment != null
            && neighbours.answerFor(environment, stack, kind, tags.get(IdentityTags.ID));
    return address == null && (unmanaged == null || answered);
  }
}
