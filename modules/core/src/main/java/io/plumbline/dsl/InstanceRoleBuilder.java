package io.plumbline.dsl;

import io.plumbline.model.InstanceRole;

/** Sets up what nodes may do at the provider's API. */
public final class InstanceRoleBuilder extends RightsBuilder<InstanceRole, InstanceRoleBuilder> {

  InstanceRoleBuilder(Order order) {
    super("role", order);
  }

  @Override
  InstanceRoleBuilder self() {
    return this;
  }

  @Override
  InstanceRole build() {
    return new InstanceRole(identity(), statements(), managedPolicies());
  }
}
