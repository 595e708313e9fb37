package io.plumbline.ansible;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The inventory: a group for each fleet, its machines in the order in which they are changed; and
 * one for all hosts of Hyper-V.
 */
final class Inventories {
  private Inventories() {}

  static Value of(Collection<Fleet> fleets, Collection<HyperVHost> hyperV) {
    Map<String, Value> groups = new LinkedHashMap<>();
    for (Fleet fleet : fleets) {
      Map<String, Value> hosts = new LinkedHashMap<>();
      fleet.machines().forEach(machine -> hosts.put(machine.name(), Obj.EMPTY));
      groups.put(fleet.group(), Value.object("hosts", new Obj(hosts)));
    }
    if (!hyperV.isEmpty()) {
      Map<String, Value> hosts = new LinkedHashMap<>();
      hyperV.forEach(host -> hosts.put(host.name(), Obj.EMPTY));
      groups.put(HyperVHost.GROUP, Value.object("hosts", new Obj(hosts)));
    }
    return Value.object("all", Value.object("children", new Obj(groups)));
  }
}
