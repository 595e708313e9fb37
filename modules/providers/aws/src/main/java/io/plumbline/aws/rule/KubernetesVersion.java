package io.plumbline.aws.rule;

import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.KubernetesCluster.Support;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A version of Kubernetes that EKS does not offer, or that is old. */
final class KubernetesVersion implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-KUBE-020",
          "version of Kubernetes old or unknown",
          "EKS supports a version for 14 months, and then for 12 more at six times the"
              + " price, or moves the cluster to the next one by itself, whether its workloads"
              + " are ready or not.",
          "Amazon EKS User Guide, Understand the Kubernetes version lifecycle on EKS"
              + " (2026-02)",
          "move to a newer version, one minor version at a time; say support(EXTENDED) if"
              + " the price is meant");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    LocalDate today = LocalDate.ofInstant(scope.now(), ZoneOffset.UTC);
    for (KubernetesCluster cluster : scope.all(KubernetesCluster.class)) {
      if (cluster.version() != null) {
        check(cluster, cluster.version(), today, problems);
      }
    }
  }

  private static boolean isOld(KubernetesVersions.Ends ends, LocalDate today) {
    return today.isAfter(ends.standard()) && !today.isAfter(ends.extended());
  }

  private static void check(
      KubernetesCluster cluster, String version, LocalDate today, Problems problems) {
    KubernetesVersions.Ends ends = KubernetesVersions.of(version);
    if (!version.matches("1\\.[0-9]{2}")) {
      problems.report(RULE, cluster, "got \"" + version + "\"; a version is \"1.34\"");
    } else if (ends == null && !KubernetesVersions.isTooOld(version)) {
      problems.report(
          RULE,
          cluster,
          "got "
              + version
              + ", which is newer than all that are known here: nobody looked whether EKS offers"
              + " it, and when its support ends");
    } else if (ends != null && isOld(ends, today)) {
      problems.report(
          RULE,
          cluster,
          "got "
              + version
              + ", whose standard support ended on "
              + ends.standard()
              + (cluster.support() == Support.EXTENDED
                  ? ": it costs 0.60 USD/h in place of 0.10"
                  : ": EKS moves the cluster to the next one by itself"));
    }
  }
}
