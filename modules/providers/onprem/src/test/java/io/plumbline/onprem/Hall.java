package io.plumbline.onprem;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.SlurmClusterBuilder;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Gpu;
import io.plumbline.model.HostState;
import io.plumbline.model.Inventory;
import io.plumbline.model.InventoryHost;
import io.plumbline.model.Target;
import io.plumbline.testkit.Describing;
import io.plumbline.unit.DataSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A hall with a controller and two racks of GPU machines, under Slurm. */
public final class Hall {
  public static final Target TARGET = new Target("test", "fleet", Describing.DATA_CENTRE);

  private Hall() {}

  /** What {@code body} describes, as resources. */
  public static ResourceGraph graph(Consumer<SiteBlueprint> body) {
    return new OnPremProvider().lower(Describing.on(Describing.DATA_CENTRE, body), TARGET);
  }

  /** Machines {@code gpu-1} and so on, half of them in rack a, half in rack b. */
  public static Inventory inventory(int hosts) {
    List<InventoryHost> rows = new ArrayList<>();
    for (int i = 1; i <= hosts; i++) {
      String rack = i <= (hosts + 1) / 2 ? "a" : "b";
      rows.add(host("gpu-" + i, "198.18.0." + (10 + i), rack, i, HostState.IN_SERVICE));
    }
    return new Inventory("hall.csv", rows);
  }

  static InventoryHost host(String name, String address, String rack, int slot, HostState state) {
    SourceLine row = new SourceLine("hall.csv", slot + 1);
    return new InventoryHost(name, address, "SN-" + name, rack, slot, null, null, state, row);
  }

  /** The controller, the machines of {@code inventory}, and Slurm over them. */
  public static void describe(SiteBlueprint site, Inventory inventory) {
    describe(
        site,
        inventory,
        (slurm, trainers) ->
            slurm
                .partition(
                    "train",
                    p -> p.of(trainers).byDefault().priority(10).longest(Duration.ofDays(7)))
                .partition("scrap", p -> p.of(trainers).preempted())
                .setting("MpiDefault", "pmix"));
  }

  /** The same machines, with what {@code body} says of Slurm over them. */
  public static void describe(
      SiteBlueprint site,
      Inventory inventory,
      BiConsumer<SlurmClusterBuilder, BareMetalFleet> body) {
    describe(site, inventory, HostState.IN_SERVICE, body);
  }

  /** The same, with a controller of this state. */
  public static void describe(
      SiteBlueprint site,
      Inventory inventory,
      HostState state,
      BiConsumer<SlurmClusterBuilder, BareMetalFleet> body) {
    InventoryHost one = host("ctl", "198.18.0.2", "a", 40, state);
    BareMetalFleet controller =
        site.bareMetalFleet(
            "controller",
            f -> f.inventory(new Inventory("ctl.csv", List.of(one))).release("2026.11", r -> {}));
    BareMetalFleet trainers =
        site.bareMetalFleet(
            "trainers",
            f ->
                f.inventory(inventory)
                    .processors(2, 48, 2)
                    .memory(DataSize.gib(1900))
                    .gpusPerHost(8, Gpu.H100_SXM)
                    .release("2026.11", r -> r.driver("570.124.06").pin("slurmd", "22.05.8-4")));
    site.slurmCluster("slurm", s -> body.accept(s.controller(controller), trainers));
  }
}
