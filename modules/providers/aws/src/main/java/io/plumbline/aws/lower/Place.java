package io.plumbline.aws.lower;

import io.plumbline.model.Target;

/** Where a target is, as ARNs say it. */
record Place(String partition, String region, String account) {

  /** The account is {@code *} where the environment file does not say. */
  static Place of(Target target) {
    String region = target.site().setting("region", "");
    return new Place(Policies.partition(region), region, target.site().setting("account", "*"));
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
