package io.plumbline.aws.kinds;

import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Attributes;
import io.plumbline.kind.Codec;
import io.plumbline.value.Value;

/**
 * Settings of balancers and target groups, which CloudFormation and the API hold as pairs of texts
 * under names with dots, and Terraform as arguments.
 */
final class BalancerSettings {
  private final String list;

  /** Settings that stand in this list of CloudFormation. */
  BalancerSettings(String list) {
    this.list = list;
  }

  Attribute flag(String name, String terraform, String key) {
    return at(Attributes.flag(name).in(TERRAFORM, terraform), key, Codec.FLAG_AS_TEXT);
  }

  Attribute whole(String name, String terraform, String key) {
    return at(Attributes.whole(name).in(TERRAFORM, terraform), key, Codec.NUMBER_AS_TEXT);
  }

  Attribute text(String name, String terraform, String key) {
    return at(Attributes.text(name).in(TERRAFORM, terraform), key, Codec.SAME);
  }

  private Attribute at(Attribute attribute, String key, Codec codec) {
    return attribute
        .in(CLOUDFORMATION, list + "/@" + key, codec)
        .in(AWS_API, "attributes:Attributes/@" + key, codec)
        .byDefault(new Value.Unknown("differs from type to type"));
  }
}
