package io.plumbline.test;

import io.plumbline.graph.Resource;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ObjectAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on one resource. Values are plain Java, as {@link Plain} says. */
public final class ResourceAssert extends AbstractAssert<ResourceAssert, Resource> {

  ResourceAssert(Resource actual) {
    super(actual, ResourceAssert.class);
  }

  /** It is of this kind: {@code "auto-scaling-group"}. */
  public ResourceAssert isA(String kind) {
    Assertions.assertThat(actual.kind().id()).as("kind of " + actual.address()).isEqualTo(kind);
    return this;
  }

  /**
   * An attribute has this value.
   *
   * @param path names of members, and places in lists from 0: {@code
   *     "blockDeviceMappings/0/ebs/volumeSize"}
   */
  public ResourceAssert has(String path, Object value) {
    attribute(path).isEqualTo(Plain.number(value));
    return this;
  }

  /** Nothing stands at this path. */
  public ResourceAssert hasNo(String path) {
    attribute(path).isNull();
    return this;
  }

  /** The value at this path, to look at it closely; null where nothing stands there. */
  public ObjectAssert<@Nullable Object> attribute(String path) {
    return new ObjectAssert<@Nullable Object>(Plain.at(actual.attributes(), path))
        .as(actual.address() + " " + path);
  }

  /** It cannot be got back, so that plans that would lose it are refused. */
  public ResourceAssert isProtected() {
    Assertions.assertThat(actual.keep()).as(actual.address() + " is protected").isTrue();
    return this;
  }
}
