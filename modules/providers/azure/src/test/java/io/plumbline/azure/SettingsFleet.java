package io.plumbline.azure;

import static io.plumbline.dsl.Metrics.cpu;
import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.tib;

import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.Bucket;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.Design;
import io.plumbline.model.Endpoint;
import io.plumbline.model.ExistingZone;
import io.plumbline.model.Gpu;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.Key;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.LoadBalancer;
import io.plumbline.model.Network;
import io.plumbline.model.ParallelFiles.Deployment;
import io.plumbline.model.SecurityRules;
import io.plumbline.testkit.AzureStores;
import io.plumbline.testkit.Describing;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One component of each sort that Azure has, of which one can be asked for otherwise. */
final class SettingsFleet {
  private static final String ZONE =
      "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/names"
          + "/providers/Microsoft.Network/dnsZones/example.com";

  final SiteBlueprint site;
  private final Change<?> change;

  Key key;
  Bucket logs;
  Bucket objects;
  Network net;
  SecurityRules rules;
  SecurityRules others;
  CapacityReservation kept;
  InstanceRole role;
  GpuPool pool;
  GpuPool spot;
  LoadBalancer front;
  KubernetesCluster cluster;
  ExistingZone zone;

  private SettingsFleet(SiteBlueprint site, Change<?> change) {
    this.site = site;
    this.change = change;
    describe();
  }

  /**
   * What one component is asked for otherwise.
   *
   * @param id of the component; nothing for the site, where something is added
   */
  record Change<B>(@Nullable String id, String what, BiConsumer<B, SettingsFleet> otherwise) {
    @Override
    public String toString() {
      return (id == null ? "" : id + ": ") + what;
    }
  }

  /** The fleet as it is. */
  static Design plain() {
    return with(new Change<SiteBlueprint>(null, "nothing", (site, fleet) -> {}));
  }

  static Design with(Change<?> change) {
    return Describing.on(AzureStores.SITE, site -> new SettingsFleet(site, change));
  }

  /** What a component is asked for, and then the change, where it is the component's. */
  @SuppressWarnings("unchecked") // the change of a component is written for its builder
  private <B> Consumer<B> of(String id, Consumer<B> base) {
    return builder -> {
      base.accept(builder);
      if (id.equals(change.id())) {
        ((Change<B>) change).otherwise().accept(builder, this);
      }
    };
  }

  private void describe() {
    key = site.key("key", of("key", k -> k.describedAs("objects")));
    logs = site.bucket("logs");
    objects =
        site.bucket("objects", of("objects", b -> b.lifecycle("age", l -> l.expireAfter(days(9)))));
    net =
        site.network(
            "net",
            of(
                "net",
                n ->
                    n.cidr("10.30.0.0/16")
                        .zones("1", "2")
                        .publicSubnets(24)
                        .privateSubnets(20)
                        .oneNatGateway()
                        .endpoints(Endpoint.OBJECT_STORE)));
    others =
        site.securityRules(
            "others",
            r ->
                r.in(net)
                    .ingress(i -> i.tcp(443).from("203.0.113.0/24"))
                    .egress(e -> e.all().toAnywhere()));
    rules =
        site.securityRules(
            "rules",
            of(
                "rules",
                r ->
                    r.in(net)
                        .lustreAmongThemselves()
                        .ingress(i -> i.tcp(2049).fromSelf())
                        .ingress(i -> i.tcp(443).from("198.51.100.0/24"))
                        .egress(e -> e.all().toAnywhere())));
    kept =
        site.capacityReservation(
            "kept", of("kept", r -> r.instanceType("Standard_NC40ads_H100_v5").count(6).zone("1")));
    role = site.instanceRole("role", of("role", r -> r.managedPolicy("Storage Blob Data Reader")));
    pools();
    cluster();
    files();
    zone = site.existingZone("zone", "example.com", z -> z.withId(ZONE));
    site.dnsRecord("name", of("name", d -> d.in(zone, "www.example.com").a("203.0.113.7")));
    if (change.id() == null) {
      ((Change<SiteBlueprint>) change).otherwise().accept(site, this);
    }
  }

  private void pools() {
    pool =
        site.gpuPool(
            "pool",
            of(
                "pool",
                p ->
                    p.in(net.privateSubnets().inZones("1"))
                        .gpusPerNode(1, Gpu.H100_NVL)
                        .count(2)
                        .image(Image.id("microsoft-dsvm:ubuntu-hpc:2204:latest"))
                        .securedBy(rules)));
    spot =
        site.gpuPool(
            "spot",
            of(
                "spot",
                p ->
                    p.in(net.privateSubnets())
                        .gpusPerNode(1, Gpu.T4)
                        .count(2)
                        .spot(s -> {})
                        .image(Image.id("microsoft-dsvm:ubuntu-hpc:2204:latest"))
                        .securedBy(rules)));
    site.gpuPool(
        "elastic",
        of(
            "elastic",
            p ->
                p.in(net.privateSubnets())
                    .gpusPerNode(1, Gpu.T4)
                    .scaling(s -> s.between(1, 4).target(cpu(60)))
                    .image(Image.id("microsoft-dsvm:ubuntu-hpc:2204:latest"))
                    .securedBy(rules)));
    site.interruptionHandling("repairs", of("repairs", r -> r.of(spot)));
    front =
        site.loadBalancer(
            "front",
            of(
                "front",
                b ->
                    b.in(net.publicSubnets())
                        .securedBy(others)
                        .tcp(443)
                        .forwardTo(pool, 8443, "/health")));
  }

  private void cluster() {
    cluster =
        site.kubernetesCluster(
            "cluster", of("cluster", c -> c.in(net.privateSubnets()).version("1.33")));
    site.nodePool(
        "nodes",
        of(
            "nodes",
            p ->
                p.of(cluster)
                    .in(net.privateSubnets())
                    .gpusPerNode(1, Gpu.T4)
                    .count(2)
                    .metadataForPods()));
  }

  private void files() {
    site.sharedFiles(
        "home",
        of(
            "home",
            f -> f.in(net.privateSubnets()).securedBy(rules).provisionedMib(200).backedUp(false)));
    site.parallelFiles(
        "data",
        of(
            "data",
            f ->
                f.in(net.privateSubnets(), "1")
                    .securedBy(rules)
                    .capacity(tib(16))
                    .deployment(Deployment.PERSISTENT_2)
                    .throughputPerTib(250)
                    .compressed(false)));
  }
}
