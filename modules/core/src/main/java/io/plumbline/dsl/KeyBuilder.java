package io.plumbline.dsl;

import io.plumbline.model.Key;
import io.plumbline.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a key. Roles of this account use it where their own statements allow that, such as {@code
 * allow("kms:Decrypt", "kms:GenerateDataKey").on(key.arn())}.
 */
public final class KeyBuilder extends ComponentBuilder<Key, KeyBuilder> {
  private final List<Value> users = new ArrayList<>();
  private @Nullable Duration rotation = Duration.ofDays(365);
  private @Nullable String description;

  KeyBuilder(Order order) {
    super("key", order);
  }

  /** What it is for; by default the id. */
  public KeyBuilder describedAs(String text) {
    description = text;
    return this;
  }

  /**
   * How long new data is encrypted with the same material; by default a year. What was encrypted
   * earlier stays readable.
   */
  public KeyBuilder rotatedEvery(Duration period) {
    rotation = period;
    return this;
  }

  /** Uses the same material for ever. */
  public KeyBuilder neverRotated() {
    rotation = null;
    return this;
  }

  /**
   * Lets these encrypt and decrypt whatever their own account says: ARNs of roles or users, or of
   * another account ({@code "arn:aws:iam::222222222222:root"}).
   */
  public KeyBuilder usedBy(String... arns) {
    for (String arn : arns) {
      users.add(Value.text(arn));
    }
    return this;
  }

  /** Lets these encrypt and decrypt: {@code role.arn()}. */
  public KeyBuilder usedBy(Value... principals) {
    users.addAll(List.of(principals));
    return this;
  }

  @Override
  KeyBuilder self() {
    return this;
  }

  @Override
  Key build() {
    String text = description == null ? identity().id() : description;
    return new Key(identity(), text, rotation, users);
  }
}
