package io.plumbline.dsl;

import io.plumbline.model.Statement;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Says what a statement's actions may be done to. Needed: {@link #on}. */
public final class StatementBuilder {
  private final InstanceRoleBuilder role;
  private final boolean allow;
  private final List<String> actions;
  private final List<Value> resources = new ArrayList<>();

  StatementBuilder(InstanceRoleBuilder role, boolean allow, List<String> actions) {
    this.role = role;
    this.allow = allow;
    this.actions = actions;
  }

  /** On outputs of components: {@code bucket.objects()}, {@code bucket.arn()}. */
  public InstanceRoleBuilder on(Value... things) {
    resources.addAll(List.of(things));
    return role;
  }

  /** On what these texts name: an ARN, maybe with wildcards. */
  public InstanceRoleBuilder on(String... things) {
    for (String thing : things) {
      resources.add(Value.text(thing));
    }
    return role;
  }

  Statement build() {
    return new Statement(allow, actions, resources);
  }
}
