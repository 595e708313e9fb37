package io.plumbline.dsl;

import io.plumbline.model.Statement;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what a statement's actions may be done to. Needed: {@link #on}.
 *
 * @param <B> what goes on with the role
 */
public final class StatementBuilder<B> {
  private final B role;
  private final boolean allow;
  private final List<String> actions;
  private final List<Value> resources = new ArrayList<>();

  StatementBuilder(B role, boolean allow, List<String> actions) {
    this.role = role;
    this.allow = allow;
    this.actions = actions;
  }

  /** On outputs of components: {@code bucket.objects()}, {@code bucket.arn()}. */
  public B on(Value... things) {
    resources.addAll(List.of(things));
    return role;
  }

  /** On what these texts name: an ARN, maybe with wildcards. */
  public B on(String... things) {
    for (String thing : things) {
      resources.add(Value.text(thing));
    }
    return role;
  }

  Statement build() {
    return new Statement(allow, actions, resources);
  }
}
