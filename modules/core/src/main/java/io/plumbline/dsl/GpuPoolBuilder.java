package io.plumbline.dsl;

import io.plumbline.graph.Band;
import io.plumbline.model.Count;
import io.plumbline.model.Elasticity;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.MetricsAgent;
import io.plumbline.model.Purchase;
import io.plumbline.model.Scaling;
import io.plumbline.model.WarmPool;
import io.plumbline.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a pool of nodes. Needed: {@link #in}, {@link #gpusPerNode} or {@link #instanceTypes},
 * {@link #count} or {@link #scaling}, {@link #image}. Disks are encrypted and the instance metadata
 * service wants a token, unless a raw setting says otherwise.
 */
public final class GpuPoolBuilder extends PoolBuilder<GpuPool, GpuPoolBuilder> {
  private @Nullable Image image;
  private @Nullable Value bootScript;
  private boolean localDisks;
  private Purchase purchase = new Purchase.OnDemand();
  private final List<MetricsAgent> agents = new ArrayList<>();
  private @Nullable Scaling scaling;
  private @Nullable WarmPool warmPool;
  private @Nullable Duration launch;
  private @Nullable Duration drain;
  private @Nullable Duration ready;

  GpuPoolBuilder(Order order) {
    super("pool", order, "/dev/sda1");
  }

  /**
   * What nodes boot from: {@code Image.parameter("/aws/service/…")} or {@code Image.id("ami-…")}.
   */
  public GpuPoolBuilder image(Image bootsFrom) {
    image = bootsFrom;
    return this;
  }

  /** Spare capacity, taken back at short notice, instead of on demand. */
  public GpuPoolBuilder spot(Consumer<SpotBuilder> setUp) {
    SpotBuilder spot = new SpotBuilder();
    setUp.accept(spot);
    purchase = spot.build();
    return this;
  }

  /**
   * Nodes must have fast disks of their own, which are empty at the start and gone at the end; the
   * boot script sets them up.
   */
  public GpuPoolBuilder localDisks() {
    localDisks = true;
    return this;
  }

  /**
   * What a node runs at its first start: {@code template("gpu-node.sh", v -> v.set("bucket",
   * bucket.name()))}.
   */
  public GpuPoolBuilder bootScript(Template template) {
    bootScript = draft().render(template);
    return this;
  }

  /** What a node runs at its first start, as it is. */
  public GpuPoolBuilder bootScript(String text) {
    bootScript = Value.text(text);
    return this;
  }

  /**
   * What moves the number of its nodes, in place of {@link #count}: {@code s -> s.between(1,
   * 16).target(gpuUtilisation(70))}.
   */
  public GpuPoolBuilder scaling(Consumer<ScalingBuilder> setUp) {
    ScalingBuilder builder = new ScalingBuilder(this);
    setUp.accept(builder);
    scaling = builder.build();
    return this;
  }

  /** Something on its nodes that measures them and sends what it finds. Called again, it adds. */
  public GpuPoolBuilder sendsMetrics(MetricsAgent... senders) {
    agents.addAll(List.of(senders));
    return this;
  }

  /**
   * Nodes that are set up beforehand and wait, so that the pool grows in a minute: {@code nodes}.
   */
  public GpuPoolBuilder warmPool(Consumer<WarmPoolBuilder> setUp) {
    WarmPoolBuilder builder = new WarmPoolBuilder();
    setUp.accept(builder);
    warmPool = builder.build();
    return this;
  }

  /**
   * A fresh node may take so long until it is well, by default five minutes. Who serves a model
   * that takes longer to fetch and load says so: a node that a balancer finds unwell after that is
   * replaced, and the next one after it.
   */
  public GpuPoolBuilder readyWithin(Duration atMost) {
    ready = atMost;
    return this;
  }

  /**
   * A fresh node waits so long at most, until its boot script says that it is set up; then another
   * one is started in its place. It goes into service, or is stopped in a warm pool, no earlier,
   * and waits again when it comes out of there: the template {@code aws/serving-node.sh} completes
   * both. The pool's role gets the right to.
   */
  public GpuPoolBuilder launchHook(Duration atMost) {
    launch = atMost;
    return this;
  }

  /**
   * A node that has to go waits so long at most, for whoever drains it to say that it may. Then it
   * ends in any case. The pool's role, if it has one, gets the right to say so.
   */
  public GpuPoolBuilder drainHook(Duration atMost) {
    drain = atMost;
    return this;
  }

  @Override
  GpuPoolBuilder self() {
    return this;
  }

  @Override
  GpuPool build() {
    Count nodes = owned();
    require(subnets, "it lives nowhere; say in(network.privateSubnets())");
    requireMachine();
    require(
        nodes,
        "it does not say how many; say count(4), count(band(0, 16).ownedBy(\"autoscaler\")) or"
            + " scaling(s -> s.between(1, 16)…)");
    require(
        image, "its nodes boot from nothing; say image(Image.id(…)) or image(Image.parameter(…))");
    return new GpuPool(
        identity(),
        subnets,
        machine,
        nodes,
        image,
        purchase,
        rootDisk,
        bootScript,
        role,
        securedBy,
        new Elasticity(scaling, warmPool, launch, drain, ready, agents),
        fabric,
        localDisks,
        placement,
        reservation);
  }

  /** How many nodes there are, by whoever says so. */
  private @Nullable Count owned() {
    Scaling moved = scaling;
    if (moved == null) {
      return count;
    }
    if (count != null) {
      report(TwoOwners.RULE, "got " + inWords(count) + " and scaling(…); allowed is one of them");
    }
    return new Count.Within(new Band(moved.min(), moved.max(), Scaling.OWNER));
  }

  private static String inWords(Count count) {
    return switch (count) {
      case Count.Fixed fixed -> "count(" + fixed.nodes() + ")";
      case Count.Within within -> "a band owned by \"" + within.band().owner() + "\"";
    };
  }
}
