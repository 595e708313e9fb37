package io.plumbline.testkit;

import static io.plumbline.dsl.Metrics.cpu;
import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.minutes;

import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.Design;
import io.plumbline.model.Endpoint;
import io.plumbline.model.ExistingZone;
import io.plumbline.model.Gpu;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.Network;
import io.plumbline.model.NodePool.Effect;
import io.plumbline.model.NodePool.OperatingSystem;
import io.plumbline.model.Placement;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.unit.Price;
import java.util.List;
import java.util.Map;

/** A fleet on Azure with every sort of pool that it has; what formats write of it people read. */
public final class AzureFleet {
  public static final Site SITE =
      new Site(
          "main",
          "azure",
          "arm",
          Map.of(
              "subscription", "00000000-0000-0000-0000-000000000000",
              "location", "eastus2",
              "ssh-key",
                  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/keys"
                      + "/providers/Microsoft.Compute/sshPublicKeys/operators",
              "health-topic",
                  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/health"
                      + "/providers/Microsoft.EventGrid/systemTopics/health",
              "tags.cost-centre", "training"),
          null);

  private static final String NOBODYS = "00000000-0000-0000-0000-000000000000";

  /** Stack {@code fleet} there. */
  public static final Target TARGET = new Target("test", "fleet", SITE);

  private AzureFleet() {}

  /** What is described. */
  public static Design design() {
    return Describing.on(SITE, site -> describe(site, NOBODYS));
  }

  /** Ids of zones that it takes for granted in a subscription. */
  public static List<String> zones(String subscription) {
    String group = "/subscriptions/" + subscription + "/resourceGroups/names";
    return List.of(
        group + "/providers/Microsoft.Network/dnsZones/example.com",
        group + "/providers/Microsoft.Network/privateDnsZones/corp.internal");
  }

  /** Describes it on a site of this subscription. */
  public static void describe(SiteBlueprint site, String subscription) {
    Network net =
        site.network(
            "net",
            n ->
                n.cidr("10.20.0.0/16")
                    .zones("1", "2")
                    .publicSubnets(24)
                    .privateSubnets(20)
                    .natGatewayPerZone()
                    .endpoints(Endpoint.OBJECT_STORE, Endpoint.SECRETS));
    SecurityRules fabric =
        site.securityRules(
            "fabric",
            s ->
                s.in(net)
                    .amongThemselves()
                    .ingress(r -> r.tcp(22).from("10.0.0.0/8").because("operators"))
                    .egress(r -> r.tcp(443).toAnywhere().because("images")));
    CapacityReservation kept =
        site.capacityReservation(
            "kept", r -> r.instanceType("Standard_NC40ads_H100_v5").count(6).zone("1"));
    site.gpuPool(
        "trainers",
        p ->
            p.in(net.privateSubnets().inZones("1"))
                .gpusPerNode(8, Gpu.H100_SXM)
                .count(4)
                .fabric()
                .placement(Placement.CLUSTER)
                .image(Image.id("microsoft-dsvm:ubuntu-hpc:2204:latest"))
                .rootDisk(gib(512))
                .bootScript("#!/bin/bash\nnvidia-smi -pm 1\n")
                .securedBy(fabric));
    GpuPool spot =
        site.gpuPool(
            "spot",
            p ->
                p.in(net.privateSubnets())
                    .gpusPerNode(4, Gpu.T4)
                    .count(2)
                    .spot(s -> s.maxPrice(Price.usdPerHour("1.5")))
                    .image(Image.id("microsoft-dsvm:ubuntu-hpc:2204:latest"))
                    .securedBy(fabric));
    GpuPool mixed =
        site.gpuPool(
            "mixed",
            p ->
                p.in(net.privateSubnets())
                    .gpusPerNode(1, Gpu.A100_80_PCIE)
                    .count(8)
                    .spot(s -> s.onDemandBase(2).onDemandShare(25))
                    .image(Image.id("microsoft-dsvm:ubuntu-hpc:2204:latest"))
                    .securedBy(fabric));
    site.interruptionHandling("repair", r -> r.of(spot, mixed));
    InstanceRole reader =
        site.instanceRole("reader", r -> r.managedPolicy("Storage Blob Data Reader"));
    GpuPool serving =
        site.gpuPool(
            "serving",
            p ->
                p.in(net.publicSubnets().inZones("1"))
                    .gpusPerNode(1, Gpu.H100_NVL)
                    .role(reader)
                    .drainHook(minutes(10))
                    .scaling(
                        s ->
                            s.between(2, 6)
                                .target(cpu(60))
                                .schedule("night", "0 20 * * 1-5", "Europe/Berlin", 1, 2))
                    .reservation(kept)
                    .image(Image.id("microsoft-dsvm:ubuntu-hpc:2204:latest"))
                    .securedBy(fabric));
    SecurityRules clients =
        site.securityRules(
            "clients",
            s ->
                s.in(net)
                    .ingress(r -> r.tcp(443).from("203.0.113.0/24").because("customers"))
                    .egress(r -> r.tcp(8443).to(fabric)));
    site.loadBalancer(
        "front",
        b ->
            b.in(net.publicSubnets())
                .securedBy(clients)
                .tcp(443)
                .forwardTo(serving, 8443, "/health"));
    cluster(site, net);
    names(site, zones(subscription));
  }

  private static void cluster(SiteBlueprint site, Network net) {
    KubernetesCluster cluster =
        site.kubernetesCluster("cluster", c -> c.in(net.privateSubnets()).version("1.33"));
    site.workloadRole(
        "loader",
        w ->
            w.of(cluster)
                .serviceAccount("training", "loader")
                .managedPolicy("Storage Blob Data Reader"));
    site.nodePool(
        "jobs",
        p ->
            p.of(cluster)
                .instanceTypes("Standard_D8ds_v5")
                .count(3)
                .metadataForPods()
                .system(OperatingSystem.CONTAINERS_ONLY));
    site.nodePool(
        "spare-trainers",
        p ->
            p.of(cluster)
                .in(net.privateSubnets().inZones("1"))
                .gpusPerNode(8, Gpu.H100_SXM)
                .count(band(0, 16).ownedBy("cluster-autoscaler"))
                .spot()
                .placement(Placement.CLUSTER)
                .label("fleet/use", "training")
                .taint("nvidia.com/gpu", "present", Effect.NO_SCHEDULE)
                .metadataForPods());
  }

  private static void names(SiteBlueprint site, List<String> zones) {
    ExistingZone open = site.existingZone("zone", "example.com", z -> z.withId(zones.get(0)));
    ExistingZone inner =
        site.existingZone("inner", "corp.internal", z -> z.withId(zones.get(1)).internal());
    site.dnsRecord("api", r -> r.in(open, "api.example.com").a("203.0.113.7").ttl(minutes(1)));
    site.dnsRecord("proof", r -> r.in(open, "example.com").txt("use=\"training\""));
    site.dnsRecord("head", r -> r.in(inner, "head.corp.internal").cname("api.example.com"));
  }
}
