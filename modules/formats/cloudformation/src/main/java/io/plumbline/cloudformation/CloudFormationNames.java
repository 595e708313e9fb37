package io.plumbline.cloudformation;

import io.plumbline.value.Value;
import org.jspecify.annotations.Nullable;

/** How references are spelled in a template. */
interface CloudFormationNames {

  /**
   * A logical id or parameter, and one of its attributes.
   *
   * @param attribute null for what {@code Ref} gives
   */
  record Name(String logicalId, @Nullable String attribute) {}

  Name spell(Value.Ref ref);

  Value.Ref parse(Name name);
}
