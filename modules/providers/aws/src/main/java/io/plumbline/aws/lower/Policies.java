package io.plumbline.aws.lower;

import io.plumbline.value.Value;
import java.util.List;

/** The form of policies, and the part of ARNs that depends on the region. */
final class Policies {
  private Policies() {}

  static Value document(Value... statements) {
    return document(List.of(statements));
  }

  static Value document(List<Value> statements) {
    return Value.object("Version", Value.text("2012-10-17"), "Statement", Value.list(statements));
  }

  /** Lets a service of AWS take a role on. */
  static Value trust(String service) {
    return document(
        Value.object(
            "Effect", Value.text("Allow"),
            "Principal", Value.object("Service", Value.text(service)),
            "Action", Value.text("sts:AssumeRole")));
  }

  static String partition(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }
}
