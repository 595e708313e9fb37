package io.plumbline.dsl;

import io.plumbline.model.LifecycleRule;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sets up what becomes of objects with age. Ages are whole days. */
public final class LifecycleRuleBuilder {
  private final String id;
  private String prefix = "";
  private @Nullable Duration cool;
  private @Nullable Duration archive;
  private @Nullable Duration expire;
  private @Nullable Duration expireNoncurrent;
  private @Nullable Duration abortUploads;

  LifecycleRuleBuilder(String id) {
    this.id = id;
  }

  /** Only objects whose key starts so; by default all. */
  public LifecycleRuleBuilder prefix(String start) {
    prefix = start;
    return this;
  }

  /** Keeps an object, so long after it was written, where it is cheap to keep and dear to read. */
  public LifecycleRuleBuilder coolAfter(Duration age) {
    cool = age;
    return this;
  }

  /**
   * Keeps an object, so long after it was written, where it is cheapest: it has to be fetched for
   * hours before anybody reads it.
   */
  public LifecycleRuleBuilder archiveAfter(Duration age) {
    archive = age;
    return this;
  }

  /** Deletes an object so long after it was written. */
  public LifecycleRuleBuilder expireAfter(Duration age) {
    expire = age;
    return this;
  }

  /** Deletes an overwritten or deleted version so long after that. */
  public LifecycleRuleBuilder expireNoncurrentAfter(Duration age) {
    expireNoncurrent = age;
    return this;
  }

  /**
   * Drops the parts of an upload that was not finished in so long; they cost as much as objects.
   */
  public LifecycleRuleBuilder abortUploadsAfter(Duration age) {
    abortUploads = age;
    return this;
  }

  LifecycleRule build() {
    return new LifecycleRule(id, prefix, cool, archive, expire, expireNoncurrent, abortUploads);
  }
}
