package io.plumbline.aws.rule;

import io.plumbline.model.ClusterAddOn;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** An add-on or a version that is not named as EKS names its own. */
final class AddOnName implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-KUBE-021",
          "add-on unknown, or version not as EKS names them",
          "EKS refuses an add-on or a version that it does not have, in the middle of a"
              + " deploy.",
          "Amazon EKS User Guide, AWS add-ons; Amazon EKS API Reference,"
              + " DescribeAddonVersions (2025-06)",
          "take the name from `aws eks describe-addon-versions`, and the version as"
              + " v1.2.3-eksbuild.4; those of the Marketplace are not known here");

  private static final Pattern VERSION =
      Pattern.compile("v[0-9]+\\.[0-9]+\\.[0-9]+-eksbuild\\.[0-9]+");

  private static final Set<String> KNOWN =
      new TreeSet<>(
          List.of(
              "adot",
              "amazon-cloudwatch-observability",
              "aws-ebs-csi-driver",
              "aws-efs-csi-driver",
              "aws-fsx-csi-driver",
              "aws-guardduty-agent",
              "aws-mountpoint-s3-csi-driver",
              "aws-network-flow-monitoring-agent",
              "cert-manager",
              "coredns",
              "eks-node-monitoring-agent",
              "eks-pod-identity-agent",
              "external-dns",
              "kube-proxy",
              "kube-state-metrics",
              "metrics-server",
              "prometheus-node-exporter",
              "snapshot-controller",
              "vpc-cni"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (ClusterAddOn addOn : scope.all(ClusterAddOn.class)) {
      if (addOn.name() != null && !KNOWN.contains(addOn.name())) {
        problems.report(
            RULE, addOn, "got \"" + addOn.name() + "\"; AWS's own are " + String.join(", ", KNOWN));
      } else if (addOn.version() != null && !VERSION.matcher(addOn.version()).matches()) {
        problems.report(RULE, addOn, "got version \"" + addOn.version() + "\"");
      }
    }
  }
}
