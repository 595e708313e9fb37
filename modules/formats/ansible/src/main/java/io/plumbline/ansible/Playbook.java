package io.plumbline.ansible;

import io.plumbline.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The playbook: a play for each fleet, in waves of which each is of one rack. The first wave in
 * which a machine fails, or is not reached, ends it.
 */
final class Playbook {
  /** The variable that stands for other waves: of some machines alone, or all of them at once. */
  static final String WAVES = "plumbline_waves";

  private static final List<String> ROLES =
      List.of("base", "nvidia", "services", "facts", "release");

  /** The same, with jobs out of the way. */
  private static final List<String> UNDER_SLURM =
      List.of("slurm_drain", "base", "nvidia", "services", "facts", "slurm_resume", "release");

  private Playbook() {}

  static Value of(Collection<Fleet> fleets) {
    return Value.list(fleets.stream().map(Playbook::play).toList());
  }

  private static Value play(Fleet fleet) {
    return Value.object(
        "name", Value.text("Set up " + fleet.id()),
        "hosts", Value.text(fleet.group()),
        "gather_subset", Value.texts(List.of("min")),
        "serial", waves(fleet),
        "any_errors_fatal", Value.flag(true),
        "max_fail_percentage", Value.whole(0),
        "roles", Value.list(roles(fleet).stream().map(Playbook::role).toList()));
  }

  private static List<String> roles(Fleet fleet) {
    return fleet.machines().stream().anyMatch(machine -> machine.said().has("slurm_controller"))
        ? UNDER_SLURM
        : ROLES;
  }

  private static Value role(String name) {
    return Value.object("role", Value.text(name), "tags", Value.texts(List.of(name)));
  }

  private static Value waves(Fleet fleet) {
    String sizes =
        Fleet.waves(fleet.machines()).stream()
            .map(size -> Integer.toString(size))
            .collect(Collectors.joining(", ", "[", "]"));
    return Value.text(
        "{{ (" + WAVES + " | default({})).get('" + fleet.group() + "', " + sizes + ") }}");
  }
}
