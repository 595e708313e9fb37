package io.plumbline.testkit;

import io.plumbline.dsl.HostSoftwareBuilder;
import io.plumbline.dsl.MonitoringBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Design;
import io.plumbline.model.Gpu;
import io.plumbline.model.HostState;
import io.plumbline.model.Inventory;
import java.util.List;
import java.util.function.BiConsumer;

/** GPU machines with all tools there are, one without GPUs, and Prometheus over them. */
public final class WatchedFleet {
  private WatchedFleet() {}

  /** With Prometheus on the machine without GPUs. */
  public static Design whole() {
    return of((monitoring, admin) -> monitoring.runsOn(admin, "2.42.0+ds-5+b5"));
  }

  /** With something else said of its monitoring, which knows the machine without GPUs. */
  public static Design of(BiConsumer<MonitoringBuilder, BareMetalFleet> change) {
    return Describing.on(RackFleet.SITE, site -> describe(site, change));
  }

  private static void describe(
      SiteBlueprint site, BiConsumer<MonitoringBuilder, BareMetalFleet> change) {
    BareMetalFleet admin =
        site.bareMetalFleet(
            "admin",
            f ->
                f.inventory(
                        new Inventory(
                            "admin.csv",
                            List.of(RackFleet.host("a1", 9, "r1", 40, HostState.IN_SERVICE))))
                    .release("2026.11", r -> r.nodeExporter("1.5.0-1+b6", 9101)));
    BareMetalFleet trainers =
        site.bareMetalFleet(
            "trainers",
            f ->
                f.inventory(
                        new Inventory(
                            "racks.csv",
                            List.of(
                                RackFleet.host("n1", 1, "r1", 1, HostState.IN_SERVICE),
                                RackFleet.host("n2", 2, "r1", 9, HostState.IN_SERVICE),
                                RackFleet.host("n3", 3, "r2", 1, HostState.IN_REPAIR))))
                    .gpusPerHost(8, Gpu.H100_SXM)
                    .release("2026.11", WatchedFleet::tools));
    site.monitoring(
        "metrics",
        m -> {
          m.of(admin, trainers).alertmanager("alerts.example.com:9093");
          change.accept(m, admin);
        });
  }

  private static void tools(HostSoftwareBuilder release) {
    release
        .driver("570.124.06")
        .nodeExporter("1.5.0-1+b6")
        .gpuExporter("4.1.3-1", "1:4.2.3-1")
        .docker("5:27.5.1-1~ubuntu.22.04~jammy", "1.7.25-1")
        .containerToolkit("1.17.8-1")
        .nccl("NCCL_IB_HCA", "mlx5")
        .nccl("NCCL_SOCKET_IFNAME", "=eth0");
  }
}
