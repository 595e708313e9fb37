package io.plumbline.e2e.deploy;

import static io.plumbline.dsl.Metrics.cpu;
import static io.plumbline.dsl.Metrics.gpuMemory;
import static io.plumbline.dsl.Metrics.gpuUtilisation;
import static io.plumbline.dsl.Metrics.memory;
import static io.plumbline.dsl.Metrics.providersAgent;
import static io.plumbline.dsl.Metrics.queueDepth;
import static io.plumbline.dsl.Metrics.step;
import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.minutes;
import static io.plumbline.dsl.Words.usdPerHour;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.ScalingBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.model.Bucket;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.Endpoint;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.Key;
import io.plumbline.model.LoadBalancer;
import io.plumbline.model.Network;
import io.plumbline.model.Placement;
import io.plumbline.model.Purchase.Strategy;
import io.plumbline.model.SecurityRules;
import java.time.Instant;

/**
 * At least one resource of every kind, and no more than that takes: engines need seconds for each.
 */
public final class EveryKind implements Stack<EveryKind.Parameters> {

  /** Its one setting: the most nodes of spare capacity. */
  public record Parameters(int most) {}

  @Override
  public String name() {
    return "every-kind";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters parameters) {
    SiteBlueprint site = blueprint.site();
    Bucket checkpoints =
        site.bucket(
            "checkpoints",
            b ->
                b.lifecycle("tidy", l -> l.abortUploadsAfter(days(7)))
                    .lifecycle("age", l -> l.prefix("runs/").expireNoncurrentAfter(days(30))));
    Network network =
        site.network(
            "net",
            n ->
                n.cidr("10.50.0.0/16")
                    .zones("us-east-1a")
                    .publicSubnets(24)
                    .privateSubnets(20)
                    .oneNatGateway()
                    .endpoints(Endpoint.OBJECT_STORE, Endpoint.CONTAINER_REGISTRY)
                    .flowLogs(checkpoints));
    SecurityRules fabric =
        site.securityRules(
            "fabric",
            s ->
                s.in(network)
                    .amongThemselves()
                    .ingress(r -> r.tcp(22).from("10.0.0.0/8").because("bastion"))
                    .egress(r -> r.tcp(443).toAnywhere().because("packages")));
    SecurityRules storage =
        site.securityRules("storage", s -> s.in(network).ingress(r -> r.tcp(2049).from(fabric)));
    Key data = StoredThings.describe(site, network, storage);
    ClusterThings.describe(site, data);
    InstanceRole node =
        site.instanceRole(
            "node",
            r ->
                r.managedPolicy("AmazonSSMManagedInstanceCore")
                    .allow("s3:GetObject", "s3:PutObject")
                    .on(checkpoints.objects()));
    CapacityReservation kept =
        site.capacityReservation(
            "kept",
            r ->
                r.instanceType("p5.48xlarge")
                    .count(1)
                    .zone("us-east-1a")
                    .until(Instant.parse("2099-12-31T23:00:00Z"))
                    .clustered());
    GpuPool trainers =
        site.gpuPool(
            "trainers",
            p ->
                p.in(network.privateSubnets())
                    .instanceTypes("p5.48xlarge")
                    .count(1)
                    .reservation(kept)
                    .fabric()
                    .image(Image.id("ami-0abcdef1234567890"))
                    .rootDisk(gib(200), d -> d.encryptedWith(data))
                    .bootScript("#!/bin/bash\necho \"${HOME}\" '$x' %{y}\n")
                    .role(node)
                    .securedBy(fabric, storage));
    GpuPool spot =
        site.gpuPool(
            "spot",
            p ->
                p.in(network.privateSubnets())
                    .instanceTypes("g5.12xlarge", "g6.12xlarge")
                    .count(band(0, parameters.most()).ownedBy("autoscaler"))
                    .spot(
                        s ->
                            s.maxPrice(usdPerHour("4.5"))
                                .strategy(Strategy.CAPACITY_OPTIMIZED_PRIORITIZED)
                                .onDemandBase(1))
                    .placement(Placement.SPREAD)
                    .image(Image.id("ami-0abcdef1234567890"))
                    .rootDisk(gib(100))
                    .role(node)
                    .securedBy(fabric));
    GpuPool servers =
        site.gpuPool(
            "servers",
            p ->
                p.in(network.privateSubnets())
                    .instanceTypes("g6.12xlarge")
                    .scaling(EveryKind::scaling)
                    .sendsMetrics(providersAgent())
                    .warmPool(w -> w.min(1).running())
                    .drainHook(minutes(10))
                    .image(Image.id("ami-0abcdef1234567890"))
                    .role(node)
                    .securedBy(fabric));
    LoadBalancer front =
        site.loadBalancer(
            "front",
            b ->
                b.in(network.privateSubnets())
                    .internal()
                    .securedBy(fabric)
                    .tcp(8000)
                    .forwardTo(servers, 8000));
    NamedThings.describe(site, front);
    site.interruptionHandling("repair", r -> r.of(spot, trainers));
  }

  /** Each form of a policy, and each form of a metric in one. */
  private static void scaling(ScalingBuilder scaling) {
    scaling
        .between(0, 6)
        .target(gpuUtilisation(70))
        .target(queueDepth("requests", 2.5))
        .target(cpu(60))
        .stepsAbove("burst", gpuMemory(80), step(0, 1), step(12.5, 3))
        .stepsBelow("idle", memory(10), step(0, -1))
        .predictive(cpu(55))
        .schedule("nights", "0 20 * * 1-5", "Europe/Berlin", 0, 2)
        .schedule("days", "0 6 * * 1-5", "Europe/Berlin", 1, 6);
  }
}
