package io.plumbline.aws.capacity;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.LiveSource;
import io.plumbline.spi.LiveSource.Answer;
import io.plumbline.spi.LiveSource.Failure;
import io.plumbline.spi.Preflight;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether the caller may make what the design asks for, as IAM's own simulation says. It knows
 * identity policies and boundaries, and not what depends on the single resource.
 */
final class Rights {
  private static final String SIMULATED = "iam:SimulatePrincipalPolicy";
  private static final String SUBJECT = "rights to make what is asked for";

  /** What engines call to make one of a kind, and could not do without. */
  private static final Map<String, List<String>> ACTIONS = actions();

  private final LiveSource source;

  Rights(LiveSource source) {
    this.source = source;
  }

  List<Preflight> look(ResourceGraph graph) {
    Set<String> actions = new TreeSet<>();
    Set<String> unknown = new TreeSet<>();
    for (Resource resource : graph.resources()) {
      String kind = resource.kind().id();
      if (resource.isOurs() && ACTIONS.containsKey(kind)) {
        actions.addAll(Objects.requireNonNull(ACTIONS.get(kind)));
      } else if (resource.isOurs()) {
        unknown.add(kind);
      }
    }
    List<Preflight> found = new ArrayList<>();
    if (!actions.isEmpty()) {
      found.add(compare(actions));
    }
    if (!unknown.isEmpty()) {
      found.add(
          Preflight.unreadable(
              "rights to make " + String.join(", ", unknown),
              "which actions that takes is not known here",
              null));
    }
    return found;
  }

  private Preflight compare(Set<String> actions) {
    Answer answer = source.call(SIMULATED, List.copyOf(actions));
    if (!answer.failures().isEmpty()) {
      Failure failure = answer.failures().values().iterator().next();
      return Preflight.unreadable(SUBJECT, failure.toString(), null);
    }
    Set<String> refused = new TreeSet<>();
    for (Obj result : answer.items()) {
      if (!result.get("EvalDecision").equals(Value.text("allowed"))
          && result.get("EvalActionName") instanceof Value.Text action) {
        refused.add(action.value());
      }
    }
    return refused.isEmpty()
        ? Preflight.enough(SUBJECT, actions.size() + " actions are allowed", null)
        : Preflight.lacking(
            SUBJECT,
            "not allowed are " + String.join(", ", refused),
            "let the credentials of this site do that, or deploy with others",
            null);
  }

  private static Map<String, List<String>> actions() {
    Map<String, List<String>> actions = new LinkedHashMap<>();
    actions.put(
        "auto-scaling-group", List.of("autoscaling:CreateAutoScalingGroup", "ec2:RunInstances"));
    actions.put("bucket", List.of("s3:CreateBucket", "s3:PutBucketVersioning"));
    actions.put("event-rule", List.of("events:PutRule"));
    actions.put("event-target", List.of("events:PutTargets"));
    actions.put(
        "instance-profile",
        List.of("iam:AddRoleToInstanceProfile", "iam:CreateInstanceProfile", "iam:PassRole"));
    actions.put(
        "internet-gateway", List.of("ec2:AttachInternetGateway", "ec2:CreateInternetGateway"));
    actions.put("lambda-event-source-mapping", List.of("lambda:CreateEventSourceMapping"));
    actions.put("lambda-function", List.of("iam:PassRole", "lambda:CreateFunction"));
    actions.put("launch-template", List.of("ec2:CreateLaunchTemplate"));
    actions.put("log-group", List.of("logs:CreateLogGroup", "logs:PutRetentionPolicy"));
    actions.put("role", List.of("iam:CreateRole"));
    actions.put("role-policy", List.of("iam:PutRolePolicy"));
    actions.put("role-policy-attachment", List.of("iam:AttachRolePolicy"));
    actions.put("route", List.of("ec2:CreateRoute"));
    actions.put("route-table", List.of("ec2:CreateRouteTable"));
    actions.put("route-table-association", List.of("ec2:AssociateRouteTable"));
    actions.put("security-group", List.of("ec2:CreateSecurityGroup"));
    actions.put("security-group-egress-rule", List.of("ec2:AuthorizeSecurityGroupEgress"));
    actions.put("security-group-ingress-rule", List.of("ec2:AuthorizeSecurityGroupIngress"));
    actions.put("sqs-queue", List.of("sqs:CreateQueue", "sqs:SetQueueAttributes"));
    actions.put("subnet", List.of("ec2:CreateSubnet"));
    actions.put("vpc", List.of("ec2:CreateTags", "ec2:CreateVpc", "ec2:ModifyVpcAttribute"));
    return actions;
  }
}
