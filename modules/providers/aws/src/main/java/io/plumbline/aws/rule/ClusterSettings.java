package io.plumbline.aws.rule;

import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.Network;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.unit.Cidr;
import java.util.List;
import java.util.Set;

/** A setting of a cluster that AWS refuses. */
final class ClusterSettings implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-KUBE-028",
          "setting of a cluster not allowed",
          "EKS or CloudWatch refuses it in the middle of a deploy; addresses of services"
              + " that its network has too can never be reached.",
          "Amazon EKS API Reference, KubernetesNetworkConfigRequest: serviceIpv4Cidr;"
              + " CloudWatch Logs API Reference, PutRetentionPolicy",
          "serviceCidr is a private block of /12 to /24 outside of the network; keepLogs"
              + " is one of the times that CloudWatch has; tags do not begin with aws: or"
              + " plumbline:");

  private static final List<String> PRIVATE =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

  /** In days. */
  private static final Set<Long> DAYS =
      Set.of(
          1L, 3L, 5L, 7L, 14L, 30L, 60L, 90L, 120L, 150L, 180L, 365L, 400L, 545L, 731L, 1096L,
          1827L, 2192L, 2557L, 2922L, 3288L, 3653L);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (KubernetesCluster cluster : scope.all(KubernetesCluster.class)) {
      if (cluster.serviceCidr() != null) {
        services(cluster, cluster.serviceCidr(), problems);
      }
      if (!cluster.logs().isEmpty() && !DAYS.contains(cluster.keepLogs().toDays())) {
        problems.report(
            RULE,
            cluster,
            "got keepLogs(days("
                + cluster.keepLogs().toDays()
                + ")); allowed are "
                + DAYS.stream().sorted().toList());
      }
      cluster.tags().keySet().stream()
          .filter(key -> key.equals("Name") || key.matches("(aws|plumbline):.*"))
          .forEach(key -> problems.report(RULE, cluster, "got tag \"" + key + "\""));
    }
  }

  private static void services(KubernetesCluster cluster, Cidr block, Problems problems) {
    boolean inside = PRIVATE.stream().anyMatch(wide -> Cidr.parse(wide).contains(block));
    boolean sized = block.prefix() >= 12 && block.prefix() <= 24;
    if (block.family() != Cidr.Family.IPV4 || !inside || !sized) {
      problems.report(RULE, cluster, "got serviceCidr(\"" + block + "\")");
    } else if (cluster.subnets() != null
        && cluster.subnets().network() instanceof Network network
        && network.cidr() != null
        && network.cidr().overlaps(block)) {
      problems.report(
          RULE, cluster, "got serviceCidr(\"" + block + "\") in a network of " + network.cidr());
    }
  }
}
