package io.plumbline.azure;

import static io.plumbline.dsl.Metrics.cpu;
import static io.plumbline.dsl.Metrics.dcgmExporter;
import static io.plumbline.dsl.Metrics.gpuUtilisation;
import static io.plumbline.dsl.Metrics.memory;
import static io.plumbline.dsl.Metrics.metric;
import static io.plumbline.dsl.Metrics.providersAgent;
import static io.plumbline.dsl.Metrics.queueDepth;
import static io.plumbline.dsl.Metrics.sender;
import static io.plumbline.dsl.Metrics.step;
import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.byId;
import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.minutes;
import static io.plumbline.dsl.Words.tib;
import static io.plumbline.dsl.Words.usdPerHour;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.azure.SettingsFleet.Change;
import io.plumbline.azure.catalogue.Catalogue;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.BucketBuilder;
import io.plumbline.dsl.CapacityReservationBuilder;
import io.plumbline.dsl.DnsRecordBuilder;
import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.dsl.InstanceRoleBuilder;
import io.plumbline.dsl.InterruptionHandlingBuilder;
import io.plumbline.dsl.KeyBuilder;
import io.plumbline.dsl.KubernetesClusterBuilder;
import io.plumbline.dsl.LoadBalancerBuilder;
import io.plumbline.dsl.NetworkBuilder;
import io.plumbline.dsl.NodePoolBuilder;
import io.plumbline.dsl.ParallelFilesBuilder;
import io.plumbline.dsl.SecurityRulesBuilder;
import io.plumbline.dsl.SharedFilesBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.graph.GraphJson;
import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.model.Endpoint;
import io.plumbline.model.Gpu;
import io.plumbline.model.Image;
import io.plumbline.model.KubernetesCluster.Level;
import io.plumbline.model.KubernetesCluster.Log;
import io.plumbline.model.KubernetesCluster.Support;
import io.plumbline.model.Metric.Statistic;
import io.plumbline.model.Monitoring;
import io.plumbline.model.Network;
import io.plumbline.model.NodePool.Effect;
import io.plumbline.model.NodePool.OperatingSystem;
import io.plumbline.model.ParallelFiles.Deployment;
import io.plumbline.model.Placement;
import io.plumbline.model.Purchase.Strategy;
import io.plumbline.model.SlurmCluster;
import io.plumbline.model.VmFleet;
import io.plumbline.testkit.AzureStores;
import io.plumbline.testkit.Settings;
import io.plumbline.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/**
 * Nothing that the model can say is dropped on Azure: each setting changes what is made there, or a
 * diagnostic says why not, and what to use instead.
 */
final class EverySettingTest {
  private static final AzureProvider AZURE = new AzureProvider();

  /** What all sizes have of themselves, as {@link #allSizesHaveDisks} says. */
  private static final String LOCAL_DISKS = "GpuPool.localDisks";

  /** Of which Azure has nothing at all; a test of their own says so. */
  private static final Set<Class<? extends Component>> WHOLE =
      Set.of(BareMetalFleet.class, VmFleet.class, SlurmCluster.class, Monitoring.class);

  private static final String INTERNAL =
      "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/names"
          + "/providers/Microsoft.Network/privateDnsZones/example.org";

  private final List<Change<?>> changes = new ArrayList<>();

  EverySettingTest() {
    networks();
    pools();
    elasticity();
    clusters();
    balancers();
    stores();
    names();
    added();
  }

  @Test
  void noneIsDropped() {
    Design plain = SettingsFleet.plain();
    assertThat(plain.problems()).isEmpty();
    assertThat(AZURE.validate(plain, AzureStores.TARGET)).isEmpty();
    Value graph = graph(plain);
    List<String> dropped = new ArrayList<>();
    for (Change<?> change : changes) {
      Design other = SettingsFleet.with(change);
      List<Diagnostic> said = AZURE.validate(other, AzureStores.TARGET);
      said.forEach(each -> assertThat(each.fix()).as(change + ": " + each.detail()).isNotBlank());
      if (said.isEmpty() && other.problems().isEmpty() && graph(other).equals(graph)) {
        dropped.add(change.toString());
      }
    }
    assertThat(dropped).isEmpty();
  }

  @Test
  void eachIsTried() {
    Set<Class<? extends Component>> components = new LinkedHashSet<>(Settings.components());
    components.removeAll(WHOLE);
    Set<String> untried = new TreeSet<>(Settings.of(components));
    Design plain = SettingsFleet.plain();
    for (Change<?> change : changes) {
      Design other = SettingsFleet.with(change);
      Set<String> tried = Settings.differing(plain, other);
      assertThat(tried).as(change.toString()).isNotEmpty();
      untried.removeAll(tried);
    }
    assertThat(untried).containsExactly(LOCAL_DISKS);
  }

  @Test
  void allSizesHaveDisks() {
    assertThat(Catalogue.builtIn().sizes()).allMatch(size -> size.diskGib() > 0);
  }

  private static Value graph(Design design) {
    return GraphJson.writeWithoutSource(AZURE.lower(design, AzureStores.TARGET));
  }

  private <B> void change(String id, String what, BiConsumer<B, SettingsFleet> otherwise) {
    changes.add(new Change<>(id, what, otherwise));
  }

  private void networks() {
    this.<NetworkBuilder>change("net", "cidr", (n, f) -> n.cidr("10.31.0.0/16"));
    this.<NetworkBuilder>change("net", "zones", (n, f) -> n.zones("1", "3"));
    this.<NetworkBuilder>change("net", "public", (n, f) -> n.publicSubnets(23));
    this.<NetworkBuilder>change("net", "private", (n, f) -> n.privateSubnets(19));
    this.<NetworkBuilder>change("net", "gateways", (n, f) -> n.natGatewayPerZone());
    this.<NetworkBuilder>change("net", "endpoints", (n, f) -> n.endpoints(Endpoint.SECRETS));
    this.<NetworkBuilder>change("net", "flow logs", (n, f) -> n.flowLogs(f.logs, "net"));
    this.<SecurityRulesBuilder>change("rules", "description", (r, f) -> r.describedAs("nodes"));
    this.<SecurityRulesBuilder>change(
        "rules", "in", (r, f) -> r.ingress(i -> i.udp(1, 9).from("10.0.0.0/8").because("ptp")));
    this.<SecurityRulesBuilder>change(
        "rules", "out", (r, f) -> r.egress(e -> e.icmp().to(f.others)));
    this.<InstanceRoleBuilder>change("role", "role", (r, f) -> r.managedPolicy("Reader"));
    this.<InstanceRoleBuilder>change("role", "rights", (r, f) -> r.allow("s3:GetObject").on("*"));
    this.<CapacityReservationBuilder>change(
        "kept", "type", (r, f) -> r.instanceType("Standard_NC80adis_H100_v5"));
    this.<CapacityReservationBuilder>change("kept", "count", (r, f) -> r.count(7));
    this.<CapacityReservationBuilder>change("kept", "zone", (r, f) -> r.zone("2"));
    this.<CapacityReservationBuilder>change(
        "kept", "end", (r, f) -> r.until(Instant.parse("2027-01-01T00:00:00Z")));
    this.<CapacityReservationBuilder>change("kept", "close", (r, f) -> r.clustered());
  }

  private void pools() {
    this.<GpuPoolBuilder>change("pool", "subnets", (p, f) -> p.in(f.net.publicSubnets()));
    this.<GpuPoolBuilder>change("pool", "gpus", (p, f) -> p.gpusPerNode(2, Gpu.H100_NVL));
    this.<GpuPoolBuilder>change("pool", "model", (p, f) -> p.gpusPerNode(1, Gpu.T4));
    this.<GpuPoolBuilder>change(
        "pool", "type", (p, f) -> p.instanceTypes("Standard_NC80adis_H100_v5"));
    this.<GpuPoolBuilder>change("pool", "count", (p, f) -> p.count(3));
    this.<GpuPoolBuilder>change(
        "pool", "band", (p, f) -> p.count(band(2, 8).ownedBy("cluster-autoscaler")));
    this.<GpuPoolBuilder>change("pool", "reservation", (p, f) -> p.reservation(f.kept));
    this.<GpuPoolBuilder>change("pool", "placement", (p, f) -> p.placement(Placement.CLUSTER));
    this.<GpuPoolBuilder>change("pool", "fabric", (p, f) -> p.fabric());
    this.<GpuPoolBuilder>change("pool", "disk", (p, f) -> p.rootDisk(gib(777)));
    this.<GpuPoolBuilder>change(
        "pool", "device", (p, f) -> p.rootDisk(gib(100), d -> d.device("/dev/xvda")));
    this.<GpuPoolBuilder>change(
        "pool", "operations", (p, f) -> p.rootDisk(gib(100), d -> d.iops(9000)));
    this.<GpuPoolBuilder>change(
        "pool", "throughput", (p, f) -> p.rootDisk(gib(100), d -> d.throughputMib(500)));
    this.<GpuPoolBuilder>change(
        "pool", "clear disk", (p, f) -> p.rootDisk(gib(100), d -> d.encrypted(false)));
    this.<GpuPoolBuilder>change(
        "pool", "disk's key", (p, f) -> p.rootDisk(gib(100), d -> d.encryptedWith(f.key)));
    this.<GpuPoolBuilder>change("pool", "role", (p, f) -> p.role(f.role));
    this.<GpuPoolBuilder>change("pool", "rules", (p, f) -> p.securedBy(f.others));
    this.<GpuPoolBuilder>change("pool", "image", (p, f) -> p.image(Image.id("/subscriptions/i")));
    this.<GpuPoolBuilder>change("pool", "newest image", (p, f) -> p.image(Image.parameter("/x")));
    this.<GpuPoolBuilder>change("pool", "script", (p, f) -> p.bootScript("#!/bin/sh\n"));
    this.<GpuPoolBuilder>change("pool", "spot", (p, f) -> p.spot(s -> {}));
    this.<GpuPoolBuilder>change(
        "spot", "price", (p, f) -> p.spot(s -> s.maxPrice(usdPerHour("3"))));
    this.<GpuPoolBuilder>change(
        "spot", "strategy", (p, f) -> p.spot(s -> s.strategy(Strategy.CAPACITY_OPTIMIZED)));
    this.<GpuPoolBuilder>change("spot", "base", (p, f) -> p.spot(s -> s.onDemandBase(1)));
    this.<GpuPoolBuilder>change("spot", "share", (p, f) -> p.spot(s -> s.onDemandShare(50)));
    this.<InterruptionHandlingBuilder>change("repairs", "pools", (r, f) -> r.of(f.pool));
    this.<InterruptionHandlingBuilder>change("repairs", "early", (r, f) -> r.replaceOnRebalance());
  }

  private void elasticity() {
    this.<GpuPoolBuilder>change("pool", "ready", (p, f) -> p.readyWithin(minutes(40)));
    this.<GpuPoolBuilder>change("pool", "launch", (p, f) -> p.launchHook(minutes(10)));
    this.<GpuPoolBuilder>change("pool", "drain", (p, f) -> p.drainHook(minutes(10)));
    this.<GpuPoolBuilder>change(
        "elastic",
        "exporter",
        (p, f) ->
            p.sendsMetrics(dcgmExporter("dcgm", "DCGM_FI_DEV_FB_USED"))
                .scaling(s -> s.between(1, 4).target(gpuUtilisation(60))));
    this.<GpuPoolBuilder>change(
        "elastic",
        "agent",
        (p, f) ->
            p.sendsMetrics(providersAgent("nvidia"))
                .scaling(s -> s.between(1, 4).target(memory(60))));
    this.<GpuPoolBuilder>change(
        "elastic", "warm", (p, f) -> p.warmPool(w -> w.min(1).maxPrepared(3).running().reuse()));
    this.<GpuPoolBuilder>change(
        "elastic", "ends", (p, f) -> p.scaling(s -> s.between(2, 9).target(cpu(60))));
    this.<GpuPoolBuilder>change(
        "elastic",
        "out only",
        (p, f) -> p.scaling(s -> s.between(1, 4).targetOutOnly("o", cpu(60))));
    this.<GpuPoolBuilder>change(
        "elastic",
        "steps",
        (p, f) ->
            p.scaling(
                s ->
                    s.between(1, 4)
                        .stepsAbove("up", cpu(60), step(0, 1), step(20, 2))
                        .stepsBelow("down", cpu(20), step(0, -1))));
    this.<GpuPoolBuilder>change(
        "elastic", "forecast", (p, f) -> p.scaling(s -> s.between(1, 4).predictive(cpu(60))));
    this.<GpuPoolBuilder>change(
        "elastic",
        "queue",
        (p, f) -> p.scaling(s -> s.between(1, 4).target(queueDepth("jobs", 10))));
    this.<GpuPoolBuilder>change(
        "elastic",
        "own metric",
        (p, f) ->
            p.sendsMetrics(sender("vllm", "waiting"))
                .scaling(
                    s ->
                        s.between(1, 4)
                            .target(
                                "own",
                                metric(
                                    "vllm",
                                    "waiting",
                                    Map.of("model", "a"),
                                    Statistic.MAXIMUM,
                                    5))));
    this.<GpuPoolBuilder>change(
        "elastic",
        "schedule",
        (p, f) ->
            p.scaling(
                s -> s.between(1, 4).target(cpu(60)).schedule("n", "0 20 * * 1-5", "UTC", 1, 2)));
    this.<GpuPoolBuilder>change(
        "elastic",
        "warm-up",
        (p, f) -> p.scaling(s -> s.between(1, 4).target(cpu(60)).warmup(minutes(17))));
  }

  private void clusters() {
    this.<KubernetesClusterBuilder>change(
        "cluster", "subnets", (c, f) -> c.in(f.net.privateSubnets().inZones("1")));
    this.<KubernetesClusterBuilder>change("cluster", "version", (c, f) -> c.version("1.34"));
    this.<KubernetesClusterBuilder>change(
        "cluster", "public", (c, f) -> c.publicEndpoint("203.0.113.0/24").privateEndpoint(false));
    this.<KubernetesClusterBuilder>change("cluster", "rules", (c, f) -> c.securedBy(f.others));
    this.<KubernetesClusterBuilder>change(
        "cluster", "secrets", (c, f) -> c.secretsEncryptedWith(f.key));
    this.<KubernetesClusterBuilder>change(
        "cluster", "logs", (c, f) -> c.logs(Log.AUDIT).keepLogs(days(14)));
    this.<KubernetesClusterBuilder>change(
        "cluster",
        "access",
        (c, f) -> c.access("ml", "11111111-1111-1111-1111-111111111111", Level.EDIT, "training"));
    this.<KubernetesClusterBuilder>change(
        "cluster", "services", (c, f) -> c.serviceCidr("172.20.0.0/16"));
    this.<KubernetesClusterBuilder>change(
        "cluster", "support", (c, f) -> c.support(Support.EXTENDED));
    this.<KubernetesClusterBuilder>change("cluster", "tag", (c, f) -> c.tag("team", "ml"));
    this.<NodePoolBuilder>change(
        "nodes", "subnets", (p, f) -> p.in(f.net.privateSubnets().inZones("1")));
    this.<NodePoolBuilder>change("nodes", "gpus", (p, f) -> p.gpusPerNode(4, Gpu.T4));
    this.<NodePoolBuilder>change("nodes", "count", (p, f) -> p.count(3));
    this.<NodePoolBuilder>change("nodes", "spot", (p, f) -> p.spot());
    this.<NodePoolBuilder>change(
        "nodes", "system", (p, f) -> p.system(OperatingSystem.CONTAINERS_ONLY));
    this.<NodePoolBuilder>change("nodes", "disk", (p, f) -> p.rootDisk(gib(333)));
    this.<NodePoolBuilder>change(
        "nodes", "disk's key", (p, f) -> p.rootDisk(gib(100), d -> d.encryptedWith(f.key)));
    this.<NodePoolBuilder>change("nodes", "role", (p, f) -> p.role(f.role));
    this.<NodePoolBuilder>change("nodes", "rules", (p, f) -> p.securedBy(f.others));
    this.<NodePoolBuilder>change("nodes", "fabric", (p, f) -> p.fabric());
    this.<NodePoolBuilder>change("nodes", "placement", (p, f) -> p.placement(Placement.CLUSTER));
    this.<NodePoolBuilder>change("nodes", "reservation", (p, f) -> p.reservation(f.kept));
    this.<NodePoolBuilder>change("nodes", "label", (p, f) -> p.label("pool", "jobs"));
    this.<NodePoolBuilder>change(
        "nodes", "taint", (p, f) -> p.taint("gpu", "yes", Effect.NO_SCHEDULE));
    this.<NodePoolBuilder>change("nodes", "missing", (p, f) -> p.maxUnavailable(2));
    this.<NodePoolBuilder>change("nodes", "repaired", (p, f) -> p.repaired());
  }

  private void balancers() {
    this.<LoadBalancerBuilder>change("front", "subnets", (b, f) -> b.in(f.net.privateSubnets()));
    this.<LoadBalancerBuilder>change("front", "internal", (b, f) -> b.internal());
    this.<LoadBalancerBuilder>change("front", "rules", (b, f) -> b.securedBy(f.rules));
    this.<LoadBalancerBuilder>change("front", "listener", (b, f) -> b.tcp(8080));
    this.<LoadBalancerBuilder>change("front", "certificate", (b, f) -> b.tls(8444, "cert"));
    this.<LoadBalancerBuilder>change("front", "redirect", (b, f) -> b.redirectToHttps(80, 8444));
    this.<LoadBalancerBuilder>change("front", "idle", (b, f) -> b.idleTimeout(minutes(7)));
    this.<LoadBalancerBuilder>change("front", "drain", (b, f) -> b.drainAfter(minutes(9)));
    this.<LoadBalancerBuilder>change(
        "front", "backend", (b, f) -> b.forwardTo(f.spot, 8081, "/ready"));
  }

  private void stores() {
    this.<KeyBuilder>change("key", "description", (k, f) -> k.describedAs("disks"));
    this.<KeyBuilder>change("key", "rotation", (k, f) -> k.rotatedEvery(days(90)));
    this.<KeyBuilder>change("key", "users", (k, f) -> k.usedBy("somebody"));
    this.<BucketBuilder>change("objects", "name", (b, f) -> b.named("objects4711"));
    this.<BucketBuilder>change("objects", "versions", (b, f) -> b.versioned(false));
    this.<BucketBuilder>change("objects", "key", (b, f) -> b.encryptedWith(f.key));
    this.<BucketBuilder>change(
        "objects",
        "lifecycle",
        (b, f) ->
            b.lifecycle(
                "more",
                l ->
                    l.prefix("x/")
                        .coolAfter(days(1))
                        .archiveAfter(days(2))
                        .expireAfter(days(200))
                        .expireNoncurrentAfter(days(4))));
    this.<BucketBuilder>change(
        "objects", "uploads", (b, f) -> b.lifecycle("u", l -> l.abortUploadsAfter(days(3))));
    this.<SharedFilesBuilder>change("home", "subnets", (s, f) -> s.in(f.net.publicSubnets()));
    this.<SharedFilesBuilder>change("home", "rules", (s, f) -> s.securedBy(f.others));
    this.<SharedFilesBuilder>change("home", "throughput", (s, f) -> s.provisionedMib(300));
    this.<SharedFilesBuilder>change("home", "elastic", (s, f) -> s.elastic());
    this.<SharedFilesBuilder>change("home", "seldom", (s, f) -> s.seldomUsedAfter(days(30)));
    this.<SharedFilesBuilder>change("home", "archive", (s, f) -> s.archivedAfter(days(90)));
    this.<SharedFilesBuilder>change(
        "home", "back", (s, f) -> s.seldomUsedAfter(days(30)).backAtFirstUse());
    this.<SharedFilesBuilder>change("home", "backups", (s, f) -> s.backedUp(true));
    this.<SharedFilesBuilder>change("home", "key", (s, f) -> s.encryptedWith(f.key));
    this.<ParallelFilesBuilder>change(
        "data", "subnets", (p, f) -> p.in(f.net.publicSubnets(), "1"));
    this.<ParallelFilesBuilder>change("data", "zone", (p, f) -> p.in(f.net.privateSubnets(), "2"));
    this.<ParallelFilesBuilder>change("data", "capacity", (p, f) -> p.capacity(tib(24)));
    this.<ParallelFilesBuilder>change(
        "data", "scratch", (p, f) -> p.deployment(Deployment.SCRATCH_2));
    this.<ParallelFilesBuilder>change("data", "throughput", (p, f) -> p.throughputPerTib(500));
    this.<ParallelFilesBuilder>change("data", "compressed", (p, f) -> p.compressed(true));
    this.<ParallelFilesBuilder>change("data", "backups", (p, f) -> p.backedUpFor(7));
    this.<ParallelFilesBuilder>change("data", "rules", (p, f) -> p.securedBy(f.others));
    this.<ParallelFilesBuilder>change("data", "key", (p, f) -> p.encryptedWith(f.key));
    this.<ParallelFilesBuilder>change(
        "data",
        "links",
        (p, f) -> p.linkedTo(f.objects, "in", l -> l.at("/in").imports(false).exports(false)));
  }

  private void names() {
    this.<DnsRecordBuilder>change("name", "name", (d, f) -> d.in(f.zone, "api.example.com"));
    this.<DnsRecordBuilder>change("name", "time", (d, f) -> d.ttl(minutes(9)));
    this.<DnsRecordBuilder>change(
        "name", "weight", (d, f) -> d.weighted("a", 10, band(0, 100).ownedBy("link")));
    this.<DnsRecordBuilder>change("name", "failover", (d, f) -> d.failoverPrimary("a"));
    this.<DnsRecordBuilder>change("name", "latency", (d, f) -> d.latency("a"));
    this.<DnsRecordBuilder>change("name", "beside", (d, f) -> d.alongside("b"));
    this.<DnsRecordBuilder>change(
        "name",
        "health",
        (d, f) -> d.healthCheck(h -> h.https(443, "/up").every(minutes(1)).unwellAfter(2)));
  }

  private void added() {
    add(
        "network that is there",
        (site, f) ->
            site.existingNetwork(
                "there",
                n -> n.vpc(byId("/v")).publicSubnets(byId("/a")).privateSubnets(byId("/b"))));
    add(
        "another network",
        (site, f) -> {
          Network more =
              site.network(
                  "more",
                  n -> n.cidr("10.40.0.0/16").zones("1").privateSubnets(20).publicSubnets(24));
          site.securityRules("there", r -> r.in(more).egress(e -> e.all().toAnywhere()));
          site.nodePool(
              "hidden",
              p -> p.of(f.cluster).in(more.privateSubnets()).gpusPerNode(1, Gpu.T4).count(1));
        });
    add("key that is there", (site, f) -> site.existingKey("there", AzureStores.KEY));
    add("secret", (site, f) -> site.existingSecret("there", AzureStores.SECRET));
    add(
        "zone",
        (site, f) -> site.existingZone("there", "example.org", z -> z.internal().withId(INTERNAL)));
    add(
        "other name",
        (site, f) -> site.dnsRecord("there", d -> d.in(f.zone, "b.example.com").cname("c.test")));
    add(
        "name of a balancer",
        (site, f) -> site.dnsRecord("there", d -> d.in(f.zone, "b.example.com").pointsTo(f.front)));
    add(
        "reservation",
        (site, f) -> site.existingCapacityReservation("there", "/subscriptions/reservation"));
    add(
        "block",
        (site, f) ->
            site.existingCapacityBlock(
                "there",
                "cr-0123456789abcdef0",
                Instant.parse("2026-12-01T11:30:00Z"),
                Instant.parse("2026-12-08T11:30:00Z")));
    add(
        "parameter",
        (site, f) ->
            site.parameter("there", p -> p.named("/x").value("y").describedAs("z").large()));
    add(
        "add-on",
        (site, f) ->
            site.clusterAddOn(
                "there",
                a ->
                    a.of(f.cluster)
                        .named("dns", "1")
                        .configuration("{}")
                        .role(
                            site.workloadRole(
                                "dns", w -> w.of(f.cluster).serviceAccount("dns", "dns")))));
    add(
        "role of pods",
        (site, f) ->
            site.workloadRole(
                "there",
                w ->
                    w.of(f.cluster)
                        .serviceAccount("jobs", "trainer")
                        .managedPolicy("Storage Blob Data Reader")));
  }

  private void add(String what, BiConsumer<SiteBlueprint, SettingsFleet> more) {
    changes.add(new Change<>(null, what, more));
  }
}
