package io.plumbline.model;

import io.plumbline.value.Value;

/** A key to encrypt with: one of ours, or one that is there already. */
public sealed interface AnyKey extends Component permits Key, ExistingKey {

  /** Its full name at the provider, known once it is there; what policies and settings name. */
  default Value arn() {
    return Value.ref(id(), "arn");
  }
}
