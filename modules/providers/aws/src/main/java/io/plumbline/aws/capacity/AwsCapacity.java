package io.plumbline.aws.capacity;

import io.plumbline.aws.catalogue.Catalogue;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Target;
import io.plumbline.spi.Arrivals;
import io.plumbline.spi.LiveSource;
import io.plumbline.spi.Preflight;
import java.util.ArrayList;
import java.util.List;

/** What AWS says of capacity: before a deploy, and after. */
public final class AwsCapacity {
  private AwsCapacity() {}

  /** Quotas, offerings, reservations and rights, as far as AWS answers. */
  public static List<Preflight> preflight(
      ResourceGraph wanted, Target target, Catalogue catalogue, LiveSource source) {
    List<Preflight> found = new ArrayList<>();
    found.addAll(new Quotas(catalogue, target, source).look(wanted));
    found.addAll(new CountQuotas(target, source).look(wanted));
    found.addAll(new Offerings(source).look(wanted));
    found.addAll(new Reservations(source).look(wanted));
    found.addAll(new Rights(source).look(wanted));
    return found;
  }

  /** Whether the nodes have come. */
  public static Arrivals arrivals(ResourceGraph deployed, LiveSource source) {
    return new GroupArrivals(source).look(deployed);
  }
}
