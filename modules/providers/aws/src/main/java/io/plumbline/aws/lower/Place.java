package io.plumbline.aws.lower;

import io.plumbline.model.Target;

/** Where a target is, as ARNs say it. */
record Place(String partition, String region, String account) {

  /** The account is {@code *} where the environment file does not say. */
  static Place of(Target target) {
    String region = target.site().setting("region", "");
    return new Place(partition(region), region, target.site().setting("account", "*"));
  }

  static String partition(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  /** The domain of its hosts. */
  String domain() {
    return partition.equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
  }

  /** An ARN of IAM, which has no region. */
  String iam(String resource) {
    return "arn:" + partition + ":iam::" + account + ":" + resource;
  }
}
