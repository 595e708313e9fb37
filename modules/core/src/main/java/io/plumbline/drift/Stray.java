package io.plumbline.drift;

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
 */
public record Stray(
    String kind,
    String liveId,
    Map<String, String> tags,
    @Nullable String address,
    @Nullable String unmanaged,
    @Nullable String near,
    Value.Obj observed) {
  public Stray {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  boolean isSomebodyElses() {
    return address == null && unmanaged == null;
  }
}
