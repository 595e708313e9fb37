package io.plumbline.azure.rule;

import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.gib;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.azure.AzureProvider;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.DnsRecordBuilder;
import io.plumbline.dsl.KubernetesClusterBuilder;
import io.plumbline.dsl.NodePoolBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.Design;
import io.plumbline.model.Gpu;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.KubernetesCluster.Log;
import io.plumbline.model.Network;
import io.plumbline.model.NodePool.Effect;
import io.plumbline.model.Placement;
import io.plumbline.testkit.AzureFleet;
import io.plumbline.testkit.Describing;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clusters and names with one fault each: its code is said, of it alone, and no other. */
final class WrongClustersTest {
  private static final String SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-000000000000";
  private static final String ZONE =
      SUBSCRIPTION + "/resourceGroups/names/providers/Microsoft.Network/dnsZones/example.com";
  private static final String GAP = "PLB-AZURE-001";

  record Wrong(String code, String what, Consumer<SiteBlueprint> body) {
    @Override
    public String toString() {
      return code + ": " + what;
    }
  }

  static Stream<Wrong> designs() {
    return Stream.of(clusters(), nodes(), names()).flatMap(each -> each);
  }

  private static Stream<Wrong> clusters() {
    return Stream.of(
        cluster("PLB-AZURE-040", "no such version", c -> c.version("latest")),
        cluster("PLB-AZURE-040", "services abroad", c -> c.serviceCidr("8.8.0.0/16")),
        cluster("PLB-AZURE-040", "too many services", c -> c.serviceCidr("172.0.0.0/8")),
        cluster("PLB-AZURE-040", "services in the network", c -> c.serviceCidr("10.20.0.0/16")),
        cluster("PLB-AZURE-040", "tag", c -> c.tag("plumbline:id", "x")),
        new Wrong(
            "PLB-AZURE-040",
            "no room for pods",
            site -> cluster(site, "172.16.0.0/12", c -> c.serviceCidr("10.244.0.0/16"))),
        cluster(GAP, "both ways", c -> c.publicEndpoint("203.0.113.0/24")),
        cluster(GAP, "people", c -> c.administrator("ops", "00000000-0000-0000-0000-000000000002")),
        cluster(GAP, "records", c -> c.logs(Log.AUDIT).keepLogs(days(30))),
        new Wrong(GAP, "rules on it", WrongClustersTest::rulesOnCluster));
  }

  private static Stream<Wrong> nodes() {
    return Stream.of(
        nodes("PLB-AZURE-003", "no such number", n -> n.gpusPerNode(3, Gpu.H100_SXM)),
        nodes("PLB-AZURE-041", "size of AWS", n -> n.instanceTypes("p5.48xlarge")),
        nodes(
            "PLB-AZURE-041",
            "two sizes",
            n -> n.instanceTypes("Standard_D4ds_v5", "Standard_D8ds_v5")),
        nodes("PLB-AZURE-041", "label of AKS", n -> n.label("kubernetes.azure.com/mode", "a")),
        nodes(
            "PLB-AZURE-041",
            "taint of Kubernetes",
            n -> n.taint("node.kubernetes.io/x", "y", Effect.NO_EXECUTE)),
        nodes("PLB-AZURE-041", "too many", n -> n.count(1001)),
        nodes(GAP, "fabric", n -> n.gpusPerNode(8, Gpu.H100_SXM).fabric()),
        nodes(GAP, "spread out", n -> n.placement(Placement.SPREAD)),
        nodes(GAP, "repair of GPUs", NodePoolBuilder::repaired),
        nodes(GAP, "fast disk", n -> n.rootDisk(gib(100), d -> d.iops(9000))),
        new Wrong(
            "PLB-AZURE-042",
            "metadata for pods",
            site ->
                site.nodePool(
                    "more", n -> n.of(right(site)).instanceTypes("Standard_D8ds_v5").count(1))));
  }

  private static Stream<Wrong> names() {
    return Stream.of(
        zone("no id", "example.com", null),
        zone("id of AWS", "example.com", "Z123"),
        zone("id of another domain", "example.net", ZONE),
        zone("id of another subscription", "example.com", ZONE.replace("/0", "/1")),
        dns("PLB-AZURE-044", "no time", r -> r.a("203.0.113.7").ttl(days(0))),
        dns("PLB-AZURE-044", "long text", r -> r.txt("x".repeat(4097))),
        dns(
            "PLB-AZURE-044",
            "many values",
            r ->
                r.a(
                    Stream.iterate(1, n -> n + 1)
                        .limit(21)
                        .map(n -> "203.0.113." + n)
                        .toArray(String[]::new))),
        dns(GAP, "weight", r -> r.a("203.0.113.7").weighted("one", 1)),
        dns(GAP, "latency", r -> r.a("203.0.113.7").latency("one")),
        dns(GAP, "looked at", r -> r.a("203.0.113.7").healthCheck(h -> h.https(443, "/health"))));
  }

  @ParameterizedTest
  @MethodSource("designs")
  void saysWhatIsWrong(Wrong wrong) {
    assertThat(codes(wrong.body())).containsExactly(wrong.code());
  }

  @Test
  void saysNothingOfWhatIsRight() {
    assertThat(codes(site -> dns(site, r -> r.a("203.0.113.7")))).isEmpty();
    assertThat(codes(WrongClustersTest::right)).isEmpty();
  }

  @Test
  void triesEachRuleOfClustersAndNames() {
    assertThat(designs().map(Wrong::code))
        .containsAll(
            Stream.of(
                    new ClusterSettings(),
                    new ClusterNodes(),
                    new PodsReachMetadata(),
                    new ZoneWithoutId(),
                    new DnsAnswer())
                .map(check -> check.rule().code())
                .toList());
  }

  private static List<String> codes(Consumer<SiteBlueprint> body) {
    Design design = Describing.on(AzureFleet.SITE, body);
    return new AzureProvider()
        .validate(design, AzureFleet.TARGET).stream().map(Diagnostic::code).distinct().toList();
  }

  private static Wrong cluster(
      String code, String what, Consumer<KubernetesClusterBuilder> change) {
    return new Wrong(code, what, site -> cluster(site, "10.20.0.0/16", change));
  }

  private static Network network(SiteBlueprint site, String block) {
    return site.network(
        "net",
        n -> n.cidr(block).zones("1", "2").publicSubnets(24).privateSubnets(20).oneNatGateway());
  }

  private static KubernetesCluster cluster(
      SiteBlueprint site, String block, Consumer<KubernetesClusterBuilder> change) {
    Network net = network(site, block);
    return site.kubernetesCluster(
        "cluster", c -> change.accept(c.in(net.privateSubnets()).version("1.33")));
  }

  private static KubernetesCluster right(SiteBlueprint site) {
    return cluster(site, "10.20.0.0/16", c -> {});
  }

  private static void rulesOnCluster(SiteBlueprint site) {
    Network net = network(site, "10.20.0.0/16");
    var rules = site.securityRules("rules", r -> r.in(net).egress(e -> e.tcp(443).toAnywhere()));
    site.kubernetesCluster(
        "cluster", c -> c.in(net.privateSubnets()).version("1.33").securedBy(rules));
  }

  private static Wrong nodes(String code, String what, Consumer<NodePoolBuilder> change) {
    return new Wrong(
        code,
        what,
        site ->
            site.nodePool(
                "jobs",
                n ->
                    change.accept(
                        n.of(right(site))
                            .instanceTypes("Standard_D8ds_v5")
                            .count(2)
                            .metadataForPods())));
  }

  private static Wrong zone(String what, String domain, String id) {
    return new Wrong(
        "PLB-AZURE-043",
        what,
        site ->
            site.existingZone(
                "zone",
                domain,
                z -> Collections.nCopies(id == null ? 0 : 1, id).forEach(z::withId)));
  }

  private static Wrong dns(String code, String what, Consumer<DnsRecordBuilder> change) {
    return new Wrong(code, what, site -> dns(site, change));
  }

  private static void dns(SiteBlueprint site, Consumer<DnsRecordBuilder> change) {
    var zone = site.existingZone("zone", "example.com", z -> z.withId(ZONE));
    site.dnsRecord("api", r -> change.accept(r.in(zone, "api.example.com")));
  }
}
