package io.plumbline.aws.rule;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.gib;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.catalogue.Catalogue;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.NodePoolBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.Design;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.KubernetesCluster.Level;
import io.plumbline.model.KubernetesCluster.Support;
import io.plumbline.model.NodePool.Effect;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.WorkloadRole;
import io.plumbline.rule.Problems;
import io.plumbline.testkit.Describing;
import io.plumbline.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is refused of Kubernetes clusters, beside {@link WrongClusters}, and what is not. */
final class ClusterRulesTest {

  @Test
  void takeAClusterThatIsRight() {
    assertThat(codes(site -> new RightCluster(site).describe())).isEmpty();
    assertThat(
            codes(
                site ->
                    new RightCluster(site)
                        .cluster(
                            c ->
                                c.publicEndpoint("203.0.113.0/24")
                                    .serviceCidr("172.20.0.0/16")
                                    .access(
                                        "ci",
                                        "arn:aws:iam::123456789012:role/path/ci",
                                        Level.EDIT,
                                        "builds"))
                        .nodes(
                            (n, net) ->
                                n.count(band(0, 4).ownedBy("autoscaler"))
                                    .label("node.kubernetes.io/use", "a.b_c-1")
                                    .label("example.com/use", "")
                                    .taint("nvidia.com/gpu", "", Effect.NO_SCHEDULE)
                                    .taint("nvidia.com/gpu", "", Effect.NO_EXECUTE))
                        .describe()))
        .isEmpty();
  }

  @Test
  void holdNodePoolsToWhatPoolsAreHeldTo() {
    catches("PLB-POOL-001", (n, net, site) -> n.count(band(3, 1).ownedBy("x")));
    catches("PLB-POOL-016", (n, net, site) -> n.count(band(0, 1).ownedBy("")));
    catches("PLB-POOL-009", (n, net, site) -> n.rootDisk(gib(50), d -> d.encrypted(false)));
    catches("PLB-POOL-008", (n, net, site) -> n.instanceTypes("p6-b300.48xlarge").spot());
    catches("PLB-POOL-011", (n, net, site) -> n.instanceTypes("p5e.48xlarge"));
    catches("PLB-FAB-001", (n, net, site) -> n.instanceTypes("p5.48xlarge").fabric());
    catches("PLB-FAB-003", (n, net, site) -> n.instanceTypes("p5.48xlarge").fabric());
    catches("PLB-KUBE-024", (n, net, site) -> n.instanceTypes("hpc7a.96xlarge").fabric());
    catches(
        "PLB-RES-001",
        (n, net, site) ->
            n.in(net.privateSubnets().inZones("us-east-1a"))
                .instanceTypes("p5.48xlarge")
                .reservation(kept(site))
                .spot());
    catches(
        "PLB-RES-002",
        (n, net, site) ->
            n.in(net.privateSubnets().inZones("us-east-1a"))
                .instanceTypes("p5.48xlarge")
                .count(9)
                .reservation(kept(site)));
    catches(
        "PLB-RES-004", (n, net, site) -> n.instanceTypes("p5.48xlarge").reservation(kept(site)));
    catches("PLB-SEC-005", (n, net, site) -> n.securedBy(foreign(site)));
  }

  private static CapacityReservation kept(SiteBlueprint site) {
    return site.capacityReservation(
        "kept", r -> r.instanceType("p5.48xlarge").count(4).zone("us-east-1a"));
  }

  private static SecurityRules foreign(SiteBlueprint site) {
    var other =
        site.network("other", n -> n.cidr("10.9.0.0/16").zones("us-east-1a").privateSubnets(20));
    return site.securityRules("foreign", s -> s.in(other).egress(r -> r.all().toAnywhere()));
  }

  @Test
  void keepsPodsFromTheMetadataServiceUnlessThePoolSaysOtherwise() {
    assertThat(hops(n -> {})).isEqualTo(Value.whole(1));
    assertThat(hops(NodePoolBuilder::metadataForPods)).isEqualTo(Value.whole(2));
  }

  private static Value hops(Consumer<NodePoolBuilder> change) {
    Design design =
        Describing.on(
            site -> new RightCluster(site).nodes((n, net) -> change.accept(n)).describe());
    Value.Obj template =
        Judging.AWS.lower(design, Describing.TARGET).get("nodes/template").attributes();
    return ((Value.Obj) template.get("metadataOptions")).get("httpPutResponseHopLimit");
  }

  @Test
  void saysWhenTheSupportOfAVersionEnds() {
    assertThat(said("1.32", Support.STANDARD, "2026-03-22T00:00:00Z")).isEmpty();
    assertThat(said("1.32", Support.STANDARD, "2026-03-25T00:00:00Z"))
        .containsExactly(
            "cluster \"cluster\": got 1.32, whose standard support ended on 2026-03-23: EKS moves"
                + " the cluster to the next one by itself");
    assertThat(said("1.32", Support.EXTENDED, "2026-03-25T00:00:00Z"))
        .containsExactly(
            "cluster \"cluster\": got 1.32, whose standard support ended on 2026-03-23: it costs"
                + " 0.60 USD/h in place of 0.10");
    assertThat(said("1.32", Support.EXTENDED, "2027-03-25T00:00:00Z"))
        .containsExactly("cluster \"cluster\": got 1.32, whose support ended on 2027-03-23");
    assertThat(said("1.99", Support.STANDARD, "2027-03-25T00:00:00Z"))
        .singleElement()
        .asString()
        .contains("got 1.99, which is newer than all that are known here");
  }

  private static List<String> said(String version, Support support, String now) {
    Design design =
        Describing.on(
            site ->
                new RightCluster(site)
                    .cluster(c -> c.version(version).support(support))
                    .describe());
    Problems problems = new Problems();
    var scope = new AwsScope(design, Describing.TARGET, Catalogue.builtIn(), Instant.parse(now));
    new KubernetesNoLonger().check(scope, problems);
    new KubernetesVersion().check(scope, problems);
    return problems.all().stream()
        .map(each -> each.detail().replaceAll(" \\(called from .*", ""))
        .toList();
  }

  @Test
  void wantsTheAgentThatHandsOutRoles() {
    Consumer<SiteBlueprint> without =
        site -> {
          KubernetesCluster cluster =
              new RightCluster(site).addOns("vpc-cni", "kube-proxy", "coredns").describe();
          pods(site, "pods", cluster);
        };
    assertThat(codes(without)).containsExactly("PLB-KUBE-023");
    assertThat(codes(site -> pods(site, "pods", new RightCluster(site).describe()))).isEmpty();
  }

  @Test
  void refusesTheRoleOfAnotherClusterForAnAddOn() {
    assertThat(
            codes(
                site -> {
                  KubernetesCluster cluster = new RightCluster(site).describe();
                  KubernetesCluster other =
                      site.kubernetesCluster("other", c -> c.in(cluster.subnets()).version("1.35"));
                  site.clusterAddOn(
                      "agent",
                      a -> a.of(other).named("eks-pod-identity-agent", "v1.3.8-eksbuild.2"));
                  WorkloadRole role = pods(site, "pods", other);
                  site.clusterAddOn(
                      "ebs",
                      a ->
                          a.of(cluster)
                              .named("aws-ebs-csi-driver", "v1.45.0-eksbuild.2")
                              .role(role));
                }))
        .containsExactly("PLB-KUBE-006");
  }

  private static WorkloadRole pods(SiteBlueprint site, String id, KubernetesCluster cluster) {
    return site.workloadRole(
        id,
        r ->
            r.of(cluster)
                .serviceAccount("kube-system", "ebs-csi-controller-sa")
                .managedPolicy("service-role/AmazonEBSCSIDriverPolicy"));
  }

  /** Sets up nodes in a network, with what they need beside them. */
  private interface Nodes {
    void set(
        io.plumbline.dsl.NodePoolBuilder nodes,
        io.plumbline.model.Network network,
        SiteBlueprint site);
  }

  private static void catches(String code, Nodes change) {
    assertThat(
            codes(
                site ->
                    new RightCluster(site).nodes((n, net) -> change.set(n, net, site)).describe()))
        .contains(code);
  }

  private static List<String> codes(Consumer<SiteBlueprint> body) {
    Design design = Describing.on(body);
    return Stream.concat(
            design.problems().stream(), Judging.AWS.validate(design, Describing.TARGET).stream())
        .map(Diagnostic::code)
        .distinct()
        .sorted()
        .toList();
  }
}
