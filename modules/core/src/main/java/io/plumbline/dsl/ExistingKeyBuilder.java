package io.plumbline.dsl;

import io.plumbline.model.ExistingKey;

/** Refers to a key that is there already. */
final class ExistingKeyBuilder extends ComponentBuilder<ExistingKey, ExistingKeyBuilder> {
  private final String called;

  ExistingKeyBuilder(Order order, String called) {
    super("existing key", order);
    this.called = called;
  }

  @Override
  ExistingKeyBuilder self() {
    return this;
  }

  @Override
  ExistingKey build() {
    return new ExistingKey(identity(), called);
  }
}
