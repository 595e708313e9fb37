package io.plumbline.model;

import io.plumbline.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key of ours. Whoever may use it is said by roles' statements on it; besides, those that it
 * lists. Protected: what it encrypted is lost with it.
 *
 * @param rotation how long the same material is used; null for ever
 * @param users who may use it though no role of this account says so: accounts, roles
 */
public record Key(
    Identity identity, String description, @Nullable Duration rotation, List<Value> users)
    implements AnyKey {
  public Key {
    users = List.copyOf(users);
  }

  /** The provider's id of it, known once it is there. */
  public Value liveId() {
    return Value.ref(id(), "id");
  }

  @Override
  public List<Component> uses() {
    return List.of();
  }

  @Override
  public List<Value> values() {
    List<Value> values = new ArrayList<>(AnyKey.super.values());
    values.addAll(users);
    return values;
  }

  @Override
  public String noun() {
    return "key";
  }
}
