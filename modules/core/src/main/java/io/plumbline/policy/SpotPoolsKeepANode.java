package io.plumbline.policy;

import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Design;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Purchase;
import io.plumbline.model.Target;
import java.util.Map;

/**
 * A spot pool has at least one node that is not taken back, so that a queue or a coordinator on it
 * survives. An example of a policy over designs; {@link BucketsAreVersioned} is another.
 */
public final class SpotPoolsKeepANode implements Policy {

  @Override
  public String id() {
    return "spot-pools-keep-a-node";
  }

  @Override
  public String description() {
    return "spot pools keep a node when spare capacity is taken back";
  }

  @Override
  public void check(Design design, Map<Target, ResourceGraph> graphs, Breaches breaches) {
    for (GpuPool pool : design.all(GpuPool.class)) {
      if (pool.purchase() instanceof Purchase.Spot spot && spot.onDemandBase() < 1) {
        breaches.add(
            pool,
            "got onDemandBase(" + spot.onDemandBase() + "); wanted is 1 or more",
            "say onDemandBase(1)");
      }
    }
  }
}
