package io.plumbline.ansible;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The inventory: a group for each fleet, its machines in the order in which they are changed. */
final class Inventories {
  private Inventories() {}

  static Value of(Collection<Fleet> fleets) {
    Map<String, Value> groups = new LinkedHashMap<>();
    for (Fleet fleet : fleets) {
      Map<String, Value> hosts = new LinkedHashMap<>();
      fleet.machines().forEach(machine -> hosts.put(machine.name(), Obj.EMPTY));
      groups.put(fleet.group(), Value.object("hosts", new Obj(hosts)));
    }
    return Value.object("all", Value.object("children", new Obj(groups)));
  }
}
