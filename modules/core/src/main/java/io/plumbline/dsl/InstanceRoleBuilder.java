package io.plumbline.dsl;

import io.plumbline.model.InstanceRole;
import io.plumbline.model.Statement;
import java.util.ArrayList;
import java.util.List;

/** Sets up what nodes may do at the provider's API. With no statement they may do nothing. */
public final class InstanceRoleBuilder extends ComponentBuilder<InstanceRole, InstanceRoleBuilder> {
  private final List<StatementBuilder> statements = new ArrayList<>();
  private final List<String> managedPolicies = new ArrayList<>();

  InstanceRoleBuilder(Order order) {
    super("role", order);
  }

  /**
   * Allows these actions, on what {@link StatementBuilder#on} says: {@code
   * allow("s3:GetObject").on(bucket.objects())}.
   */
  public StatementBuilder allow(String... actions) {
    return statement(true, actions);
  }

  /** Denies these actions, whatever else allows them, on what {@link StatementBuilder#on} says. */
  public StatementBuilder deny(String... actions) {
    return statement(false, actions);
  }

  /**
   * Adds rights that the provider keeps, by name ({@code "AmazonSSMManagedInstanceCore"}) or by
   * ARN.
   */
  public InstanceRoleBuilder managedPolicy(String nameOrArn) {
    managedPolicies.add(nameOrArn);
    return this;
  }

  private StatementBuilder statement(boolean allow, String... actions) {
    StatementBuilder statement = new StatementBuilder(this, allow, List.of(actions));
    statements.add(statement);
    return statement;
  }

  @Override
  InstanceRoleBuilder self() {
    return this;
  }

  @Override
  InstanceRole build() {
    List<Statement> built = statements.stream().map(StatementBuilder::build).toList();
    return new InstanceRole(identity(), built, managedPolicies);
  }
}
