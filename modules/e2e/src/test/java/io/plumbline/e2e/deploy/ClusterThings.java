package io.plumbline.e2e.deploy;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.gib;

import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.Endpoint;
import io.plumbline.model.Key;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.KubernetesCluster.Level;
import io.plumbline.model.KubernetesCluster.Log;
import io.plumbline.model.KubernetesCluster.Support;
import io.plumbline.model.Network;
import io.plumbline.model.NodePool.Effect;
import io.plumbline.model.NodePool.OperatingSystem;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.WorkloadRole;

/** A Kubernetes cluster and what stands in it: a part of {@link EveryKind}. */
final class ClusterThings {
  private ClusterThings() {}

  static void describe(SiteBlueprint site, Key key) {
    Network network =
        site.network(
            "cluster-net",
            n ->
                n.cidr("10.51.0.0/16")
                    .zones("us-east-1a", "us-east-1b")
                    .privateSubnets(24)
                    .endpoints(Endpoint.OBJECT_STORE));
    SecurityRules among =
        site.securityRules(
            "among", s -> s.in(network).amongThemselves().egress(r -> r.tcp(443).toAnywhere()));
    KubernetesCluster cluster =
        site.kubernetesCluster(
            "cluster",
            c ->
                c.in(network.privateSubnets())
                    // One that does not grow old while these tests are run.
                    .version("1.99")
                    .publicEndpoint("203.0.113.0/24", "198.51.100.0/24")
                    .securedBy(among)
                    .secretsEncryptedWith(key)
                    .serviceCidr("172.20.0.0/16")
                    .logs(Log.API, Log.AUDIT, Log.CONTROLLER_MANAGER)
                    .keepLogs(days(30))
                    .administrator("ops", "arn:aws:iam::123456789012:role/operators")
                    .access(
                        "builders",
                        "arn:aws:iam::123456789012:role/builders",
                        Level.EDIT,
                        "builds",
                        "jobs")
                    .support(Support.EXTENDED)
                    .tag("cost-centre", "a & b"));
    site.clusterAddOn(
        "watch", a -> a.of(cluster).named("eks-node-monitoring-agent", "v1.4.0-eksbuild.2"));
    site.clusterAddOn("proxy", a -> a.of(cluster).named("kube-proxy", "v1.34.0-eksbuild.2"));
    site.clusterAddOn("cni", a -> a.of(cluster).named("vpc-cni", "v1.20.1-eksbuild.1"));
    site.clusterAddOn(
        "agent", a -> a.of(cluster).named("eks-pod-identity-agent", "v1.3.8-eksbuild.2"));
    site.nodePool(
        "system",
        n ->
            n.of(cluster)
                .instanceTypes("m7i.large")
                .count(2)
                .system(OperatingSystem.CONTAINERS_ONLY));
    site.nodePool(
        "gpus",
        n ->
            n.of(cluster)
                .in(network.privateSubnets().inZones("us-east-1a"))
                .instanceTypes("p5.48xlarge")
                .count(band(0, 2).ownedBy("cluster-autoscaler"))
                .fabric()
                .rootDisk(gib(300), d -> d.encryptedWith(key))
                .securedBy(among)
                .label("example.com/use", "training")
                .taint("nvidia.com/gpu", "present", Effect.NO_SCHEDULE)
                .taint("example.com/slow", "", Effect.PREFER_NO_SCHEDULE)
                .repaired());
    site.nodePool(
        "cheap", n -> n.of(cluster).instanceTypes("g5.xlarge", "g6.xlarge").count(1).spot());
    WorkloadRole disks =
        site.workloadRole(
            "disks",
            r ->
                r.of(cluster)
                    .serviceAccount("kube-system", "ebs-csi-controller-sa")
                    .managedPolicy("service-role/AmazonEBSCSIDriverPolicy")
                    .allow("kms:Decrypt", "kms:CreateGrant")
                    .on(key.arn()));
    site.clusterAddOn(
        "ebs", a -> a.of(cluster).named("aws-ebs-csi-driver", "v1.45.0-eksbuild.2").role(disks));
    site.clusterAddOn(
        "dns",
        a ->
            a.of(cluster)
                .named("coredns", "v1.12.4-eksbuild.1")
                .configuration("{\"replicaCount\": 3, \"nodeSelector\": {\"a/b\": \"${c}\"}}"));
  }
}
