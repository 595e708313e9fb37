package io.plumbline.ansible;

import io.plumbline.ansible.Events.Event;
import io.plumbline.ansible.Events.Outcome;
import io.plumbline.ansible.Fleet.Machine;
import io.plumbline.process.Child;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a run ended badly, what it had done by then, and what to do. */
final class Failure {
  private static final int INTERRUPTED = 99;
  private static final int MOST_LINES = 20;

  private Failure() {}

  /** Nothing was changed. */
  static String ofPlan(Child.Exit exit, Events events, List<Machine> machines) {
    List<String> lines = new ArrayList<>();
    lines.add(Ansible.PROGRAM + " cannot say what would change:");
    lines.addAll(troubles(exit, events, machines));
    return String.join("\n", lines);
  }

  /** Something may have been changed. */
  static String ofChange(Child.Exit exit, Events events, List<Machine> machines) {
    List<String> lines = new ArrayList<>();
    boolean interrupted = exit.code() == INTERRUPTED || exit.isCutShort();
    lines.add(Ansible.PROGRAM + (interrupted ? " was interrupted:" : " failed:"));
    lines.addAll(troubles(exit, events, machines));
    List<Machine> open =
        machines.stream()
            .filter(each -> events.begun().contains(each.name()))
            .filter(each -> !events.done().contains(each.name()))
            .toList();
    lines.add("Done: " + addresses(in(events.done(), machines)) + ".");
    lines.add("Begun and not finished: " + addresses(open) + ".");
    lines.add(
        "Not begun: "
            + addresses(
                machines.stream().filter(each -> !events.begun().contains(each.name())).toList())
            + ".");
    lines.add(
        "What was done stays done: mend the cause, and deploy again to go on; or note a machine as"
            + " in-repair in the inventory.");
    return String.join("\n", lines);
  }

  private static List<Machine> in(Set<String> names, List<Machine> machines) {
    return machines.stream().filter(each -> names.contains(each.name())).toList();
  }

  private static String addresses(List<Machine> machines) {
    return machines.isEmpty()
        ? "none"
        : machines.stream().map(Machine::address).collect(Collectors.joining(", "));
  }

  private static List<String> troubles(Child.Exit exit, Events events, List<Machine> machines) {
    List<String> lines = new ArrayList<>();
    for (Event each : events.troubles()) {
      String address =
          machines.stream()
              .filter(machine -> machine.name().equals(each.machine()))
              .map(Machine::address)
              .findFirst()
              .orElse(each.machine());
      lines.add(
          each.outcome() == Outcome.UNREACHABLE
              ? address + " was not reached: " + each.detail()
              : address + ": " + each.task() + ": " + each.detail());
    }
    if (lines.isEmpty()) {
      List<String> said = exit.errors().lines().filter(line -> !line.isBlank()).toList();
      lines.addAll(said.subList(Math.max(0, said.size() - MOST_LINES), said.size()));
      if (exit.errors().contains("ansible.posix")) {
        lines.add("Get the collection: ansible-galaxy collection install ansible.posix");
      }
      if (exit.errors().contains("ansible.windows")) {
        lines.add("Get the collection: ansible-galaxy collection install ansible.windows");
      }
    } else if (events.troubles().stream().anyMatch(e -> e.outcome() == Outcome.UNREACHABLE)) {
      lines.add("Bring them back, or note them as in-repair in the inventory.");
    }
    return lines;
  }
}
