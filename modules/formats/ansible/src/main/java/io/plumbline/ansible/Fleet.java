package io.plumbline.ansible;

import io.plumbline.graph.Documents;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Machines that are set up alike: a group of the inventory. What all of them have stands with the
 * group, once; the rest stands with each.
 *
 * @param id of the fleet
 * @param machines in the order in which they are changed
 */
record Fleet(String id, List<Machine> machines, List<ManagedFile> files) {
  /** What tells one machine from another stands with it, even where a fleet is a machine alone. */
  private static final Set<String> OWN =
      Set.of("ansible_host", "name", "rack", "serial", "slot", "wave");

  private static final Comparator<Machine> ORDER =
      Comparator.comparingLong(Machine::wave)
          .thenComparing(Machine::rack)
          .thenComparingLong(Machine::slot)
          .thenComparing(Machine::name);

  /** The fleets of a graph, by id, in its order. */
  static Map<String, Fleet> of(ResourceGraph graph) {
    Map<String, Fleet> fleets = new LinkedHashMap<>();
    for (Resource resource : graph.resources()) {
      if (!resource.kind().documents(Dialect.ANSIBLE).isEmpty()) {
        add(resource, fleets);
      }
    }
    fleets.values().forEach(fleet -> fleet.machines.sort(ORDER));
    return fleets;
  }

  /** What stands in no fleet is written elsewhere. */
  private static final Set<String> ELSEWHERE = Set.of(SiteFile.TYPE, HyperVHost.TYPE);

  /** What no role makes, something else brings about: a file that is written, a machine there. */
  private static void add(Resource resource, Map<String, Fleet> fleets) {
    for (Map.Entry<Document, Obj> each : Documents.of(resource, Dialect.ANSIBLE).entrySet()) {
      if (ELSEWHERE.contains(each.getKey().type())) {
        continue;
      }
      Obj said = each.getValue();
      Fleet fleet = fleets.computeIfAbsent(text(said, "fleet"), Fleet::none);
      switch (each.getKey().type()) {
        case "host" -> fleet.machines.add(new Machine(resource.address(), said));
        case "file" -> fleet.files.add(ManagedFile.of(said));
        default -> throw new IllegalArgumentException(each.getKey().type() + " is no role's");
      }
    }
  }

  private static Fleet none(String id) {
    return new Fleet(id, new ArrayList<>(), new ArrayList<>());
  }

  /** Ids have hyphens and no underscores, names of groups the other way round. */
  String group() {
    return "fleet_" + id.replace('-', '_');
  }

  /** How many machines each wave has, in their order. */
  static List<Integer> waves(List<Machine> machines) {
    Map<Long, Integer> waves = new LinkedHashMap<>();
    machines.forEach(machine -> waves.merge(machine.wave(), 1, Integer::sum));
    return List.copyOf(waves.values());
  }

  /** Variables that all have, and the files, which are the same by their kind. */
  Obj alike() {
    Map<String, Value> variables = new LinkedHashMap<>();
    common().forEach((name, value) -> variables.put(variable(name), value));
    variables.put(
        variable("managed_files"), Value.list(files.stream().map(ManagedFile::variable).toList()));
    return new Obj(variables);
  }

  /** Variables of each machine that not all have, by its name. */
  Map<String, Obj> own() {
    Map<String, Value> common = common();
    Map<String, Obj> own = new LinkedHashMap<>();
    for (Machine machine : machines) {
      Map<String, Value> variables = new LinkedHashMap<>();
      machine
          .said()
          .members()
          .forEach(
              (name, value) -> {
                if (!common.containsKey(name)) {
                  variables.put(variable(name), value);
                }
              });
      own.put(machine.name(), new Obj(variables));
    }
    return own;
  }

  private Map<String, Value> common() {
    Map<String, Value> common = new LinkedHashMap<>();
    if (!machines.isEmpty()) {
      common.putAll(machines.get(0).said().members());
      common.keySet().removeAll(OWN);
      for (Machine machine : machines) {
        common
            .entrySet()
            .removeIf(each -> !each.getValue().equals(machine.said().get(each.getKey())));
      }
    }
    return common;
  }

  /** Ansible's own variables keep their names; all others say whose they are. */
  private static String variable(String name) {
    return name.startsWith("ansible_") ? name : "plumbline_" + name;
  }

  static String text(Obj said, String member) {
    if (said.get(member) instanceof Value.Text text) {
      return text.value();
    }
    throw new IllegalArgumentException(member + " must be text, and is " + said.get(member));
  }

  /**
   * A machine.
   *
   * @param address of its resource
   * @param said all variables, without a prefix
   */
  record Machine(String address, Obj said) {
    String name() {
      return text(said, "name");
    }

    String rack() {
      return text(said, "rack");
    }

    long slot() {
      return whole("slot");
    }

    long wave() {
      return whole("wave");
    }

    private long whole(String member) {
      return said.get(member) instanceof Value.Int number ? number.value() : 0;
    }
  }
}
