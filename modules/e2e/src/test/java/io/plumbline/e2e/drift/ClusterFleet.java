package io.plumbline.e2e.drift;

import static io.plumbline.dsl.Words.band;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.model.Endpoint;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.KubernetesCluster.Level;
import io.plumbline.model.KubernetesCluster.Log;
import io.plumbline.model.Network;
import io.plumbline.model.NodePool.Effect;

/** A Kubernetes cluster with two node pools, add-ons, and a role of pods. */
public final class ClusterFleet implements Stack<ClusterFleet.Parameters> {
  static final String NAME = "cluster-fleet";

  /** Its one setting: the most nodes of the pool that an autoscaler moves. */
  public record Parameters(int most) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters parameters) {
    SiteBlueprint site = blueprint.site();
    Network network =
        site.network(
            "net",
            n ->
                n.cidr("10.80.0.0/16")
                    .zones("us-east-1a", "us-east-1b")
                    .privateSubnets(24)
                    .endpoints(Endpoint.OBJECT_STORE));
    KubernetesCluster cluster =
        site.kubernetesCluster(
            "cluster",
            c ->
                c.in(network.privateSubnets())
                    .version("1.99")
                    .logs(Log.API, Log.AUDIT)
                    .access("ops", "arn:aws:iam::123456789012:role/ops", Level.EDIT, "jobs"));
    site.clusterAddOn("cni", a -> a.of(cluster).named("vpc-cni", "v1.20.1-eksbuild.1"));
    site.clusterAddOn("proxy", a -> a.of(cluster).named("kube-proxy", "v1.34.0-eksbuild.2"));
    site.clusterAddOn(
        "agent", a -> a.of(cluster).named("eks-pod-identity-agent", "v1.3.8-eksbuild.2"));
    site.nodePool("system", n -> n.of(cluster).instanceTypes("m7i.large").count(1));
    site.nodePool(
        "gpus",
        n ->
            n.of(cluster)
                .instanceTypes("g5.xlarge")
                .count(band(0, parameters.most()).ownedBy("cluster-autoscaler"))
                .label("example.com/use", "training")
                .taint("nvidia.com/gpu", "present", Effect.NO_SCHEDULE));
    site.clusterAddOn(
        "dns",
        a ->
            a.of(cluster)
                .named("coredns", "v1.12.4-eksbuild.1")
                .configuration("{\"replicaCount\": 3}"));
    site.workloadRole(
        "pods",
        r ->
            r.of(cluster)
                .serviceAccount("jobs", "trainer")
                .allow("s3:GetObject")
                .on("arn:aws:s3:::data/*"));
  }
}
