package io.plumbline.model;

import io.plumbline.value.Value;
import java.util.List;

/**
 * A secret that the provider keeps: referred to and checked to exist. What it holds is never read;
 * a node asks for it by itself.
 *
 * @param called its name or ARN
 */
public record ExistingSecret(Identity identity, String called) implements Component {

  /** Its full name at the provider, as policies name it. */
  public Value arn() {
    return Value.ref(id(), "arn");
  }

  /** Its name, by which a boot script may ask for it. */
  public Value name() {
    return Value.ref(id(), "name");
  }

  @Override
  public List<Component> uses() {
    return List.of();
  }

  @Override
  public String noun() {
    return "existing secret";
  }
}
