package io.plumbline.model;

import java.util.List;

/**
 * A key that is there already: referred to and checked to exist; never written or deleted.
 *
 * @param called its id, ARN or alias
 */
public record ExistingKey(Identity identity, String called) implements AnyKey {

  @Override
  public List<Component> uses() {
    return List.of();
  }

  @Override
  public String noun() {
    return "existing key";
  }
}
