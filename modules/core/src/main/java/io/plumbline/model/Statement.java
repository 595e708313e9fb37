package io.plumbline.model;

import io.plumbline.value.Value;
import java.util.List;

/**
 * Actions, and the things that they may be done to.
 *
 * @param allow whether it allows or denies; a denial wins over whatever allows
 * @param actions as the provider names them: {@code s3:GetObject}
 * @param resources texts, outputs of components, or both joined
 */
public record Statement(boolean allow, List<String> actions, List<Value> resources) {
  public Statement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
  }
}
