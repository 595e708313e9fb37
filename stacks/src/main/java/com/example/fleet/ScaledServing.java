package com.example.fleet;

import static io.plumbline.dsl.Metrics.gpuUtilisation;
import static io.plumbline.dsl.Metrics.metric;
import static io.plumbline.dsl.Metrics.providersAgent;
import static io.plumbline.dsl.Metrics.sender;
import static io.plumbline.dsl.Metrics.step;
import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.minutes;
import static io.plumbline.dsl.Words.seconds;
import static io.plumbline.dsl.Words.template;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.ScalingBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.model.ExistingZone;
import io.plumbline.model.Gpu;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.LoadBalancer;
import io.plumbline.model.Metric;
import io.plumbline.model.Metric.Statistic;
import io.plumbline.model.MetricsAgent;
import io.plumbline.model.Network;
import io.plumbline.model.SecurityRules;
import io.plumbline.unit.Cidr;
import java.util.List;
import java.util.Map;

/**
 * A fleet that serves a model behind a load balancer. It grows by what waits for each node and by
 * how busy its GPUs are, and is small at night. A fresh node waits in a warm pool, set up; one that
 * goes finishes its answers.
 */
public final class ScaledServing implements Stack<ScaledServing.Parameters> {
  private static final int PORT = 8000;

  /** Requests that wait in a node's server, which sends how many, averaged over the fleet. */
  private static final MetricsAgent SERVER = sender("Serving", "RequestsWaiting");

  private static final Metric.At WAITING =
      metric("Serving", "RequestsWaiting", Map.of(), Statistic.AVERAGE, 4);

  /**
   * What differs from environment to environment.
   *
   * @param zones where nodes may be; a load balancer takes two at least
   * @param image the provider's parameter that names the image; the CloudWatch agent is in it
   * @param certificate the provider's id of the certificate that clients are shown
   * @param domain of a zone that is there already, and that the world asks
   * @param host the name in it under which clients find the fleet; the certificate is for it
   * @param least nodes by day, at least
   * @param most nodes by day, at most
   * @param atNight nodes by night, at most
   * @param clock the time zone that tells day from night
   */
  public record Parameters(
      Cidr cidr,
      List<String> zones,
      String image,
      String certificate,
      String domain,
      String host,
      int least,
      int most,
      int atNight,
      String clock) {}

  @Override
  public String name() {
    return "scaled-serving";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters p) {
    SiteBlueprint site = blueprint.site();
    Network network = site.network("net", n -> n.cidr(p.cidr()).zones(p.zones()).publicSubnets(24));
    SecurityRules edge =
        site.securityRules(
            "edge",
            s ->
                s.in(network)
                    .describedAs("Clients in, completions out to the nodes")
                    .ingress(r -> r.tcp(443).fromAnywhere().because("completions"))
                    .ingress(r -> r.tcp(80).fromAnywhere().because("redirected to 443"))
                    .egress(r -> r.tcp(PORT).to(p.cidr()).because("nodes")));
    SecurityRules nodes =
        site.securityRules(
            "nodes",
            s ->
                s.in(network)
                    .describedAs("Completions from the balancer in, packages and metrics out")
                    .ingress(r -> r.tcp(PORT).from(edge).because("completions"))
                    .egress(r -> r.tcp(443).toAnywhere().because("images, metrics")));
    InstanceRole role =
        site.instanceRole("node", r -> r.managedPolicy("CloudWatchAgentServerPolicy"));
    GpuPool servers =
        site.gpuPool(
            "servers",
            pool ->
                pool.in(network.publicSubnets())
                    .gpusPerNode(4, Gpu.L40S)
                    .scaling(s -> scaling(s, p))
                    .sendsMetrics(providersAgent(), SERVER)
                    .warmPool(w -> w.nodes(1))
                    .readyWithin(minutes(15))
                    .launchHook(minutes(15))
                    .drainHook(minutes(15))
                    .image(Image.parameter(p.image()))
                    .rootDisk(gib(300))
                    .bootScript(template("aws/serving-node.sh", v -> v.set("port", PORT)))
                    .role(role)
                    .securedBy(nodes));
    LoadBalancer front =
        site.loadBalancer(
            "front",
            b ->
                b.in(network.publicSubnets())
                    .securedBy(edge)
                    .https(443, p.certificate())
                    .redirectToHttps(80, 443)
                    .forwardTo(servers, PORT, "/health"));
    ExistingZone zone = site.existingZone("zone", p.domain());
    // A fleet of another region can stand beside this one under the same name, by latency too.
    site.dnsRecord(
        "name",
        d ->
            d.in(zone, p.host())
                .pointsTo(front)
                .latency(site.name())
                .healthCheck(h -> h.https(443, "/health").every(seconds(10))));
  }

  private static void scaling(ScalingBuilder scaling, Parameters p) {
    scaling
        .between(p.least(), p.most())
        .target(gpuUtilisation(70))
        .stepsAbove("full", WAITING, step(0, 1), step(10, 3))
        .schedule("nights", "0 20 * * *", p.clock(), 1, p.atNight())
        .schedule("days", "0 7 * * *", p.clock(), p.least(), p.most())
        .warmup(minutes(8));
  }
}
