package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.KindBuilder;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of objects with age, in days. Of an object as it is, the age counts from when it was
 * last written; of an older version of it, from when that version was made.
 */
final class LifecycleRule {
  private static final String ACTIONS = "definition/actions/";

  private LifecycleRule() {}

  static final Shape SHAPE =
      record(
          text("name"),
          flag("enabled"),
          set("objectTypes", Shape.Leaf.TEXT)
              .in(ARM, "definition/filters/blobTypes")
              .in(TERRAFORM, "filters/blob_types"),
          set("prefixes", Shape.Leaf.TEXT)
              .in(ARM, "definition/filters/prefixMatch")
              .in(TERRAFORM, "filters/prefix_match"),
          object("cool", "tierToCool", "tier_to_cool_after"),
          object("cold", "tierToCold", "tier_to_cold_after"),
          object("archive", "tierToArchive", "tier_to_archive_after"),
          object("delete", "delete", "delete_after"),
          version("Cool", "tierToCool", "change_tier_to_cool_after_days_since_creation"),
          version("Cold", "tierToCold", "tier_to_cold_after_days_since_creation_greater_than"),
          version("Archive", "tierToArchive", "change_tier_to_archive_after_days_since_creation"),
          version("Delete", "delete", "delete_after_days_since_creation"));

  /** What Azure lets rules say of age, and no design. */
  static KindBuilder unsaid(KindBuilder kind) {
    String rule = "lifecycle:properties/policy/rules/definition/";
    KindBuilder said =
        kind.notOurs(
            Unsaid.NOBODY,
            rule + "actions/baseBlob/enableAutoTierToHotFromCool",
            rule + "actions/baseBlob/tierToHot",
            rule + "actions/version/tierToHot",
            rule + "actions/snapshot",
            rule + "filters/blobIndexMatch");
    for (String action : List.of("delete", "tierToArchive", "tierToCold", "tierToCool")) {
      String object = rule + "actions/baseBlob/" + action + "/daysAfter";
      String version = rule + "actions/version/" + action + "/daysAfter";
      said.notOurs(
          "age counts from when an object was written",
          object + "CreationGreaterThan",
          object + "LastAccessTimeGreaterThan",
          object + "LastTierChangeGreaterThan",
          version + "LastTierChangeGreaterThan");
    }
    return said;
  }

  /** Rules ↔ the same, each with its type, of which Azure has but one. */
  static final Codec TYPED =
      Codec.each(
          new Codec(rule -> rule instanceof Value.Obj said ? typed(said) : rule, rule -> rule));

  private static Attribute object(String name, String action, String member) {
    return whole(name + "After")
        .in(ARM, ACTIONS + "baseBlob/" + action + "/daysAfterModificationGreaterThan")
        .in(TERRAFORM, "actions/base_blob/" + member + "_days_since_modification_greater_than");
  }

  private static Attribute version(String name, String action, String member) {
    return whole("old" + name + "After")
        .in(ARM, ACTIONS + "version/" + action + "/daysAfterCreationGreaterThan")
        .in(TERRAFORM, "actions/version/" + member);
  }

  private static Value typed(Value.Obj rule) {
    Map<String, Value> members = new LinkedHashMap<>(rule.members());
    members.put("type", Value.text("Lifecycle"));
    return new Value.Obj(members);
  }
}
