package io.plumbline.azure.lower;

import io.plumbline.azure.kinds.BlobContainer;
import io.plumbline.azure.kinds.StorageAccount;
import io.plumbline.graph.Resource;
import io.plumbline.model.Bucket;
import io.plumbline.model.LifecycleRule;
import io.plumbline.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bucket: an account of its own, in all zones of its location, closed to the public and to keys,
 * and one container in it. The account is what roles and boot scripts name, since its rules, its
 * versions and its key are the account's.
 *
 * <p>Azure counts the age of an older version from when it was made, not from when it was
 * overwritten, so that a rule may find one old enough at once. What a rule deletes can therefore be
 * got back for as long again as the rule keeps versions: no version is lost sooner than it says.
 */
final class BucketParts {
  /** The one container; objects are at {@code https://NAME.blob.core.windows.net/objects/KEY}. */
  static final String CONTAINER = "objects";

  /** For how many days what was deleted can be got back: what Azure advises, and its most. */
  private static final long LEAST_KEPT = 7;

  private static final long MOST_KEPT = 365;

  private BucketParts() {}

  static List<Resource> resources(Bucket bucket, Parts parts) {
    return List.of(account(bucket, parts), container(parts));
  }

  /** What the account is called. */
  static String name(Bucket bucket, Parts parts) {
    String chosen = bucket.chosenName();
    return chosen == null ? parts.sharedName("", Names.STORAGE_ACCOUNT) : chosen;
  }

  private static Resource account(Bucket bucket, Parts parts) {
    Map<String, Value> said = new LinkedHashMap<>();
    said.put("name", Value.text(name(bucket, parts)));
    said.put("kind", Value.text("StorageV2"));
    said.put("sku", Value.text(archives(bucket) ? "Standard_GRS" : "Standard_ZRS"));
    said.put("accessTier", Value.text("Hot"));
    said.putAll(Accounts.closed());
    said.put("supportsHttpsTrafficOnly", Value.flag(true));
    said.put("networkDefault", Value.text("Allow"));
    said.put("versioning", Value.flag(bucket.versioned()));
    if (bucket.versioned()) {
      said.put("deletedObjectsKept", Value.whole(kept(bucket)));
      said.put("deletedContainersKept", Value.whole(kept(bucket)));
    }
    List<Value> rules = new ArrayList<>();
    bucket.lifecycle().forEach(rule -> add(rule, rules));
    said.put("lifecycleRules", rules.isEmpty() ? Value.NULL : Value.list(rules));
    said.values().removeIf(Value.Null.class::isInstance);
    return parts.make("", StorageAccount.KIND, Names.STORAGE_ACCOUNT, new Value.Obj(said));
  }

  /**
   * Whether something of it ends in the archive, which Azure does not have in accounts of several
   * zones; such a one is kept at another location as well. Source: learn.microsoft.com, Access
   * tiers for blob data; read 2026-11.
   */
  private static boolean archives(Bucket bucket) {
    return bucket.lifecycle().stream().anyMatch(rule -> rule.archiveAfter() != null);
  }

  private static Resource container(Parts parts) {
    return parts.child(
        CONTAINER,
        BlobContainer.KIND,
        CONTAINER,
        Value.object("storageAccount", parts.id(""), "publicAccess", Value.text("None")));
  }

  /** As long as the longest of its rules keeps what was overwritten. */
  private static long kept(Bucket bucket) {
    long longest =
        bucket.lifecycle().stream()
            .map(LifecycleRule::expireNoncurrentAfter)
            .filter(Objects::nonNull)
            .mapToLong(Duration::toDays)
            .max()
            .orElse(LEAST_KEPT);
    return Math.clamp(longest, LEAST_KEPT, MOST_KEPT);
  }

  /** Unfinished uploads go by themselves: a rule about them alone says nothing to Azure. */
  private static void add(LifecycleRule rule, List<Value> rules) {
    if (rule.coolAfter() == null
        && rule.archiveAfter() == null
        && rule.expireAfter() == null
        && rule.expireNoncurrentAfter() == null) {
      return;
    }
    rules.add(
        Value.object(
            "name", Value.text(rule.id()),
            "enabled", Value.flag(true),
            "objectTypes", Value.texts(List.of("blockBlob")),
            "prefixes", Value.texts(List.of(CONTAINER + "/" + rule.prefix())),
            "coolAfter", days(rule.coolAfter()),
            "archiveAfter", days(rule.archiveAfter()),
            "deleteAfter", days(rule.expireAfter()),
            "oldDeleteAfter", days(rule.expireNoncurrentAfter())));
  }

  private static Value days(@Nullable Duration age) {
    return age == null ? Value.NULL : Value.whole(age.toDays());
  }
}
