package io.plumbline.testkit;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.dsl.BareMetalFleetBuilder;
import io.plumbline.model.Design;
import io.plumbline.model.Gpu;
import io.plumbline.model.HostState;
import io.plumbline.model.Inventory;
import io.plumbline.model.InventoryHost;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Machines of our own in two racks, one of them in repair, with something of everything. */
public final class RackFleet {
  public static final Site SITE =
      new Site(
          "hall",
          "onprem",
          "ansible",
          Map.of("ssh.user", "deploy", "ssh.config", "/etc/plumbline/ssh_config", "become", "true"),
          null);

  public static final Target TARGET = new Target("test", "fleet", SITE);

  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUm ann@desk";

  private RackFleet() {}

  /** All of it. */
  public static Design whole() {
    return of(fleet -> {});
  }

  /** The same, with a change. */
  public static Design of(Consumer<BareMetalFleetBuilder> change) {
    return Describing.on(
        SITE,
        site ->
            site.bareMetalFleet(
                "h100",
                fleet -> {
                  all(fleet);
                  change.accept(fleet);
                }));
  }

  private static void all(BareMetalFleetBuilder fleet) {
    fleet
        .inventory(
            new Inventory(
                "racks.csv",
                List.of(
                    host("n1", 1, "r1", 1, HostState.IN_SERVICE),
                    host("n2", 2, "r1", 9, HostState.IN_SERVICE),
                    host("n3", 3, "r1", 17, HostState.IN_REPAIR),
                    host("n4", 4, "r2", 1, HostState.IN_SERVICE))))
        .rolling(2)
        .gpusPerHost(8, Gpu.H100_SXM)
        .release(
            "2026.11",
            r ->
                r.kernel("6.8.0-50-generic")
                    .driver("570.124.06")
                    .cuda("12.8.1")
                    .pin("docker-ce", "5:27.5.1-1~ubuntu.22.04~jammy")
                    .services("docker"))
        .sysctl("vm.swappiness", "1")
        .mount("/data", "nfs01:/export/data", "nfs4", "ro")
        .group("research", 3000)
        .account("ann", 2001, a -> a.groups("docker", "research").keys(KEY))
        .file("/etc/motd", "{{ ansible_hostname }} is no template\n")
        .file("/etc/docker/daemon.json", Value.text("{\"log-driver\": \"journald\"}\n"), "0600")
        .link("ib0", 400_000);
  }

  /** A machine at an address that is never routed. */
  public static InventoryHost host(
      String name, int number, String rack, int slot, HostState state) {
    return new InventoryHost(
        name,
        "198.18.0." + number,
        "SN" + number,
        rack,
        slot,
        null,
        null,
        state,
        new SourceLine("racks.csv", number + 1));
  }
}
