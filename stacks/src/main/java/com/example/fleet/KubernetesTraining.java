package com.example.fleet;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.gib;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.model.Bucket;
import io.plumbline.model.Endpoint;
import io.plumbline.model.Key;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.KubernetesCluster.Log;
import io.plumbline.model.Network;
import io.plumbline.model.NodePool.Effect;
import io.plumbline.model.SecurityRules;
import io.plumbline.unit.Cidr;
import java.util.List;

/**
 * Training jobs on Kubernetes: a cluster that its network alone reaches, a few nodes for what
 * belongs to it, and nodes with a fabric between them, as many as an autoscaler finds jobs for.
 */
public final class KubernetesTraining implements Stack<KubernetesTraining.Parameters> {

  /**
   * What differs from environment to environment.
   *
   * @param zones two at least; trainers are in the first, since a fabric ends at the zone
   * @param version of Kubernetes
   * @param operators who may do everything, as IAM names them
   * @param trainer the provider's type of a node that trains
   * @param most nodes that train at a time
   * @param addOns what each node or the cluster needs, by name, with its version
   */
  public record Parameters(
      Cidr cidr,
      List<String> zones,
      String version,
      String operators,
      String trainer,
      int most,
      AddOns addOns) {}

  /** Versions, which fit a version of Kubernetes. */
  public record AddOns(String network, String proxy, String dns, String identity) {}

  @Override
  public String name() {
    return "kubernetes-training";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters p) {
    SiteBlueprint site = blueprint.site();
    Network network =
        site.network(
            "net",
            n ->
                n.cidr(p.cidr())
                    .zones(p.zones())
                    .privateSubnets(20)
                    .publicSubnets(26)
                    .oneNatGateway()
                    .endpoints(Endpoint.OBJECT_STORE));
    SecurityRules fabric = site.securityRules("fabric", s -> s.in(network).amongThemselves());
    Key secrets = site.key("secrets");
    Bucket checkpoints = site.bucket("checkpoints");
    KubernetesCluster cluster =
        site.kubernetesCluster(
            "cluster",
            c ->
                c.in(network.privateSubnets())
                    .version(p.version())
                    .secretsEncryptedWith(secrets)
                    .logs(Log.API, Log.AUDIT, Log.AUTHENTICATOR)
                    .administrator("operators", p.operators()));
    addOns(site, cluster, p.addOns());
    site.nodePool(
        "system",
        n -> n.of(cluster).instanceTypes("m7i.xlarge").count(2).label("example.com/use", "system"));
    site.nodePool(
        "trainers",
        n ->
            n.of(cluster)
                .in(network.privateSubnets().inZones(p.zones().get(0)))
                .instanceTypes(p.trainer())
                .count(band(0, p.most()).ownedBy("cluster-autoscaler"))
                .fabric()
                .rootDisk(gib(500))
                .securedBy(fabric)
                .label("example.com/use", "training")
                .taint("nvidia.com/gpu", "present", Effect.NO_SCHEDULE));
    site.workloadRole(
        "jobs",
        r ->
            r.of(cluster)
                .serviceAccount("training", "job")
                .allow("s3:ListBucket")
                .on(checkpoints.arn())
                .allow("s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload")
                .on(checkpoints.objects()));
  }

  private static void addOns(SiteBlueprint site, KubernetesCluster cluster, AddOns versions) {
    site.clusterAddOn("network", a -> a.of(cluster).named("vpc-cni", versions.network()));
    site.clusterAddOn("proxy", a -> a.of(cluster).named("kube-proxy", versions.proxy()));
    site.clusterAddOn(
        "identity", a -> a.of(cluster).named("eks-pod-identity-agent", versions.identity()));
    site.clusterAddOn(
        "dns",
        a ->
            a.of(cluster)
                .named("coredns", versions.dns())
                .configuration("{\"nodeSelector\": {\"example.com/use\": \"system\"}}"));
  }
}
