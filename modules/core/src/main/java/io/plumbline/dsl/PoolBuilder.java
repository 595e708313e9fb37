package io.plumbline.dsl;

import io.plumbline.graph.Band;
import io.plumbline.model.AnyPool;
import io.plumbline.model.Count;
import io.plumbline.model.Disk;
import io.plumbline.model.Gpu;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.Machine;
import io.plumbline.model.Placement;
import io.plumbline.model.Reservation;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.Subnets;
import io.plumbline.unit.DataSize;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sets up nodes: what they are, how many there are, and where.
 *
 * @param <C> what is built
 * @param <B> the builder itself, so that calls chain
 */
public abstract sealed class PoolBuilder<C extends AnyPool, B extends PoolBuilder<C, B>>
    extends ComponentBuilder<C, B> permits GpuPoolBuilder, NodePoolBuilder {
  final List<SecurityRules> securedBy = new ArrayList<>();
  @Nullable Subnets subnets;
  @Nullable Machine machine;
  @Nullable Count count;
  @Nullable InstanceRole role;
  boolean fabric;
  @Nullable Placement placement;
  @Nullable Reservation reservation;
  Disk rootDisk;

  private final String device;

  /**
   * A pool of which nothing is said yet.
   *
   * @param device under which images have their root, where nobody says another
   */
  PoolBuilder(String noun, Order order, String device) {
    super(noun, order);
    this.device = device;
    rootDisk = new DiskBuilder().device(device).build();
  }

  /**
   * Where its nodes live: {@code net.privateSubnets()}. They are spread over all of these subnets.
   */
  public B in(Subnets where) {
    subnets = where;
    return self();
  }

  /**
   * Nodes with exactly so many of these accelerators. Where the provider has several such types,
   * all are candidates, the cheapest first.
   */
  public B gpusPerNode(int perNode, Gpu model) {
    machine = new Machine.WithGpus(perNode, model);
    return self();
  }

  /** Nodes of these types of the provider, the preferred one first. */
  public B instanceTypes(String... types) {
    return instanceTypes(List.of(types));
  }

  /** Nodes of these types of the provider, the preferred one first. */
  public B instanceTypes(List<String> types) {
    machine = new Machine.OfTypes(types);
    return self();
  }

  /** Always so many nodes. */
  public B count(int nodes) {
    count = new Count.Fixed(nodes);
    return self();
  }

  /**
   * As many nodes as the band's owner wants: {@code band(0, 16).ownedBy("autoscaler")}. No
   * deployment resets it.
   */
  public B count(Band band) {
    count = new Count.Within(band);
    return self();
  }

  /**
   * Nodes in capacity that is kept for them, and nowhere else: {@code site.capacityReservation(…)},
   * or one that exists.
   */
  public B reservation(Reservation kept) {
    reservation = kept;
    return self();
  }

  /** How nodes lie to each other; by default as the provider likes. */
  public B placement(Placement how) {
    placement = how;
    return self();
  }

  /**
   * Nodes reach each other's memory over a fast fabric, with every adapter for it that they have:
   * EFA on AWS. It wants all nodes in one zone, and rules that allow everything among them.
   */
  public B fabric() {
    fabric = true;
    return self();
  }

  /** The disk that nodes boot from; by default 100 GiB, encrypted. */
  public B rootDisk(DataSize size) {
    return rootDisk(size, disk -> {});
  }

  /** The disk that nodes boot from, with more to say about it. */
  public B rootDisk(DataSize size, Consumer<DiskBuilder> setUp) {
    DiskBuilder disk = new DiskBuilder().device(device).size(size);
    setUp.accept(disk);
    rootDisk = disk.build();
    return self();
  }

  /** What its nodes may do at the provider's API; by default nothing that they need not. */
  public B role(InstanceRole nodes) {
    role = nodes;
    return self();
  }

  /** Who its nodes may talk to. Called again, it adds. */
  public B securedBy(SecurityRules... rules) {
    securedBy.addAll(List.of(rules));
    return self();
  }

  void require(@Nullable Object said, String detail) {
    if (said == null) {
      report(Incomplete.RULE, detail);
    }
  }

  /** The same for what kind of node it has, which is said alike everywhere. */
  void requireMachine() {
    require(
        machine,
        "it has no kind of node; say gpusPerNode(8, H100_SXM) or instanceTypes(\"p5.48xlarge\")");
  }
}
