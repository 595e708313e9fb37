package io.plumbline.ansible;

import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Other waves than the playbook's own, as a variable for one run. */
final class Waves {
  private static final Value ALL = Value.texts(List.of("100%"));

  private Waves() {}

  /** Where nothing changes, nobody is down. */
  static String allAtOnce(Collection<Fleet> fleets) {
    Map<String, Value> groups = groups(fleets, fleet -> ALL);
    groups.put(HyperVHost.GROUP, ALL);
    return variable(groups);
  }

  /** Those of some machines: how many of each wave are among them. */
  static String of(Collection<Fleet> fleets, Set<String> names) {
    return variable(
        groups(
            fleets,
            fleet ->
                Value.list(
                    Fleet.waves(
                            fleet.machines().stream()
                                .filter(machine -> names.contains(machine.name()))
                                .toList())
                        .stream()
                        .map(Value::whole)
                        .toList())));
  }

  private static Map<String, Value> groups(Collection<Fleet> fleets, Function<Fleet, Value> sizes) {
    Map<String, Value> groups = new LinkedHashMap<>();
    fleets.forEach(fleet -> groups.put(fleet.group(), sizes.apply(fleet)));
    return groups;
  }

  private static String variable(Map<String, Value> groups) {
    return JsonWriter.compact(Value.object(Playbook.WAVES, new Obj(groups)));
  }
}
