package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.azure.kinds.ManagedLustre;
import io.plumbline.graph.Resource;
import io.plumbline.model.Network;
import io.plumbline.model.ParallelFiles;
import io.plumbline.model.Subnets;
import io.plumbline.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file system of Azure Managed Lustre. */
final class ParallelFilesParts {
  /** What its machines mount, of every one alike. */
  static final Value MOUNT_NAME = Value.text("lustrefs");

  private static final int NAME = 80;

  private ParallelFilesParts() {}

  static List<Resource> resources(ParallelFiles files, Parts parts) {
    LustreSku sku = requireNonNull(LustreSku.of(files.throughputPerTib()), "validated");
    long gib = requireNonNull(files.capacity(), "validated").gibibytes();
    return List.of(
        parts.make(
            "",
            ManagedLustre.KIND,
            NAME,
            Value.object(
                "zones", Value.texts(List.of(requireNonNull(zone(files), "validated"))),
                "sku", Value.text(sku.azureName()),
                "capacityTiB", Value.whole(gib / 1024),
                "subnet", NetworkParts.subnet(requireNonNull(files.subnets(), "validated")),
                "maintenanceDay", Value.text("Sunday"),
                "maintenanceTime", Value.text("03:00"))));
  }

  /** The one that is named, or the only one that there is; null where nobody knows. */
  static @Nullable String zone(ParallelFiles files) {
    Subnets subnets = files.subnets();
    if (files.zone() != null || subnets == null || !(subnets.network() instanceof Network net)) {
      return files.zone();
    }
    List<String> zones = subnets.of(net).stream().map(each -> each.zone()).distinct().toList();
    return zones.size() == 1 ? zones.get(0) : null;
  }
}
