package io.plumbline.live.aws;

import static io.plumbline.live.aws.Operation.list;

import java.util.List;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;

/** EC2 Auto Scaling, one line an operation; page sizes are the greatest that it allows. */
final class AutoScalingOperations {
  private AutoScalingOperations() {}

  static final List<Operation> ALL =
      List.of(
          list(
              "autoscaling:DescribeAutoScalingGroups",
              AutoScalingGroup::builder,
              "AutoScalingGroups",
              aws -> aws.autoScaling().describeAutoScalingGroupsPaginator(r -> r.maxRecords(100))));
}
