package io.plumbline.testkit;

import static io.plumbline.dsl.Metrics.cpu;
import static io.plumbline.dsl.Metrics.gpuMemory;
import static io.plumbline.dsl.Metrics.gpuUtilisation;
import static io.plumbline.dsl.Metrics.memory;
import static io.plumbline.dsl.Metrics.metric;
import static io.plumbline.dsl.Metrics.providersAgent;
import static io.plumbline.dsl.Metrics.queueDepth;
import static io.plumbline.dsl.Metrics.sender;
import static io.plumbline.dsl.Metrics.step;
import static io.plumbline.dsl.Words.minutes;

import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.dsl.LoadBalancerBuilder;
import io.plumbline.dsl.ScalingBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.WarmPoolBuilder;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.Metric;
import io.plumbline.model.Metric.Statistic;
import io.plumbline.model.Network;
import io.plumbline.model.SecurityRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A pool that scales, and perhaps a balancer before it, of one design of {@link RandomFleet}. */
record RandomServing(SiteBlueprint site, String prefix, Random random) {
  private static final String CERTIFICATE =
      "arn:aws:acm:us-east-1:123456789012:certificate/5b2e2f6a-3a1c-4b0e-9d57-0c6f8a7e1d42";

  private static final List<String> CLOCKS = List.of("Etc/UTC", "Europe/Berlin", "Asia/Kolkata");

  /** Texts of a metric, as unkind as CloudWatch allows. */
  private static final List<String> DIMENSIONS = List.of("yes", "a: b", "${x} %{y}", "50");

  void describe(Network network, SecurityRules rules, Image image) {
    GpuPool servers =
        site.gpuPool(
            prefix + "-servers",
            p -> {
              p.in(network.privateSubnets()).instanceTypes("g6.12xlarge").image(image);
              p.securedBy(rules).scaling(this::scaling);
              p.sendsMetrics(providersAgent(), sender("Serving", "QueueTime"));
              waiting(p);
            });
    if (random.nextBoolean()) {
      site.loadBalancer(prefix + "-front", b -> front(b.securedBy(rules), network, servers));
    }
  }

  private void waiting(GpuPoolBuilder pool) {
    if (random.nextBoolean()) {
      pool.warmPool(this::warmPool);
    }
    if (random.nextBoolean()) {
      pool.drainHook(Duration.ofSeconds(30L + random.nextInt(7170)));
    }
    if (random.nextBoolean()) {
      pool.readyWithin(minutes(1 + random.nextInt(30)));
    }
  }

  private void warmPool(WarmPoolBuilder warm) {
    warm.min(random.nextInt(3));
    if (random.nextBoolean()) {
      warm.maxPrepared(3 + random.nextInt(3));
    }
    if (random.nextBoolean()) {
      warm.running();
    }
    if (random.nextBoolean()) {
      warm.reuse();
    }
  }

  /** The queue is always among what counts: it is there without a node, and beside busy GPUs. */
  private void scaling(ScalingBuilder scaling) {
    scaling
        .between(random.nextInt(2), 2L + random.nextInt(8))
        .target(queueDepth(prefix + "-requests", 0.5 + random.nextInt(9)));
    if (random.nextBoolean()) {
      scaling.target(gpuUtilisation(20 + random.nextInt(70)));
    }
    if (random.nextBoolean()) {
      scaling.targetOutOnly("memory", memory(70.5));
    }
    if (random.nextBoolean()) {
      scaling.target("waiting", waiting());
    }
    if (random.nextBoolean()) {
      scaling
          .stepsAbove("full", gpuMemory(60 + random.nextInt(30)), step(0, 1), step(4.5, 3))
          .stepsBelow("idle", cpu(1 + random.nextInt(20)), step(0, -1));
    }
    switch (random.nextInt(3)) {
      case 0 -> scaling.predictive(cpu(55));
      case 1 -> scaling.forecastOnly(cpu(55.5));
      default -> {}
    }
    if (random.nextBoolean()) {
      String clock = oneOf(CLOCKS);
      scaling
          .schedule("nights", "30 20 * * 1-5", clock, 0, 1L + random.nextInt(3))
          .schedule("days", "0 7 * * MON-FRI", clock, 1, 2L + random.nextInt(8));
    }
    if (random.nextBoolean()) {
      scaling.warmup(minutes(1 + random.nextInt(20)));
    }
  }

  private Metric.At waiting() {
    return metric(
        "Serving",
        "QueueTime",
        Map.of("Model", oneOf(DIMENSIONS)),
        oneOf(List.of(Statistic.values())),
        0.25 + random.nextInt(9));
  }

  /** One zone is enough for connections, and not for requests. */
  private void front(LoadBalancerBuilder front, Network network, GpuPool servers) {
    boolean open = !network.publicSubnets().of(network).isEmpty() && random.nextBoolean();
    front.in(open ? network.publicSubnets() : network.privateSubnets());
    if (!open) {
      front.internal();
    }
    if (network.zones().size() > 1 && random.nextBoolean()) {
      front.https(443, CERTIFICATE).forwardTo(servers, 8000, "/health?deep=${x}");
      front.idleTimeout(Duration.ofSeconds(1L + random.nextInt(4000)));
      if (random.nextBoolean()) {
        front.redirectToHttps(80, 443);
      }
    } else {
      front.tcp(9000).forwardTo(servers, 8000);
      if (random.nextBoolean()) {
        front.tls(443, CERTIFICATE);
      }
    }
    front.drainAfter(minutes(random.nextInt(61)));
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
