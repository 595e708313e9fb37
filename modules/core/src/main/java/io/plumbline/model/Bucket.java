package io.plumbline.model;

import io.plumbline.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A store of objects: checkpoints, data sets. Always encrypted, never public. Protected: it
 * survives {@code destroy}.
 *
 * @param chosenName what the provider calls it, if the stack insists; null: made of environment,
 *     stack and id
 * @param versioned whether what is overwritten or deleted can be got back
 * @param key what its objects are encrypted with; null: a key of the store itself
 */
public record Bucket(
    Identity identity,
    @Nullable String chosenName,
    boolean versioned,
    List<LifecycleRule> lifecycle,
    @Nullable AnyKey key)
    implements Component {
  public Bucket {
    lifecycle = List.copyOf(lifecycle);
  }

  /** Its name, known once it is there. */
  public Value name() {
    return Value.ref(id(), "name");
  }

  /** The bucket itself, as a policy names it: for listing. */
  public Value arn() {
    return Value.ref(id(), "arn");
  }

  /** Every object in it, as a policy names them: for reading and writing. */
  public Value objects() {
    return objects("*");
  }

  /** Objects whose key matches {@code pattern}, such as {@code runs/*}. */
  public Value objects(String pattern) {
    return Value.join(arn(), Value.text("/" + pattern));
  }

  @Override
  public List<Component> uses() {
    return key == null ? List.of() : List.of(key);
  }

  @Override
  public String noun() {
    return "bucket";
  }
}
