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
  private Waves() {}

  /** Where nothing changes, nobody is down. */
  static String allAtOnce(Collection<Fleet> fleets) {
    return variable(fleets, fleet -> Value.texts(List.of("100%")));
  }

  /** Those of some machines: how many of each wave are among them. */
  static String of(Collection<Fleet> fleets, Set<String> names) {
    return variable(
        fleets,
        fleet ->
            Value.list(
                Fleet.waves(
                        fleet.machines().stream()
                            .filter(machine -> names.contains(machine.name()))
                            .toList())
                    .stream()
                    .map(Value::whole)
                    .toList()));
  }

  private static String variable(Collection<Fleet> fleets, Function<Fleet, Value> sizes) {
    Map<String, Value> groups = new LinkedHashMap<>();
    fleets.forEach(fleet -> groups.put(fleet.group(), sizes.apply(fleet)));
    return JsonWriter.compact(Value.object(Playbook.WAVES, new Obj(groups)));
  }
}
