package io.plumbline.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Inventory;
import io.plumbline.model.InventoryHost;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A row of an inventory that some program would take for something else. Rows of files are held to
 * more than this where they are read; a stack can make some of its own.
 */
final class InventoryRefused extends FleetCheck {
  private static final List<String> RESERVED = List.of("all", "ungrouped", "localhost");
  private static final String ADDRESS = "[a-z0-9]([a-z0-9.-]{0,252})|[0-9a-f:.]{2,45}";
  private static final String ADDRESSES = "an IP address, or a name in small letters";

  InventoryRefused() {
    super(
        Rule.error(
            "PLB-FLEET-030",
            "row of an inventory not allowed",
            "What a machine is called stands in inventories, in Slurm's files and in those of"
                + " Prometheus, which have no quotes for it.",
            "RFC 1123; slurm.conf(5), Slurm 22.05; Plumbline, inventories",
            "correct it as said"));
  }

  @Override
  void check(BareMetalFleet fleet, Consumer<String> breach) {
    Inventory inventory = fleet.inventory();
    if (inventory != null) {
      inventory.hosts().forEach(host -> check(host, breach));
    }
  }

  private static void check(InventoryHost host, Consumer<String> breach) {
    match(
        "host name",
        host.name(),
        "(?!(" + String.join("|", RESERVED) + ")$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
        "small letters, digits and inner hyphens, and none of " + RESERVED,
        breach);
    String of = " of " + quoted(host.name());
    match("address" + of, host.address(), ADDRESS, ADDRESSES, breach);
    match(
        "serial number" + of,
        host.serial(),
        "[A-Za-z0-9][A-Za-z0-9._/+-]{0,63}",
        "letters, digits and ._/+-",
        breach);
    match(
        "rack" + of,
        host.rack(),
        "[A-Za-z0-9][A-Za-z0-9._-]{0,62}",
        "letters, digits and ._-",
        breach);
    given("hardware address" + of, host.mac(), "[0-9a-f]{2}(:[0-9a-f]{2}){5}", "aa:bb:…", breach);
    given("management controller" + of, host.bmc(), ADDRESS, ADDRESSES, breach);
  }

  private static void given(
      String what, @Nullable String got, String pattern, String allowed, Consumer<String> breach) {
    if (got != null) {
      match(what, got, pattern, allowed, breach);
    }
  }
}
