package io.plumbline.aws.kinds;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Attributes;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Dialect;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Tags as most of AWS has them: a map here and in Terraform, a list of keys and values in
 * CloudFormation and the APIs. Tags that AWS itself sets ({@code aws:cloudformation:stack-name})
 * are dropped where they are read: nobody else can set them.
 */
final class Tags {
  private static final String AWS = "aws:";

  private Tags() {}

  /**
   * Leaves out what AWS tagged; {@link #tags} and the scaling group's own form have it in common.
   */
  static final Codec USERS_OWN = new Codec(UnaryOperator.identity(), Tags::withoutAwsOwn);

  /** A map ↔ a list of {@code Key} and {@code Value}. */
  static final Codec ENTRIES = Codec.entries("Key", "Value").then(USERS_OWN);

  static Attribute tags() {
    return Attributes.map("tags")
        .in(Dialect.CLOUDFORMATION, ENTRIES)
        .in(Dialect.AWS_API, ENTRIES)
        .byDefault(Value.Obj.EMPTY);
  }

  /** The same where the API answers a map as well, at {@code place}: SQS, Lambda, logs. */
  static Attribute mapped(String place) {
    return tags().in(Dialect.AWS_API, place, USERS_OWN);
  }

  private static Value withoutAwsOwn(Value value) {
    return switch (value) {
      case Value.Sequence entries ->
          Value.list(entries.items().stream().filter(entry -> !isAwsOwn(entry)).toList());
      case Value.Obj map -> {
        Map<String, Value> kept = new LinkedHashMap<>(map.members());
        kept.keySet().removeIf(key -> key.startsWith(AWS));
        yield new Value.Obj(kept);
      }
      default -> value;
    };
  }

  private static boolean isAwsOwn(Value entry) {
    return entry instanceof Value.Obj tag
        && tag.get("Key") instanceof Value.Text key
        && key.value().startsWith(AWS);
  }
}
