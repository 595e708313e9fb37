package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a {@link Bucket} does with objects as they age. A rule's filter is one flat record here.
 * CloudFormation writes it flat into the rule; Terraform and the API write one predicate plainly,
 * and several below {@code And}.
 */
final class BucketLifecycle {
  private BucketLifecycle() {}

  private static final List<String> FLAT_FILTER =
      List.of("Prefix", "TagFilters", "ObjectSizeGreaterThan", "ObjectSizeLessThan");

  /** The filter's members out of a whole CloudFormation rule. */
  private static final Codec FLAT =
      new Codec(UnaryOperator.identity(), rule -> pick((Obj) rule, FLAT_FILTER));

  private static final Codec KEY_AND_VALUE = Codec.entries("key", "value");

  private static final Codec TERRAFORM_FILTER =
      predicates(
          "and",
          "tag",
          "tags",
          Codec.ONLY_ITEM.then(new Codec(KEY_AND_VALUE.decode(), KEY_AND_VALUE.encode())));

  private static final Codec API_FILTER = predicates("And", "Tag", "Tags", Codec.ONLY_ITEM);

  private static final Shape FILTER =
      record(
          text("prefix"),
          map("tags").in(CLOUDFORMATION, "TagFilters", Tags.ENTRIES).in(AWS_API, Tags.ENTRIES),
          whole("objectSizeGreaterThan").in(CLOUDFORMATION, Codec.NUMBER_AS_TEXT),
          whole("objectSizeLessThan").in(CLOUDFORMATION, Codec.NUMBER_AS_TEXT));

  private static final Shape TRANSITION =
      record(
          text("storageClass"),
          whole("days").in(CLOUDFORMATION, "TransitionInDays"),
          text("date").in(CLOUDFORMATION, "TransitionDate"));

  private static final Shape NONCURRENT_TRANSITION =
      record(
          text("storageClass"),
          whole("noncurrentDays").in(CLOUDFORMATION, "TransitionInDays"),
          whole("newerNoncurrentVersions"));

  static final Shape RULE =
      record(
          text("id").in(AWS_API, "ID"),
          text("status"),
          one("filter", FILTER)
              .in(TERRAFORM, TERRAFORM_FILTER)
              .in(CLOUDFORMATION, "", FLAT)
              .in(AWS_API, API_FILTER),
          whole("expirationDays")
              .in(TERRAFORM, "expiration/days")
              .in(CLOUDFORMATION, "ExpirationInDays")
              .in(AWS_API, "Expiration/Days"),
          text("expirationDate").in(TERRAFORM, "expiration/date").in(AWS_API, "Expiration/Date"),
          flag("expiredObjectDeleteMarker")
              .in(TERRAFORM, "expiration/expired_object_delete_marker")
              .in(AWS_API, "Expiration/ExpiredObjectDeleteMarker")
              .byDefault(Value.flag(false)),
          set("transitions", TRANSITION).in(TERRAFORM, "transition"),
          set("noncurrentVersionTransitions", NONCURRENT_TRANSITION)
              .in(TERRAFORM, "noncurrent_version_transition"),
          one(
              "noncurrentVersionExpiration",
              record(whole("noncurrentDays"), whole("newerNoncurrentVersions"))),
          whole("abortIncompleteMultipartUploadDays")
              .in(TERRAFORM, "abort_incomplete_multipart_upload/days_after_initiation")
              .inAws("AbortIncompleteMultipartUpload/DaysAfterInitiation"));

  /**
   * The flat filter ↔ the nested one.
   *
   * @param alone a lone tag ↔ the tags of the flat filter
   */
  private static Codec predicates(String and, String tag, String tags, Codec alone) {
    return new Codec(
        flat -> nest((Obj) flat, and, tag, tags, alone),
        nested -> flatten((Obj) Codec.ONLY_ITEM.decode().apply(nested), and, tag, tags, alone));
  }

  private static Value nest(Obj flat, String and, String tag, String tags, Codec alone) {
    int tagged = size(flat.get(tags));
    int others = flat.members().size() - (flat.has(tags) ? 1 : 0);
    if (tagged + others > 1) {
      return Value.object(and, flat);
    }
    return tagged == 1 ? Value.object(tag, alone.decode().apply(flat.get(tags))) : flat;
  }

  private static Value flatten(Obj nested, String and, String tag, String tags, Codec alone) {
    if (Codec.ONLY_ITEM.decode().apply(nested.get(and)) instanceof Obj all) {
      return all;
    }
    return Codec.ONLY_ITEM.decode().apply(nested.get(tag)) instanceof Obj lone
        ? Value.object(tags, alone.encode().apply(lone))
        : nested;
  }

  private static int size(Value tags) {
    return switch (tags) {
      case Obj map -> map.members().size();
      case Sequence entries -> entries.items().size();
      default -> 0;
    };
  }

  private static Value pick(Obj rule, List<String> names) {
    Map<String, Value> picked = new LinkedHashMap<>(rule.members());
    picked.keySet().retainAll(names);
    return picked.isEmpty() ? Value.NULL : new Obj(picked);
  }
}
