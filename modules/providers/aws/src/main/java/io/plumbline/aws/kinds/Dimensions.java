package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;

/** What a metric is of: names and values, which CloudFormation and the APIs write as a list. */
final class Dimensions {
  private static final Codec ENTRIES = Codec.entries("Name", "Value");

  private Dimensions() {}

  /** As alarms have them: a map in Terraform too. */
  static Attribute ofAlarm() {
    return map("dimensions").in(CLOUDFORMATION, ENTRIES).in(AWS_API, ENTRIES);
  }

  /** As scaling policies have them: Terraform writes a block for each, called {@code block}. */
  static Attribute ofPolicy(String block) {
    return ofAlarm().in(TERRAFORM, block, Codec.entries("name", "value"));
  }
}
