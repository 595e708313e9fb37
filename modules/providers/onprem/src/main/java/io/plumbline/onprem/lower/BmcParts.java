package io.plumbline.onprem.lower;

import io.plumbline.graph.Resource;
import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.BmcProtocol;
import io.plumbline.model.HostBmc;
import io.plumbline.model.InventoryHost;
import io.plumbline.onprem.kinds.Bmc;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The management controllers of a fleet's machines. */
final class BmcParts {
  private final BareMetalFleet fleet;
  private final HostBmc bmc;

  BmcParts(BareMetalFleet fleet, HostBmc bmc) {
    this.fleet = fleet;
    this.bmc = bmc;
  }

  Resource of(InventoryHost host) {
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("endpoint", Value.text(endpoint(Objects.requireNonNull(host.bmc()))));
    if (bmc.protocol() == BmcProtocol.REDFISH) {
      attributes.put("serial", Value.text(host.serial()));
    }
    if (bmc.poweredOn()) {
      attributes.put("power", Value.text("on"));
    }
    if (!bmc.bootOrder().isEmpty()) {
      attributes.put("bootOrder", order());
    }
    FleetParts.put(attributes, "bootOverride", bmc.bootOverride());
    FleetParts.put(attributes, "firmwareVersion", bmc.firmware());
    FleetParts.put(attributes, "biosVersion", bmc.bios());
    return Resource.of(address(fleet, host), Bmc.KIND, new Obj(attributes), fleet.source());
  }

  /** Where it stands in the graph, if it does. */
  static String address(BareMetalFleet fleet, InventoryHost host) {
    return fleet.id() + "/" + host.name() + "/bmc";
  }

  /** By which it is known, and asked: the protocol, the address and, among several, the system. */
  private String endpoint(String address) {
    String host = address.indexOf(':') < 0 ? address : "[" + address + "]";
    return switch (bmc.protocol()) {
      case IPMI -> "ipmi://" + host;
      case REDFISH -> "redfish://" + host + (bmc.system() == null ? "" : "/" + bmc.system());
    };
  }

  private Value order() {
    Map<String, Value> places = new LinkedHashMap<>();
    for (int i = 0; i < bmc.bootOrder().size(); i++) {
      places.put(Bmc.PLACES.get(i), Value.text(bmc.bootOrder().get(i).word()));
    }
    return new Obj(places);
  }
}
