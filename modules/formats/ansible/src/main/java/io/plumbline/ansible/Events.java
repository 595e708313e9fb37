package io.plumbline.ansible;

import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a run of the playbook tells, one event a line, as the callback {@code ansible.posix.jsonl}
 * has it. Of what tasks did their names are kept, and of what they worked on the label. Contents
 * are not, in which anything may stand; of files alone that all may read there, {@link
 * Differences}.
 */
final class Events {
  /** The last task of all, of a machine and of a host of Hyper-V: who has done it has done all. */
  private static final Set<String> LAST =
      Set.of("Write down the release", "Compare virtual machines");

  private final Consumer<Event> follower;
  private final Map<String, Set<String>> changes = new LinkedHashMap<>();
  private final Map<String, Set<String>> readable = new HashMap<>();
  private final Map<String, List<String>> differences = new LinkedHashMap<>();
  private final List<Event> troubles = new ArrayList<>();
  private final Set<String> begun = new LinkedHashSet<>();
  private final Set<String> done = new LinkedHashSet<>();
  private boolean atOnce;

  Events(Consumer<Event> follower) {
    this.follower = follower;
  }

  /** What can become of a task. */
  enum Outcome {
    CHANGED,
    FAILED,
    UNREACHABLE,
    DONE
  }

  /**
   * Something that happened.
   *
   * @param machine by its name
   * @param task without its role
   * @param detail what was changed, or why it was not
   */
  record Event(String machine, String task, Outcome outcome, String detail) {}

  /** Takes in one line; what is none of these events is passed over. */
  void accept(String line) {
    if (!line.startsWith("{")) {
      return;
    }
    try {
      if (!(JsonReader.read(line) instanceof Obj event)) {
        return;
      }
      if (event.get("play") instanceof Obj play) {
        atOnce = text(play.get("name")).equals(Playbook.AT_ONCE);
      } else if (event.get("hosts") instanceof Obj hosts && event.get("task") instanceof Obj task) {
        String name = text(task.get("name")).replaceFirst("^.* : ", "");
        boolean unreachable = text(event.get("_event")).endsWith("_unreachable");
        hosts.members().forEach((host, said) -> take(host, name, (Obj) said, unreachable));
      }
    } catch (JsonReader.SyntaxException e) {
      // A warning of some library that looks like an object.
    }
  }

  private void take(String machine, String task, Obj said, boolean unreachable) {
    if (!atOnce || isTrue(said.get("changed"))) { // its wave may never come
      begun.add(machine);
    }
    if (unreachable || isTrue(said.get("unreachable"))) {
      trouble(new Event(machine, task, Outcome.UNREACHABLE, message(said)));
    } else if (isTrue(said.get("failed"))) {
      trouble(new Event(machine, task, Outcome.FAILED, message(said)));
    } else {
      for (String label : changed(task, said)) {
        String what = label.isEmpty() ? task : task + " (" + label + ")";
        changes.computeIfAbsent(machine, m -> new LinkedHashSet<>()).add(what);
        follower.accept(new Event(machine, task, Outcome.CHANGED, label));
      }
      if (task.equals(Differences.LOOK)) {
        readable
            .computeIfAbsent(machine, m -> new LinkedHashSet<>())
            .addAll(Differences.readable(said));
      }
      if (task.equals(Differences.TASK)) {
        differences
            .computeIfAbsent(machine, m -> new ArrayList<>())
            .addAll(Differences.of(said, readable.getOrDefault(machine, Set.of())));
      }
      if (LAST.contains(task)) {
        done.add(machine);
        follower.accept(new Event(machine, task, Outcome.DONE, ""));
      }
    }
  }

  private void trouble(Event event) {
    troubles.add(event);
    follower.accept(event);
  }

  /** Labels of the items that changed, or files; an empty one for a task that has neither. */
  private static List<String> changed(String task, Obj said) {
    if (!isTrue(said.get("changed"))) {
      return List.of();
    } else if (task.startsWith(Differences.TASK)
        && said.get("written") instanceof Value.Sequence written) {
      return written.items().stream().map(Events::text).toList();
    } else if (!(said.get("results") instanceof Value.Sequence results)) {
      return List.of("");
    } else {
      return results.items().stream()
          .map(Obj.class::cast)
          .filter(item -> isTrue(item.get("changed")))
          .map(item -> text(item.get("_ansible_item_label")))
          .toList();
    }
  }

  private static String message(Obj said) {
    if (said.get("results") instanceof Value.Sequence results) {
      for (Value each : results.items()) {
        if (each instanceof Obj item && isTrue(item.get("failed"))) {
          return text(item.get("_ansible_item_label")) + ": " + message(item);
        }
      }
    }
    String errors = text(said.get("stderr"));
    String message = (text(said.get("msg")) + (errors.isBlank() ? "" : "\n" + errors)).strip();
    return message.length() > 1000 ? message.substring(0, 1000) + "…" : message;
  }

  private static boolean isTrue(Value value) {
    return value.equals(Value.flag(true));
  }

  private static String text(Value value) {
    return value instanceof Value.Text text ? text.value() : "";
  }

  /** What was changed on a machine, in order: tasks, with what they worked on. */
  List<String> changes(String machine) {
    return List.copyOf(changes.getOrDefault(machine, Set.of()));
  }

  /** What changes in files of a machine, as lines for people. */
  List<String> differences(String machine) {
    return List.copyOf(differences.getOrDefault(machine, List.of()));
  }

  List<Event> troubles() {
    return List.copyOf(troubles);
  }

  /** Machines on which anything was begun, whether or not it was ended. */
  Set<String> begun() {
    return begun;
  }

  /** Machines on which all was done. */
  Set<String> done() {
    return done;
  }
}
