package io.plumbline.aws.lower;

import io.plumbline.model.Bucket;
import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.model.FlowLogs;
import io.plumbline.model.Network;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The policy of a bucket to which AWS delivers logs: its delivery service may write below the
 * prefixes that networks name, on behalf of this account and region alone. AWS would write one by
 * itself where none is.
 */
final class LogDelivery {
  private final Target target;
  private final String region;

  LogDelivery(Target target) {
    this.target = target;
    this.region = target.site().setting("region", "");
  }

  /** The policy; nothing for a bucket to which no network's logs go. */
  Value policy(Bucket bucket, Design design) {
    List<Value> statements = new ArrayList<>();
    for (Component component : design.on(target.site())) {
      FlowLogs logs = component instanceof Network network ? network.flowLogs() : null;
      if (logs != null && logs.bucket().id().equals(bucket.id())) {
        statements.add(mayWrite(logs));
      }
    }
    if (statements.isEmpty()) {
      return Value.NULL;
    }
    statements.add(mayLook(bucket));
    return Value.object("Version", Value.text("2012-10-17"), "Statement", Value.list(statements));
  }

  private Value mayWrite(FlowLogs logs) {
    return statement(
        "s3:PutObject",
        logs.bucket().objects(logs.prefix() + "/AWSLogs/" + account() + "/*"),
        Value.object(
            "aws:SourceAccount", Value.text(account()),
            "s3:x-amz-acl", Value.text("bucket-owner-full-control")));
  }

  private Value mayLook(Bucket bucket) {
    return statement(
        "s3:GetBucketAcl", bucket.arn(), Value.object("aws:SourceAccount", Value.text(account())));
  }

  private Value statement(String action, Value resource, Value equal) {
    String source =
        "arn:" + Policies.partition(region) + ":logs:" + region + ":" + account() + ":*";
    return Value.object(
        "Effect", Value.text("Allow"),
        "Principal", Value.object("Service", Value.text("delivery.logs.amazonaws.com")),
        "Action", Value.text(action),
        "Resource", resource,
        "Condition",
            Value.object(
                "StringEquals",
                equal,
                "ArnLike",
                Value.object("aws:SourceArn", Value.text(source))));
  }

  private String account() {
    return target.site().setting("account", "");
  }
}
