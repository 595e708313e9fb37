package io.plumbline.dsl;

import io.plumbline.model.ExistingSecret;

/** Refers to a secret that is there already. */
final class ExistingSecretBuilder extends ComponentBuilder<ExistingSecret, ExistingSecretBuilder> {
  private final String called;

  ExistingSecretBuilder(Order order, String called) {
    super("existing secret", order);
    this.called = called;
  }

  @Override
  ExistingSecretBuilder self() {
    return this;
  }

  @Override
  ExistingSecret build() {
    return new ExistingSecret(identity(), called);
  }
}
