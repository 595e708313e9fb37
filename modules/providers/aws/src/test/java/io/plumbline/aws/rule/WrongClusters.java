package io.plumbline.aws.rule;

import static io.plumbline.aws.rule.WrongDesign.design;
import static io.plumbline.dsl.Words.days;

import io.plumbline.dsl.ClusterAddOnBuilder;
import io.plumbline.dsl.KubernetesClusterBuilder;
import io.plumbline.dsl.NodePoolBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.WorkloadRoleBuilder;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.KubernetesCluster.Level;
import io.plumbline.model.KubernetesCluster.Log;
import io.plumbline.model.Network;
import io.plumbline.model.NodePool.Effect;
import io.plumbline.model.NodePool.OperatingSystem;
import java.util.List;
import java.util.function.Consumer;

/** Kubernetes clusters with one fault each: a new rule adds a line. */
final class WrongClusters {
  private static final String X = "arn:aws:iam::123456789012:role/x";

  static final List<WrongDesign> ALL =
      List.of(
          design("PLB-KUBE-001", "one zone", WrongClusters::inOneZone),
          cluster("PLB-KUBE-002", "open to the world", c -> c.publicEndpoint("0.0.0.0/0")),
          cluster(
              "PLB-KUBE-002", "open by halves", c -> c.publicEndpoint("0.0.0.0/1", "128.0.0.0/1")),
          cluster("PLB-KUBE-002", "open by IPv6", c -> c.publicEndpoint("::/0")),
          cluster("PLB-KUBE-003", "nobody reaches it", c -> c.privateEndpoint(false)),
          cluster(
              "PLB-KUBE-003",
              "its nodes do not reach it",
              c -> c.privateEndpoint(false).publicEndpoint("203.0.113.0/24")),
          design("PLB-KUBE-004", "nodes elsewhere", WrongClusters::nodesElsewhere),
          nodes("PLB-KUBE-005", "value of a label", n -> n.label("use", "a b")),
          nodes("PLB-KUBE-005", "key of a label", n -> n.label("/use", "a")),
          nodes(
              "PLB-KUBE-005",
              "taint twice",
              n -> n.taint("a", "b", Effect.NO_EXECUTE).taint("a", "c", Effect.NO_EXECUTE)),
          addOn("PLB-KUBE-006", "add-on twice", a -> a.named("coredns", "v1.12.4-eksbuild.1")),
          cluster(
              "PLB-KUBE-007",
              "principal twice",
              c -> c.administrator("a", X).access("b", X, Level.VIEW)),
          cluster("PLB-KUBE-007", "name of an access", c -> c.administrator("A", X)),
          design("PLB-KUBE-008", "service account twice", WrongClusters::serviceAccountTwice),
          nodes("PLB-KUBE-009", "never a node", n -> n.count(0)),
          nodes("PLB-KUBE-009", "replaced by none", n -> n.maxUnavailable(0)),
          cluster("PLB-KUBE-020", "version that nobody knows", c -> c.version("1.99")),
          cluster("PLB-KUBE-031", "version that is gone", c -> c.version("1.20")),
          cluster("PLB-KUBE-020", "no such version", c -> c.version("latest")),
          addOn("PLB-KUBE-021", "add-on", a -> a.named("core-dns", "v1.12.4-eksbuild.1")),
          addOn("PLB-KUBE-021", "version of it", a -> a.named("metrics-server", "0.7.2")),
          design(
              "PLB-KUBE-022",
              "no network for pods",
              site -> new RightCluster(site).addOns("kube-proxy", "coredns").describe()),
          nodes("PLB-KUBE-023", "no agent that watches", n -> n.repaired()),
          nodes("PLB-KUBE-024", "no such type", n -> n.instanceTypes("p5.49xlarge")),
          nodes("PLB-KUBE-024", "no type at all", n -> n.instanceTypes("large")),
          nodes("PLB-KUBE-024", "two processors", n -> n.instanceTypes("m7i.large", "m7g.large")),
          nodes(
              "PLB-KUBE-025",
              "Trainium without drivers",
              n -> n.instanceTypes("trn1.2xlarge").system(OperatingSystem.CONTAINERS_ONLY)),
          design("PLB-KUBE-026", "role without rights", WrongClusters::roleWithoutRights),
          nodes("PLB-KUBE-027", "label of Kubernetes", n -> n.label("kubernetes.io/role", "a")),
          nodes("PLB-KUBE-027", "label of EKS", n -> n.label("eks.amazonaws.com/x", "a")),
          nodes(
              "PLB-KUBE-027",
              "taint of Kubernetes",
              n -> n.taint("node-role.kubernetes.io/x", "", Effect.NO_SCHEDULE)),
          cluster("PLB-KUBE-028", "services abroad", c -> c.serviceCidr("8.8.0.0/16")),
          cluster("PLB-KUBE-028", "services in the network", c -> c.serviceCidr("10.0.0.0/16")),
          cluster("PLB-KUBE-028", "time of logs", c -> c.logs(Log.API).keepLogs(days(8))),
          cluster("PLB-KUBE-028", "tag", c -> c.tag("plumbline:id", "x")),
          cluster("PLB-KUBE-029", "name alone", c -> c.administrator("a", "operators")),
          cluster(
              "PLB-KUBE-029",
              "session",
              c -> c.administrator("a", "arn:aws:sts::123456789012:assumed-role/a/b")),
          design(
              "PLB-KUBE-030",
              "no way out",
              site -> new RightCluster(site).network(n -> {}).describe()));

  private WrongClusters() {}

  private static WrongDesign cluster(
      String code, String what, Consumer<KubernetesClusterBuilder> change) {
    return design(code, what, site -> new RightCluster(site).cluster(change).describe());
  }

  private static WrongDesign nodes(String code, String what, Consumer<NodePoolBuilder> change) {
    return design(
        code, what, site -> new RightCluster(site).nodes((n, net) -> change.accept(n)).describe());
  }

  private static WrongDesign addOn(String code, String what, Consumer<ClusterAddOnBuilder> change) {
    return design(
        code,
        what,
        site -> {
          KubernetesCluster cluster = new RightCluster(site).describe();
          site.clusterAddOn("more", a -> change.accept(a.of(cluster)));
        });
  }

  private static void inOneZone(SiteBlueprint site) {
    Network lonely =
        site.network("lonely", n -> n.cidr("10.9.0.0/16").zones("us-east-1a").privateSubnets(20));
    site.kubernetesCluster("c", c -> c.in(lonely.privateSubnets()).version("1.35"));
  }

  private static void nodesElsewhere(SiteBlueprint site) {
    Network other =
        site.network(
            "other",
            n ->
                n.cidr("10.9.0.0/16")
                    .zones("us-east-1a")
                    .publicSubnets(24)
                    .privateSubnets(20)
                    .oneNatGateway());
    new RightCluster(site).nodes((n, net) -> n.in(other.privateSubnets())).describe();
  }

  private static void serviceAccountTwice(SiteBlueprint site) {
    KubernetesCluster cluster = new RightCluster(site).describe();
    site.workloadRole("one", r -> trainer(r.of(cluster)));
    site.workloadRole("other", r -> trainer(r.of(cluster)));
  }

  private static void trainer(WorkloadRoleBuilder role) {
    role.serviceAccount("jobs", "trainer").managedPolicy("AmazonS3FullAccess");
  }

  private static void roleWithoutRights(SiteBlueprint site) {
    InstanceRole role =
        site.instanceRole("role", r -> r.managedPolicy("AmazonEKSWorkerNodePolicy"));
    new RightCluster(site).nodes((n, net) -> n.role(role)).describe();
  }
}
