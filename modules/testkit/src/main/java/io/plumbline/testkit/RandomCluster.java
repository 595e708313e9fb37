package io.plumbline.testkit;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.gib;

import io.plumbline.dsl.KubernetesClusterBuilder;
import io.plumbline.dsl.NodePoolBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.AnyKey;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.KubernetesCluster.Level;
import io.plumbline.model.KubernetesCluster.Log;
import io.plumbline.model.KubernetesCluster.Support;
import io.plumbline.model.Network;
import io.plumbline.model.NodePool.Effect;
import io.plumbline.model.NodePool.OperatingSystem;
import io.plumbline.model.Placement;
import io.plumbline.model.SecurityRules;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A Kubernetes cluster made by chance: a part of a {@link RandomFleet}. */
record RandomCluster(SiteBlueprint site, String prefix, Random random) {
  private static final List<String> ADD_ONS =
      List.of(
          "vpc-cni",
          "kube-proxy",
          "coredns",
          "eks-pod-identity-agent",
          "eks-node-monitoring-agent");

  private static final List<String> TYPES =
      List.of("m7i.large", "c8g.4xlarge", "g5.xlarge", "g6.12xlarge", "p5.48xlarge");

  /** JSON with what Terraform, CloudFormation and YAML each take for their own. */
  private static final List<String> CONFIGURATIONS =
      List.of(
          "{}", "{\"a\": \"${b}\", \"c\": [1, 2.5, null]}", "{\"%{if}\": {\"$$\": \"é\\n!Ref\"}}");

  void describe(@Nullable AnyKey key) {
    Network network =
        site.network(
            prefix + "-cluster-net",
            n ->
                n.cidr("10.200.0.0/16")
                    .zones(site.region() + "a", site.region() + "b")
                    .privateSubnets(20)
                    .publicSubnets(26)
                    .oneNatGateway());
    SecurityRules among =
        site.securityRules(
            prefix + "-among",
            s -> s.in(network).amongThemselves().egress(r -> r.tcp(443).toAnywhere()));
    KubernetesCluster cluster =
        site.kubernetesCluster(
            prefix + "-cluster", c -> cluster(c.in(network.privateSubnets()), among, key));
    for (String name : ADD_ONS) {
      site.clusterAddOn(
          prefix + "-" + name,
          a -> {
            a.of(cluster).named(name, "v1." + random.nextInt(30) + ".0-eksbuild.1");
            if (random.nextBoolean()) {
              a.configuration(oneOf(CONFIGURATIONS));
            }
          });
    }
    for (int i = 0; i <= random.nextInt(3); i++) {
      site.nodePool(prefix + "-nodes-" + i, n -> nodes(n.of(cluster), network, among, key));
    }
    site.workloadRole(
        prefix + "-pods",
        r -> r.of(cluster).serviceAccount("jobs", "trainer").managedPolicy("AmazonS3FullAccess"));
  }

  private void cluster(
      KubernetesClusterBuilder cluster, SecurityRules among, @Nullable AnyKey key) {
    // A version that does not grow old.
    cluster.version("1.99").support(oneOf(List.of(Support.values())));
    if (random.nextBoolean()) {
      cluster.publicEndpoint("203.0.113.0/24", "198.51.100." + random.nextInt(256) + "/32");
    }
    if (random.nextBoolean()) {
      cluster.securedBy(among).serviceCidr("172.20.0.0/16");
    }
    if (key != null && random.nextBoolean()) {
      cluster.secretsEncryptedWith(key);
    }
    for (Log part : Log.values()) {
      if (random.nextBoolean()) {
        cluster.logs(part).keepLogs(days(30));
      }
    }
    for (Level level : Level.values()) {
      if (random.nextBoolean()) {
        String name = "may-" + level.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String principal = "arn:aws:iam::123456789012:role/" + name;
        if (random.nextBoolean()) {
          cluster.access(name, principal, level, "jobs", "builds");
        } else {
          cluster.access(name, principal, level);
        }
      }
    }
  }

  private void nodes(
      NodePoolBuilder nodes, Network network, SecurityRules among, @Nullable AnyKey key) {
    String type = oneOf(TYPES);
    nodes.instanceTypes(type).maxUnavailable(1 + random.nextInt(3));
    nodes.rootDisk(
        gib(50L + random.nextInt(200)),
        d -> {
          if (key != null && random.nextBoolean()) {
            d.encryptedWith(key);
          }
        });
    if (random.nextBoolean()) {
      nodes.count(1 + random.nextInt(3));
    } else {
      nodes.count(band(random.nextInt(2), 2L + random.nextInt(30)).ownedBy("autoscaler"));
    }
    switch (random.nextInt(4)) {
      case 0 -> nodes.system(OperatingSystem.CONTAINERS_ONLY);
      case 1 -> nodes.spot();
      case 2 -> nodes.placement(Placement.PARTITION);
      default -> nodes.repaired();
    }
    if (type.equals("p5.48xlarge")) {
      nodes
          .in(network.privateSubnets().inZones(site.region() + "a"))
          .fabric()
          .securedBy(among)
          .taint("nvidia.com/gpu", "present", oneOf(List.of(Effect.values())));
    }
    if (random.nextBoolean()) {
      nodes.label("example.com/use", "a_b.c-" + random.nextInt(9)).label("team", "");
    }
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
