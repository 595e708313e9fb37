package io.plumbline.aws.rule;

import io.plumbline.model.KubernetesCluster;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A version of Kubernetes whose support has ended, the extended one too. */
final class KubernetesNoLonger implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-KUBE-031",
          "version of Kubernetes no longer supported",
          "EKS makes no cluster of it any more, and moves those that there are to the next version"
              + " by itself: what is said here is not what runs.",
          "Amazon EKS User Guide, Understand the Kubernetes version lifecycle on EKS"
              + " (2026-02)",
          "move to a newer version, one minor version at a time");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    LocalDate today = LocalDate.ofInstant(scope.now(), ZoneOffset.UTC);
    for (KubernetesCluster cluster : scope.all(KubernetesCluster.class)) {
      String version = cluster.version();
      if (version == null || !version.matches("1\\.[0-9]{2}")) {
        continue;
      }
      KubernetesVersions.Ends ends = KubernetesVersions.of(version);
      if (ends != null && today.isAfter(ends.extended())) {
        problems.report(
            RULE, cluster, "got " + version + ", whose support ended on " + ends.extended());
      } else if (ends == null && KubernetesVersions.isTooOld(version)) {
        problems.report(RULE, cluster, "got " + version + ", which EKS offers no longer");
      }
    }
  }
}
