package io.plumbline.dsl;

import io.plumbline.model.AnyRole;
import io.plumbline.model.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets up what something may do at the provider's API. With no statement it may do nothing.
 *
 * @param <C> what is built
 * @param <B> the builder itself, so that calls chain
 */
public abstract sealed class RightsBuilder<C extends AnyRole, B extends RightsBuilder<C, B>>
    extends ComponentBuilder<C, B> permits InstanceRoleBuilder, WorkloadRoleBuilder {
  private final List<StatementBuilder<B>> statements = new ArrayList<>();
  private final List<String> managedPolicies = new ArrayList<>();

  RightsBuilder(String noun, Order order) {
    super(noun, order);
  }

  /**
   * Allows these actions, on what {@link StatementBuilder#on} says: {@code
   * allow("s3:GetObject").on(bucket.objects())}.
   */
  public StatementBuilder<B> allow(String... actions) {
    return statement(true, actions);
  }

  /** Denies these actions, whatever else allows them, on what {@link StatementBuilder#on} says. */
  public StatementBuilder<B> deny(String... actions) {
    return statement(false, actions);
  }

  /**
   * Adds rights that the provider keeps, by name ({@code "AmazonSSMManagedInstanceCore"}) or by
   * ARN.
   */
  public B managedPolicy(String nameOrArn) {
    managedPolicies.add(nameOrArn);
    return self();
  }

  private StatementBuilder<B> statement(boolean allow, String... actions) {
    StatementBuilder<B> statement = new StatementBuilder<>(self(), allow, List.of(actions));
    statements.add(statement);
    return statement;
  }

  List<Statement> statements() {
    return statements.stream().map(StatementBuilder::build).toList();
  }

  List<String> managedPolicies() {
    return managedPolicies;
  }
}
