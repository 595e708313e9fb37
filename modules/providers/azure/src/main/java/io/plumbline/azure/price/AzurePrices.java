package io.plumbline.azure.price;

import io.plumbline.azure.catalogue.Catalogue;
import io.plumbline.azure.kinds.AgentPool;
import io.plumbline.azure.kinds.CapacityReservation;
import io.plumbline.azure.kinds.FlexibleScaleSet;
import io.plumbline.azure.kinds.UniformScaleSet;
import io.plumbline.cost.Cost;
import io.plumbline.cost.Cost.Priced;
import io.plumbline.cost.Cost.Unpriced;
import io.plumbline.cost.Hourly;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The cost of a graph. Machines with accelerators, and what is reserved for them, have list prices;
 * some kinds say that they are free; of all others it is said that no price is known.
 */
public final class AzurePrices {
  private static final Set<String> OF_MACHINES =
      Set.of(FlexibleScaleSet.KIND.id(), UniformScaleSet.KIND.id(), AgentPool.KIND.id());

  private final ResourceGraph graph;
  private final Catalogue catalogue;
  private final List<Priced> priced = new ArrayList<>();
  private final List<Unpriced> unpriced = new ArrayList<>();

  public AzurePrices(ResourceGraph graph, Catalogue catalogue) {
    this.graph = graph;
    this.catalogue = catalogue;
  }

  public Cost cost() {
    graph.resources().stream().filter(Resource::isOurs).forEach(this::price);
    return new Cost(priced, unpriced);
  }

  private void price(Resource resource) {
    String kind = resource.kind().id();
    if (OF_MACHINES.contains(kind)) {
      pool(resource);
    } else if (kind.equals(CapacityReservation.KIND.id())) {
      machines(resource, Machines.reserved(resource));
    } else {
      Unpriced.unlessFree(resource).ifPresent(unpriced::add);
    }
  }

  /** Machines that run in a reservation of the design are paid for with it. */
  private void pool(Resource pool) {
    Machines machines = Machines.of(pool);
    Resource kept =
        pool.attributes().get("capacityReservationGroup") instanceof Value.Ref ref
            ? graph.find(ref.resource())
            : null;
    if (kept != null && kept.isOurs()) {
      String terms = "up to " + machines.most() + ", paid for with " + kept.address();
      priced.add(new Priced(pool.address(), terms, Hourly.NOTHING, null));
    } else {
      machines(pool, machines);
    }
    if (machines.most() > 0) {
      unpriced.add(new Unpriced(pool.address(), "managed-disk", "the disk of each machine"));
    }
  }

  private void machines(Resource resource, Machines machines) {
    if (machines.isKnown(catalogue)) {
      priced.add(machines.priced(resource.address(), catalogue));
    } else {
      unpriced.add(
          new Unpriced(
              resource.address(), resource.kind().id(), machines.unknown(), machines.most()));
    }
  }
}
