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

  /** The variable that names, with commas, the hosts of Hyper-V that are changed; else all are. */
  static final String HYPERV_HOSTS = "plumbline_hyperv_hosts";

  private static final String CHANGED =
      "{{ " + HYPERV_HOSTS + " | default('" + HyperVHost.GROUP + "') }}";

  /** The play that comes before the waves, on all machines at once. */
  static final String AT_ONCE = "Change the key of munge where it runs";

  /**
   * In their order: what a machine has of it, its fleet gets. What keeps jobs from harm goes with a
   * run of any role.
   */
  private static final List<Part> PARTS =
      List.of(
          Part.always("look").tagged("always"),
          Part.where("slurm_drain", said -> said.has("slurm_controller")).tagged("always"),
          Part.always("gpu_idle").tagged("base", "nvidia"),
          Part.always("base"),
          Part.always("nvidia"),
          Part.where("reboot", said -> said.has("reboots")),
          Part.always("storage"),
          Part.named("container_toolkit"),
          Part.named("docker"),
          Part.named("exporters"),
          Part.named("prometheus"),
          Part.named("slurm"),
          Part.named("munge"),
          Part.named("slurm_controller"),
          Part.named("slurm_node"),
          Part.where("slurm_login", said -> has(said, "slurm_parts", "login")),
          Part.where("frameworks", said -> isNamed(said, "frameworks") || said.has("images")),
          Part.always("accounts"),
          Part.always("services"),
          Part.where("slurm_qos", said -> said.has("qos")),
          Part.always("facts"),
          Part.where("slurm_resume", said -> said.has("slurm_controller")).tagged("always"),
          Part.always("release"));

  /**
   * A role, and which machines need it.
   *
   * @param tags beside its own name
   */
  private record Part(String role, Predicate<Obj> needed, List<String> tags) {
    static Part always(String role) {
      return where(role, said -> true);
    }

    static Part where(String role, Predicate<Obj> needed) {
      return new Part(role, needed, List.of());
    }

    /** Where the machine has files, packages or services that are this role's. */
    static Part named(String role) {
      return where(role, said -> isNamed(said, role));
    }

    Part tagged(String... tags) {
      return new Part(role, needed, List.of(tags));
    }

    Value value() {
      List<String> all = new ArrayList<>(List.of(role));
      all.addAll(tags);
      return Value.object("role", Value.text(role), "tags", Value.texts(all));
    }
  }

  private Playbook() {}

  static Value of(Collection<Fleet> fleets, Collection<HyperVHost> hyperV) {
    List<Value> plays = new ArrayList<>();
    List<String> keyed =
        fleets.stream()
            .filter(fleet -> isAny(fleet, said -> said.has("munge_key")))
            .map(Fleet::group)
            .toList();
    if (!keyed.isEmpty()) {
      plays.add(rotation(keyed));
    }
    fleets.forEach(fleet -> plays.add(play(fleet)));
    if (!hyperV.isEmpty()) {
      plays.add(onHyperV("Read virtual machines", "hyperv_read", HyperVHost.GROUP, "100%"));
      String serial = Long.toString(HyperVHost.atATime(hyperV));
      plays.add(onHyperV("Set up virtual machines", "hyperv_vms", CHANGED, serial));
    }
    return Value.list(plays);
  }

  /**
   * First all hosts at once, where nothing that runs is turned off; then so many at a time of those
   * that are changed.
   */
  private static Value onHyperV(String name, String role, String hosts, String serial) {
    return Value.object(
        "name", Value.text(name),
        "hosts", Value.text(hosts),
        "gather_facts", Value.flag(false),
        "serial", waves(HyperVHost.GROUP, serial.equals("100%") ? "['100%']" : "[" + serial + "]"),
        "any_errors_fatal", Value.flag(true),
        "max_fail_percentage", Value.whole(0),
        "roles", Value.list(Part.always(role).value()));
  }

  /** What cannot be done in waves: half a cluster with another key is two clusters. */
  private static Value rotation(List<String> groups) {
    Value rotate =
        Value.object(
            "name", Value.text("Change the key"),
            "ansible.builtin.import_role",
                Value.object("name", Value.text("munge"), "tasks_from", Value.text("rotate")),
            "tags", Value.texts(List.of("munge")));
    return Value.object(
        "name", Value.text(AT_ONCE),
        "hosts", Value.text(String.join(":", groups)),
        "gather_facts", Value.flag(false),
        "any_errors_fatal", Value.flag(true),
        "max_fail_percentage", Value.whole(0),
        "tasks", Value.list(rotate));
  }

  private static Value play(Fleet fleet) {
    return Value.object(
        "name", Value.text("Set up " + fleet.id()),
        "hosts", Value.text(fleet.group()),
        "gather_facts", Value.flag(false), // what machines say of themselves mostly is enough
        "serial", waves(fleet),
        "any_errors_fatal", Value.flag(true),
        "max_fail_percentage", Value.whole(0),
        "roles", Value.list(parts(fleet).stream().map(Part::value).toList()));
  }

  private static List<Part> parts(Fleet fleet) {
    return PARTS.stream().filter(part -> isAny(fleet, part.needed())).toList();
  }

  private static boolean isAny(Fleet fleet, Predicate<Obj> which) {
    return which.test(Obj.EMPTY)
        || fleet.machines().stream().map(Fleet.Machine::said).anyMatch(which);
  }

  /** Names of all roles that a playbook may have; each is a tag. */
  static List<String> names() {
    return PARTS.stream().map(Part::role).toList();
  }

  private static boolean isNamed(Obj said, String role) {
    return said.get("roles") instanceof Value.Sequence roles
        && roles.items().stream()
            .anyMatch(each -> ((Obj) each).get("name").equals(Value.text(role)));
  }

  private static boolean has(Obj said, String member, String item) {
    return said.get(member) instanceof Value.Sequence items
        && items.items().contains(Value.text(item));
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
