package io.plumbline.dsl;

import io.plumbline.graph.Band;
import io.plumbline.model.Count;
import io.plumbline.model.Disk;
import io.plumbline.model.Elasticity;
import io.plumbline.model.Gpu;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.Machine;
import io.plumbline.model.MetricsAgent;
import io.plumbline.model.Placement;
import io.plumbline.model.Purchase;
import io.plumbline.model.Reservation;
import io.plumbline.model.Scaling;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.Subnets;
import io.plumbline.model.WarmPool;
import io.plumbline.unit.DataSize;
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
public final class GpuPoolBuilder extends ComponentBuilder<GpuPool, GpuPoolBuilder> {
  private final List<SecurityRules> securedBy = new ArrayList<>();
  private @Nullable Subnets subnets;
  private @Nullable Machine machine;
  private @Nullable Count count;
  private @Nullable Image image;
  private @Nullable Value bootScript;
  private @Nullable InstanceRole role;
  private boolean fabric;
  private boolean localDisks;
  private @Nullable Placement placement;
  private @Nullable Reservation reservation;
  private Purchase purchase = new Purchase.OnDemand();
  private Disk rootDisk = new DiskBuilder().build();
  private final List<MetricsAgent> agents = new ArrayList<>();
  private @Nullable Scaling scaling;
  private @Nullable WarmPool warmPool;
  private @Nullable Duration drain;
  private @Nullable Duration ready;

  GpuPoolBuilder(Order order) {
    super("pool", order);
  }

  /**
   * Where its nodes live: {@code net.privateSubnets()}. They are spread over all of these subnets.
   */
  public GpuPoolBuilder in(Subnets where) {
    subnets = where;
    return this;
  }

  /**
   * Nodes with exactly so many of these accelerators. Where the provider has several such types,
   * all are candidates, the cheapest first.
   */
  public GpuPoolBuilder gpusPerNode(int perNode, Gpu model) {
    machine = new Machine.WithGpus(perNode, model);
    return this;
  }

  /** Nodes of these types of the provider, the preferred one first. */
  public GpuPoolBuilder instanceTypes(String... types) {
    machine = new Machine.OfTypes(List.of(types));
    return this;
  }

  /** Nodes of these types of the provider, the preferred one first. */
  public GpuPoolBuilder instanceTypes(List<String> types) {
    machine = new Machine.OfTypes(types);
    return this;
  }

  /** Always so many nodes. */
  public GpuPoolBuilder count(int nodes) {
    count = new Count.Fixed(nodes);
    return this;
  }

  /**
   * As many nodes as the band's owner wants: {@code band(0, 16).ownedBy("autoscaler")}. No
   * deployment resets it.
   */
  public GpuPoolBuilder count(Band band) {
    count = new Count.Within(band);
    return this;
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
   * Nodes in capacity that is kept for them, and nowhere else: {@code site.capacityReservation(…)},
   * or one that exists.
   */
  public GpuPoolBuilder reservation(Reservation kept) {
    reservation = kept;
    return this;
  }

  /** How nodes lie to each other; by default as the provider likes. */
  public GpuPoolBuilder placement(Placement how) {
    placement = how;
    return this;
  }

  /**
   * Nodes reach each other's memory over a fast fabric, with every adapter for it that they have:
   * EFA on AWS. It wants all nodes in one zone, and rules that allow everything among them.
   */
  public GpuPoolBuilder fabric() {
    fabric = true;
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

  /** The disk that nodes boot from; by default 100 GiB, encrypted. */
  public GpuPoolBuilder rootDisk(DataSize size) {
    return rootDisk(size, disk -> {});
  }

  /** The disk that nodes boot from, with more to say about it. */
  public GpuPoolBuilder rootDisk(DataSize size, Consumer<DiskBuilder> setUp) {
    DiskBuilder disk = new DiskBuilder().size(size);
    setUp.accept(disk);
    rootDisk = disk.build();
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

  /** What its nodes may do at the provider's API; by default nothing. */
  public GpuPoolBuilder role(InstanceRole nodes) {
    role = nodes;
    return this;
  }

  /** Who its nodes may talk to. Called again, it adds. */
  public GpuPoolBuilder securedBy(SecurityRules... rules) {
    securedBy.addAll(List.of(rules));
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

  /** Nodes that are set up beforehand and wait, so that the pool grows in a minute. */
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
   * A node that has to go waits so long at most, for whoever drains it to say that it may. Then it
   * ends in any case.
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
    require(
        machine,
        "it has no kind of node; say gpusPerNode(8, H100_SXM) or instanceTypes(\"p5.48xlarge\")");
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
        new Elasticity(scaling, warmPool, drain, ready, agents),
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

  private void require(@Nullable Object said, String detail) {
    if (said == null) {
      report(Incomplete.RULE, detail);
    }
  }
}
