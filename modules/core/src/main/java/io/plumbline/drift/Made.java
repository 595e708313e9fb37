package io.plumbline.drift;

import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value.Obj;

/**
 * A live thing that a resource of the design made: a node of a scaling group.
 *
 * @param liveId what the provider calls it
 * @param attributes all that was read of it
 */
public record Made(ResourceKind kind, String liveId, Obj attributes) {}
