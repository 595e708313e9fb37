package io.plumbline.aws.rule;

import static io.plumbline.aws.rule.Judging.accepts;
import static io.plumbline.aws.rule.Judging.catches;
import static io.plumbline.dsl.Metrics.cpu;
import static io.plumbline.dsl.Metrics.dcgmExporter;
import static io.plumbline.dsl.Metrics.gpuMemory;
import static io.plumbline.dsl.Metrics.gpuUtilisation;
import static io.plumbline.dsl.Metrics.memory;
import static io.plumbline.dsl.Metrics.metric;
import static io.plumbline.dsl.Metrics.providersAgent;
import static io.plumbline.dsl.Metrics.queueDepth;
import static io.plumbline.dsl.Metrics.sender;
import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.minutes;

import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.dsl.LoadBalancerBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.Metric;
import io.plumbline.model.Metric.Statistic;
import io.plumbline.model.MetricsAgent;
import io.plumbline.model.Network;
import io.plumbline.model.SecurityRules;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What AWS takes of pools that scale, and of balancers in front of them. */
final class ServingRulesTest {
  private static final String CERTIFICATE =
      "arn:aws:acm:us-east-1:123456789012:certificate/5b2e2f6a-3a1c";

  @Test
  void refusesMetricsThatNoAgentSends() {
    for (Metric.At unseen : List.of(gpuUtilisation(70), gpuMemory(80), memory(80))) {
      catches("PLB-SCALE-002", "servers", by(unseen));
      catches("PLB-SCALE-002", "servers", by(unseen, sender("Serving", "QueueTime")));
      accepts("PLB-SCALE-002", by(unseen, providersAgent()));
    }
    accepts("PLB-SCALE-002", by(cpu(60)));
    accepts("PLB-SCALE-002", by(queueDepth("requests", 2)));
    accepts("PLB-SCALE-002", by(gpuUtilisation(70), dcgmExporter("Gpu")));
    catches("PLB-SCALE-002", "servers", by(memory(70), dcgmExporter("Gpu")));
  }

  @Test
  void knowsWhichCountersTheExporterLeavesOut() {
    Metric.At commentedOut = own("Gpu", "DCGM_FI_PROF_SM_ACTIVE");

    catches("PLB-SCALE-002", "servers", by(commentedOut, dcgmExporter("Gpu")));
    accepts("PLB-SCALE-002", by(commentedOut, dcgmExporter("Gpu", "DCGM_FI_PROF_SM_ACTIVE")));
    accepts(
        "PLB-SCALE-002", by(own("Gpu", "DCGM_FI_PROF_PIPE_TENSOR_ACTIVE"), dcgmExporter("Gpu")));
    catches(
        "PLB-SCALE-002", "servers", by(own("Serving", "QueueTime"), sender("Serving", "Other")));
    accepts("PLB-SCALE-002", by(own("Serving", "QueueTime"), sender("Serving", "QueueTime")));
    accepts("PLB-SCALE-002", by(own("AWS/ApplicationELB", "TargetResponseTime")));
  }

  private static Metric.At own(String namespace, String name) {
    return metric(namespace, name, Map.of(), Statistic.AVERAGE, 5);
  }

  @Test
  void refusesWaitingAndDrainingThatAutoScalingRefuses() {
    catches(
        "PLB-SCALE-009", "servers", pool(p -> p.count(2).warmPool(w -> w.min(1)).spot(s -> {})));
    catches(
        "PLB-SCALE-009", "servers", pool(p -> p.count(2).warmPool(w -> w.min(3).maxPrepared(2))));
    accepts("PLB-SCALE-009", pool(p -> p.count(2).warmPool(w -> w.min(1).maxPrepared(2).reuse())));
    catches("PLB-SCALE-010", "servers", pool(p -> p.count(2).drainHook(days(1))));
    accepts("PLB-SCALE-010", pool(p -> p.count(2).drainHook(minutes(120))));
    catches(
        "PLB-SCALE-011",
        "servers",
        pool(
            p ->
                p.scaling(s -> s.between(1, 2).predictive(gpuUtilisation(60)))
                    .sendsMetrics(providersAgent())));
    accepts("PLB-SCALE-011", pool(p -> p.scaling(s -> s.between(1, 2).predictive(cpu(60)))));
  }

  @Test
  void refusesEncryptedPortsWithoutACertificateOfTheRegion() {
    catches("PLB-LB-006", "front", front(b -> b.https(443, "")));
    catches(
        "PLB-LB-006",
        "front",
        front(b -> b.https(443, CERTIFICATE.replace("us-east-1", "eu-west-1"))));
    accepts("PLB-LB-006", front(b -> b.https(443, CERTIFICATE)));
    accepts(
        "PLB-LB-006",
        front(b -> b.https(443, "arn:aws:iam::123456789012:server-certificate/serving")));
    catches("PLB-LB-007", "front", front(b -> b.https(443, CERTIFICATE).idleTimeout(days(1))));
    accepts("PLB-LB-007", front(b -> b.https(443, CERTIFICATE).drainAfter(minutes(60))));
  }

  private static Consumer<SiteBlueprint> by(Metric.At at, MetricsAgent... agents) {
    return pool(p -> p.scaling(s -> s.between(1, 4).target(at)).sendsMetrics(agents));
  }

  private static Consumer<SiteBlueprint> pool(Consumer<GpuPoolBuilder> setUp) {
    return site -> servers(site, network(site), setUp);
  }

  private static Consumer<SiteBlueprint> front(Consumer<LoadBalancerBuilder> setUp) {
    return site -> {
      Network net = network(site);
      GpuPool servers = servers(site, net, p -> p.count(1));
      site.loadBalancer(
          "front",
          b -> {
            b.in(net.publicSubnets())
                .securedBy(servers.securedBy().get(0))
                .forwardTo(servers, 8000, "/health");
            setUp.accept(b);
          });
    };
  }

  private static Network network(SiteBlueprint site) {
    return site.network(
        "net", n -> n.cidr("10.0.0.0/16").zones("us-east-1a", "us-east-1b").publicSubnets(24));
  }

  private static GpuPool servers(SiteBlueprint site, Network net, Consumer<GpuPoolBuilder> setUp) {
    SecurityRules rules =
        site.securityRules("rules", r -> r.in(net).egress(e -> e.all().toAnywhere()));
    return site.gpuPool(
        "servers",
        p -> {
          p.in(net.publicSubnets())
              .instanceTypes("g6.12xlarge")
              .image(Image.id("ami-0abcdef1234567890"))
              .securedBy(rules);
          setUp.accept(p);
        });
  }
}
