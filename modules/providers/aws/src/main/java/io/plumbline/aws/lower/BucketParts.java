package io.plumbline.aws.lower;

import io.plumbline.graph.Resource;
import io.plumbline.model.AnyKey;
import io.plumbline.model.Bucket;
import io.plumbline.model.LifecycleRule;
import io.plumbline.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bucket: encrypted, closed to the public, its owner owning all objects. */
final class BucketParts {
  private BucketParts() {}

  static List<Resource> resources(Bucket bucket, Parts parts, Value policy) {
    return List.of(
        parts.make(
            "",
            io.plumbline.aws.kinds.Bucket.KIND,
            Value.object(
                "bucketName", Value.text(name(bucket, parts)),
                "versioning", Value.text(bucket.versioned() ? "Enabled" : "Suspended"),
                "encryption", encryption(bucket.key()),
                "publicAccessBlock", closed(),
                "policy", policy,
                "objectOwnership", Value.text("BucketOwnerEnforced"),
                "lifecycleRules", lifecycle(bucket.lifecycle()),
                "tags", parts.tags(""))));
  }

  /** What it is called at S3. */
  static String name(Bucket bucket, Parts parts) {
    String chosen = bucket.chosenName();
    return chosen == null ? parts.name("", Names.BUCKET) : chosen;
  }

  /** With a key of KMS, S3 keeps one of its own below it, which saves nearly all calls of KMS. */
  private static Value encryption(@Nullable AnyKey key) {
    return key == null
        ? Value.object("sseAlgorithm", Value.text("AES256"))
        : Value.object(
            "sseAlgorithm", Value.text("aws:kms"),
            "kmsMasterKeyId", key.arn(),
            "bucketKeyEnabled", Value.flag(true));
  }

  private static Value closed() {
    return Value.object(
        "blockPublicAcls", Value.flag(true),
        "blockPublicPolicy", Value.flag(true),
        "ignorePublicAcls", Value.flag(true),
        "restrictPublicBuckets", Value.flag(true));
  }

  private static Value lifecycle(List<LifecycleRule> rules) {
    return rules.isEmpty()
        ? Value.NULL
        : Value.list(rules.stream().map(BucketParts::lifecycleRule).toList());
  }

  private static Value lifecycleRule(LifecycleRule rule) {
    Duration noncurrent = rule.expireNoncurrentAfter();
    return Value.object(
        "id", Value.text(rule.id()),
        "status", Value.text("Enabled"),
        "filter", Value.object("prefix", Value.text(rule.prefix())),
        "transitions", transitions(rule),
        "expirationDays", days(rule.expireAfter()),
        "noncurrentVersionExpiration",
            noncurrent == null ? Value.NULL : Value.object("noncurrentDays", days(noncurrent)),
        "abortIncompleteMultipartUploadDays", days(rule.abortUploadsAfter()));
  }

  private static Value transitions(LifecycleRule rule) {
    List<Value> moves = new ArrayList<>();
    add(moves, "STANDARD_IA", rule.coolAfter());
    add(moves, "GLACIER", rule.archiveAfter());
    return moves.isEmpty() ? Value.NULL : Value.list(moves);
  }

  private static void add(List<Value> moves, String storageClass, @Nullable Duration age) {
    if (age != null) {
      moves.add(Value.object("storageClass", Value.text(storageClass), "days", days(age)));
    }
  }

  private static Value days(@Nullable Duration age) {
    return age == null ? Value.NULL : Value.whole(age.toDays());
  }
}
