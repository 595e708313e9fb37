package io.plumbline.aws.rule;

import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.KubernetesCluster.Access;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.value.Value;
import java.util.regex.Pattern;

/** Access to a cluster for somebody whom IAM does not know by that name. */
final class PrincipalName implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-KUBE-029",
          "principal not named as IAM names them",
          "EKS takes an entry for anything that looks like an ARN; a name of a session or"
              + " a role's name alone lets nobody in.",
          "Amazon EKS API Reference, CreateAccessEntry: principalArn",
          "give the ARN of a role or user: arn:aws:iam::123456789012:role/operators; of a"
              + " role in a path, the path as well");

  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/(?!aws-service-role/)[!-~]+");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (KubernetesCluster cluster : scope.all(KubernetesCluster.class)) {
      for (Access access : cluster.accesses()) {
        if (access.principal() instanceof Value.Text arn && !ARN.matcher(arn.value()).matches()) {
          problems.report(
              RULE, cluster, "access \"" + access.id() + "\": got \"" + arn.value() + "\"");
        }
      }
    }
  }
}
