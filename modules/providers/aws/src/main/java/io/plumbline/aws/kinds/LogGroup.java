package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/** A CloudWatch log group. Its API names members in lower case. */
public final class LogGroup {
  private LogGroup() {}

  public static final ResourceKind KIND =
      kind("log-group")
          .type("aws_cloudwatch_log_group", "AWS::Logs::LogGroup")
          .read(Read.by("logGroupName", "logs:DescribeLogGroups"))
          .read("tags", Read.by("logGroupArn", "logs:ListTagsForResource"))
          .taggedBy("tags")
          .namedBy("logGroupName")
          .output("id", "id", "Ref", "logGroupName")
          .attributes(
              text("logGroupName").in(TERRAFORM, "name").in(AWS_API, "logGroupName").replaces(),
              whole("retentionInDays").in(AWS_API, "retentionInDays").asGiven(),
              text("kmsKeyId").in(AWS_API, "kmsKeyId").asGiven(),
              text("logGroupClass")
                  .in(AWS_API, "logGroupClass")
                  .byDefault(Value.text("STANDARD"))
                  .replaces(TERRAFORM),
              Tags.mapped("tags:tags"))
          .notOurs("given by AWS", "arn", "logGroupArn", "creationTime")
          .notOurs("changes with use", "storedBytes")
          .notOurs("counts what is not read", "metricFilterCount")
          .notOurs("of the account's own policies", "dataProtectionStatus", "inheritedProperties")
          .notRead("metric and subscription filters", "data protection policy", "index policy")
          .notOurs(
              "a setting newer than what engines can say of it here", "deletionProtectionEnabled")
          .notRead("protection against deletion")
          .makingTakes("logs:CreateLogGroup", "logs:PutRetentionPolicy")
          .charged("each GB that is written or kept")
          .build();
}
