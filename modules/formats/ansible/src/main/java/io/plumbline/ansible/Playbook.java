package io.plumbline.ansible;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The playbook: a play for each fleet, in waves of which each is of one rack. The first wave in
 * which a machine fails, or is not reached, ends it. After them, two plays for the hosts of
 * Hyper-V.
 */
final class Playbook {
  /** The variable that stands for other waves: of some machines alone, or all of them at once. */
  static final String WAVES = "plumbline_waves";

  /** In their order: what a machine has of it, its fleet gets. */
  private static final List<Part> PARTS =
      List.of(
          Part.where("slurm_drain", said -> said.has("slurm_controller")),
          Part.always("base"),
          Part.always("storage"),
          Part.always("nvidia"),
          Part.where("munge", said -> said.has("munge_key")),
          Part.where("slurm_controller", said -> has(said, "slurm_parts", "controller")),
          Part.where("slurm_node", said -> has(said, "slurm_parts", "node")),
          Part.where("slurm_login", said -> has(said, "slurm_parts", "login")),
          Part.where("python_environments", said -> said.has("environments")),
          Part.where("reboot", said -> said.has("reboots")),
          Part.always("services"),
          Part.where("slurm_qos", said -> said.has("qos")),
          Part.where("container_images", said -> said.has("images")),
          Part.always("facts"),
          Part.where("slurm_resume", said -> said.has("slurm_controller")),
          Part.always("release"));

  /** A role, and which machines need it. */
  private record Part(String role, Predicate<Obj> needed) {
    static Part always(String role) {
      return new Part(role, said -> true);
    }

    static Part where(String role, Predicate<Obj> needed) {
      return new Part(role, needed);
    }
  }

  private Playbook() {}

  static Value of(Collection<Fleet> fleets, Collection<HyperVHost> hyperV) {
    List<Value> plays = new ArrayList<>(fleets.stream().map(Playbook::play).toList());
    if (!hyperV.isEmpty()) {
      plays.add(onHyperV("Read virtual machines", "hyperv_read", "100%"));
      String serial = Long.toString(HyperVHost.atATime(hyperV));
      plays.add(onHyperV("Set up virtual machines", "hyperv_vms", serial));
    }
    return Value.list(plays);
  }

  /** First all hosts at once, where nothing that runs is turned off; then so many at a time. */
  private static Value onHyperV(String name, String role, String serial) {
    return Value.object(
        "name", Value.text(name),
        "hosts", Value.text(HyperVHost.GROUP),
        "gather_facts", Value.flag(false),
        "serial", waves(HyperVHost.GROUP, serial.equals("100%") ? "['100%']" : "[" + serial + "]"),
        "any_errors_fatal", Value.flag(true),
        "max_fail_percentage", Value.whole(0),
        "roles", Value.list(role(role)));
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
    List<Obj> all = new ArrayList<>(List.of(Obj.EMPTY));
    fleet.machines().forEach(each -> all.add(each.said()));
    return PARTS.stream()
        .filter(part -> all.stream().anyMatch(part.needed()))
        .map(Part::role)
        .toList();
  }

  private static boolean has(Obj said, String member, String item) {
    return said.get(member) instanceof Value.Sequence items
        && items.items().contains(Value.text(item));
  }

  private static Value role(String name) {
    return Value.object("role", Value.text(name), "tags", Value.texts(List.of(name)));
  }

  private static Value waves(Fleet fleet) {
    String sizes =
        Fleet.waves(fleet.machines()).stream()
            .map(size -> Integer.toString(size))
            .collect(Collectors.joining(", ", "[", "]"));
    return waves(fleet.group(), sizes);
  }

  private static Value waves(String group, String sizes) {
    return Value.text("{{ (" + WAVES + " | default({})).get('" + group + "', " + sizes + ") }}");
  }
}
