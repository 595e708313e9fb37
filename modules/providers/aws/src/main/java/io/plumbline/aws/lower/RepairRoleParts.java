package io.plumbline.aws.lower;

import io.plumbline.aws.kinds.Role;
import io.plumbline.aws.kinds.RolePolicy;
import io.plumbline.graph.Resource;
import io.plumbline.model.InterruptionHandling;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What the function of an interruption handling may do: replace nodes of the groups that it looks
 * after, read its queue, write its log.
 */
final class RepairRoleParts {
  static final String ROLE = "role";
  static final String POLICY = "policy";

  private RepairRoleParts() {}

  static List<Resource> resources(InterruptionHandling handling, Parts parts, String region) {
    return List.of(role(parts), policy(handling, parts, region));
  }

  private static Resource role(Parts parts) {
    return parts.make(
        ROLE,
        Role.KIND,
        Value.object(
            "name", parts.nameValue(ROLE, Names.ROLE),
            "path", Value.text("/"),
            "assumeRolePolicyDocument", Policies.trust("lambda.amazonaws.com"),
            "maxSessionDuration", Value.whole(3600),
            "tags", parts.tags(ROLE)));
  }

  private static Resource policy(InterruptionHandling handling, Parts parts, String region) {
    List<Value> groups =
        handling.pools().stream()
            .map(pool -> Value.ref(Parts.address(pool, GpuPoolParts.GROUP), "arn"))
            .toList();
    return parts.make(
        POLICY,
        RolePolicy.KIND,
        Value.object(
            "roleName", Value.ref(parts.address(ROLE), "name"),
            "policyName", Value.text("plumbline"),
            "policyDocument",
                Policies.document(
                    // What describes instances knows no single ones.
                    allow(
                        List.of("autoscaling:DescribeAutoScalingInstances"),
                        List.of(Value.text("*"))),
                    allow(deeds(handling), groups),
                    allow(
                        List.of(
                            "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
                        List.of(Value.ref(parts.address(InterruptionHandlingParts.QUEUE), "arn"))),
                    allow(
                        List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                        List.of(Value.text(logs(parts, region)))))));
  }

  /** A group that drains its nodes ends them itself; from another they are detached. */
  private static List<String> deeds(InterruptionHandling handling) {
    List<String> deeds = new ArrayList<>();
    int drained = InterruptionHandlingParts.drained(handling).size();
    if (drained < handling.pools().size()) {
      deeds.add("autoscaling:DetachInstances");
    }
    deeds.add("autoscaling:SetInstanceHealth");
    if (drained > 0 || handling.replacesOnRebalance()) {
      deeds.add("autoscaling:TerminateInstanceInAutoScalingGroup");
    }
    return deeds;
  }

  /** Written out, since engines end a log group's ARN differently. */
  private static String logs(Parts parts, String region) {
    return "arn:"
        + Policies.partition(region)
        + ":logs:"
        + region
        + ":*:log-group:/aws/lambda/"
        + InterruptionHandlingParts.functionName(parts)
        + ":*";
  }

  private static Value allow(List<String> actions, List<Value> resources) {
    return Value.object(
        "Effect", Value.text("Allow"),
        "Action", Value.texts(actions),
        "Resource", Value.list(resources));
  }
}
