package io.plumbline.dsl;

import io.plumbline.model.AnyKey;
import io.plumbline.model.Bucket;
import io.plumbline.model.LifecycleRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sets up a bucket. Encryption, the block on public access and protection are always on. */
public final class BucketBuilder extends ComponentBuilder<Bucket, BucketBuilder> {
  private final List<LifecycleRule> lifecycle = new ArrayList<>();
  private @Nullable String name;
  private boolean versioned = true;
  private @Nullable AnyKey key;

  BucketBuilder(Order order) {
    super("bucket", order);
  }

  /**
   * What the provider is to call it. By default that is made of environment, stack and id; bucket
   * names are shared by the whole world, so an organisation puts its own in front.
   */
  public BucketBuilder named(String liveName) {
    name = liveName;
    return this;
  }

  /** Whether what is overwritten or deleted can be got back; by default it can. */
  public BucketBuilder versioned(boolean on) {
    versioned = on;
    return this;
  }

  /**
   * What new objects are encrypted with; by default a key of the store itself. Whoever reads or
   * writes them needs rights on the key as well.
   */
  public BucketBuilder encryptedWith(AnyKey with) {
    key = with;
    return this;
  }

  /**
   * What becomes of objects with age: {@code lifecycle("tidy", l -> l.abortUploadsAfter(days(7)))}.
   */
  public BucketBuilder lifecycle(String id, Consumer<LifecycleRuleBuilder> setUp) {
    LifecycleRuleBuilder rule = new LifecycleRuleBuilder(id);
    setUp.accept(rule);
    lifecycle.add(rule.build());
    return this;
  }

  @Override
  BucketBuilder self() {
    return this;
  }

  @Override
  Bucket build() {
    return new Bucket(identity(), name, versioned, lifecycle, key);
  }
}
