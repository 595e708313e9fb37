package io.plumbline.aws.kinds;

import static io.plumbline.aws.kinds.RemovalCommand.aws;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;

/**
 * Records who talked to whom in a network. Designs ask for one of a whole network; one of a subnet
 * or of an interface, which somebody added, is read too. It has no name of its own: the tag {@code
 * Name} is its live name. Nothing of it but its tags can be changed.
 */
public final class FlowLog {
  private FlowLog() {}

  private static final String FORMAT =
      "${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport}"
          + " ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status}";

  private static final Shape OPTIONS =
      record(
          text("fileFormat").byDefault(Value.text("plain-text")),
          flag("hiveCompatiblePartitions").byDefault(Value.flag(false)),
          flag("perHourPartition").byDefault(Value.flag(false)));

  public static final ResourceKind KIND =
      kind("flow-log")
          .type("aws_flow_log", "AWS::EC2::FlowLog")
          .constant(CLOUDFORMATION, "", Value.object("ResourceType", Value.text("VPC")))
          .read(Read.all("ec2:DescribeFlowLogs"))
          .taggedBy("tags")
          .namedBy("tags/Name")
          .keyedBy("resourceId", "logDestination")
          .within("resourceId")
          .output("id", "id", "Ref", "FlowLogId")
          .attributes(
              ref("resourceId", "*", "id").in(TERRAFORM, "vpc_id").replaces(),
              text("trafficType").replaces().asGiven(),
              text("logDestinationType").replaces().byDefault(Value.text("cloud-watch-logs")),
              text("logDestination").replaces().asGiven(),
              text("logGroupName").replaces().asGiven(),
              text("deliverLogsPermissionArn").in(TERRAFORM, "iam_role_arn").replaces().asGiven(),
              text("deliverCrossAccountRole").replaces().asGiven(),
              whole("maxAggregationInterval").replaces().byDefault(Value.whole(600)),
              text("logFormat").replaces().byDefault(Value.text(FORMAT)),
              one("destinationOptions", OPTIONS)
                  .replaces()
                  .filledIn("the defaults, where it leads to a bucket"),
              Tags.tags())
          .notOurs(
              "given by AWS",
              "FlowLogId",
              "CreationTime",
              "FlowLogStatus",
              "DeliverLogsStatus",
              "DeliverLogsErrorMessage")
          .makingTakes("ec2:CreateFlowLogs")
          .charged("each GB that is delivered")
          .removedBy(aws("ec2 delete-flow-logs --flow-log-ids {id}"))
          .build();
}
