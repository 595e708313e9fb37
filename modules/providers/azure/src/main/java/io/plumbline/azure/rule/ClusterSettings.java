package io.plumbline.azure.rule;

import io.plumbline.azure.lower.ClusterBlocks;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.Network;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.unit.Cidr;
import java.util.List;

/** A setting of a cluster that AKS refuses, or with which its pods reach nothing. */
final class ClusterSettings implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-040",
          "setting of a cluster not allowed",
          "AKS refuses it in the middle of a deploy; addresses of services or pods that its network"
              + " has too can never be reached.",
          "Microsoft Learn, Azure CNI Overlay networking in AKS: IP address planning; Supported"
              + " Kubernetes versions in AKS",
          "a version is \"1.33\" or \"1.33.5\"; serviceCidr is a private block of /12 to /27"
              + " outside of the network; tags do not begin with plumbline:, azure, microsoft or"
              + " windows");

  private static final List<String> PRIVATE =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");
  private static final int WIDEST = 12;
  private static final int NARROWEST = 27;

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AzureScope scope, Problems problems) {
    for (KubernetesCluster cluster : scope.all(KubernetesCluster.class)) {
      if (cluster.version() != null && !cluster.version().matches("1\\.[0-9]{2}(\\.[0-9]{1,3})?")) {
        problems.report(RULE, cluster, "got version(\"" + cluster.version() + "\")");
      }
      cluster.tags().keySet().stream()
          .filter(key -> key.matches("(?i)(plumbline:|azure|microsoft|windows).*|.*[<>%&\\\\?/].*"))
          .forEach(key -> problems.report(RULE, cluster, "got tag \"" + key + "\""));
      if (cluster.serviceCidr() == null || isRight(cluster, cluster.serviceCidr(), problems)) {
        network(cluster, problems);
      }
    }
  }

  private static boolean isRight(KubernetesCluster cluster, Cidr block, Problems problems) {
    boolean right =
        block.family() == Cidr.Family.IPV4
            && PRIVATE.stream().anyMatch(wide -> Cidr.parse(wide).contains(block))
            && block.prefix() >= WIDEST
            && block.prefix() <= NARROWEST;
    if (!right) {
      problems.report(RULE, cluster, "got serviceCidr(\"" + block + "\")");
    }
    return right;
  }

  /** Neither services nor pods have addresses that the network has. */
  private static void network(KubernetesCluster cluster, Problems problems) {
    if (cluster.subnets() == null
        || !(cluster.subnets().network() instanceof Network network)
        || network.cidr() == null) {
      return;
    }
    ClusterBlocks blocks = ClusterBlocks.of(cluster);
    if (blocks.services().overlaps(network.cidr())) {
      problems.report(
          RULE,
          cluster,
          "got services in " + blocks.services() + " in a network of " + network.cidr());
    } else if (blocks.pods().overlaps(network.cidr())
        || blocks.pods().overlaps(blocks.services())) {
      problems.report(
          RULE,
          cluster,
          "got a network of "
              + network.cidr()
              + " and services in "
              + blocks.services()
              + "; allowed are such that leave 10.244.0.0/14 or 172.16.0.0/14 to pods");
    }
  }
}
