package io.plumbline.live.aws;

import io.plumbline.value.Value.Obj;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;

/** What IAM says the caller may do. */
final class Simulation {
  /** The most actions that one request takes well. */
  private static final int AT_A_TIME = 50;

  private Simulation() {}

  static void run(AwsServices aws, List<String> actions, Consumer<Obj> items) {
    String caller = aws.sts().getCallerIdentity().arn();
    if (caller == null) {
      throw SdkClientException.create("the answer does not say who the caller is");
    }
    if (caller.endsWith(":root")) {
      actions.forEach(action -> items.accept(allowed(action)));
      return;
    }
    String principal = principal(aws, caller);
    for (int from = 0; from < actions.size(); from += AT_A_TIME) {
      List<String> some = actions.subList(from, Math.min(actions.size(), from + AT_A_TIME));
      Operation.addAll(
          aws.iam()
              .simulatePrincipalPolicyPaginator(
                  r -> r.policySourceArn(principal).actionNames(some)),
          "EvaluationResults",
          items);
    }
  }

  /** Of a session, the role: {@code arn:aws:sts::1:assumed-role/NAME/SESSION} has no policies. */
  private static String principal(AwsServices aws, String caller) {
    if (!caller.contains(":assumed-role/")) {
      return caller;
    }
    String name = caller.split("/", -1)[1];
    return aws.iam().getRole(r -> r.roleName(name)).role().arn();
  }

  /** Root may do everything, and cannot be simulated. */
  private static Obj allowed(String action) {
    return Documents.of(
        EvaluationResult.builder()
            .evalActionName(action)
            .evalDecision(PolicyEvaluationDecisionType.ALLOWED)
            .build());
  }
}
