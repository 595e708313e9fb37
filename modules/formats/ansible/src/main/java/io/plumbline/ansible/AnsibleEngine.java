package io.plumbline.ansible;

import io.plumbline.ansible.Fleet.Machine;
import io.plumbline.graph.Resource;
import io.plumbline.process.Child;
import io.plumbline.process.Program;
import io.plumbline.spi.Engine;
import io.plumbline.spi.EngineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sets machines up by Ansible. A plan is a run in check mode, with differences, on all of them at
 * once; what it found is done wave by wave, and only on the machines that it found it on.
 */
public final class AnsibleEngine implements Engine {
  @Override
  public String id() {
    return AnsibleFormat.ID;
  }

  @Override
  public String format() {
    return AnsibleFormat.ID;
  }

  @Override
  public Tool tool() {
    Program program = Ansible.find();
    return new Tool(
        Ansible.PROGRAM,
        program == null ? null : Ansible.version(program) + ", " + program.file(),
        Ansible.GET);
  }

  @Override
  public Plan plan(Workspace workspace, Progress progress) {
    Map<String, Fleet> fleets = Fleet.of(workspace.graph());
    List<Change> changes = new ArrayList<>(forgotten(workspace));
    List<Machine> machines = machines(fleets);
    if (!machines.isEmpty()) {
      progress.say(Ansible.PROGRAM + ": asking " + machines.size() + " machines what would change");
      Events events = new Events(line -> {});
      Ansible ansible = Ansible.in(workspace);
      List<String> arguments = new ArrayList<>(Inputs.write(workspace));
      arguments.addAll(
          List.of("--check", "--diff", "--extra-vars", Waves.allAtOnce(fleets.values())));
      Child.Exit exit = ansible.play(events, arguments);
      if (exit.code() != 0) {
        throw new EngineException(Failure.ofPlan(exit, events, machines));
      }
      for (Machine machine : machines) {
        List<String> found = events.changes(machine.name());
        if (!found.isEmpty()) {
          boolean known = workspace.released().find(machine.address()) != null;
          Action action = known ? Action.UPDATE : Action.CREATE;
          changes.add(
              new Change(
                  action, machine.address(), "host", found, events.differences(machine.name())));
        }
      }
    }
    return new Plan(changes, PlanFile.write(workspace, names(machines, changes)));
  }

  /** What is wanted no more: nobody takes anything off a machine that goes, or a file off one. */
  private static List<Change> forgotten(Workspace workspace) {
    List<Change> changes = new ArrayList<>();
    for (Resource each : workspace.released().resources()) {
      if (each.isOurs() && workspace.graph().find(each.address()) == null) {
        changes.add(new Change(Action.FORGET, each.address(), each.kind().id(), List.of()));
      }
    }
    return changes;
  }

  private static List<Machine> machines(Map<String, Fleet> fleets) {
    return fleets.values().stream().flatMap(fleet -> fleet.machines().stream()).toList();
  }

  private static List<String> names(List<Machine> machines, List<Change> changes) {
    Set<String> changed = new LinkedHashSet<>();
    changes.forEach(change -> changed.add(change.address()));
    return machines.stream()
        .filter(machine -> changed.contains(machine.address()))
        .map(Machine::name)
        .toList();
  }

  @Override
  public Map<String, String> apply(Workspace workspace, Plan plan, Progress progress) {
    Map<String, Fleet> fleets = Fleet.of(workspace.graph());
    if (plan.file() != null) {
      change(workspace, plan.file(), fleets, progress);
    }
    if (plan.changes().stream().anyMatch(change -> change.action() == Action.FORGET)) {
      progress.say(
          "nothing was taken off any machine: what is described no more stays as it was set up");
    }
    Map<String, String> ids = new LinkedHashMap<>();
    for (Machine machine : machines(fleets)) {
      ids.put(machine.address(), Fleet.text(machine.said(), "ansible_host"));
    }
    return ids;
  }

  private static void change(
      Workspace workspace, Path file, Map<String, Fleet> fleets, Progress progress) {
    List<String> arguments = new ArrayList<>(Inputs.write(workspace));
    List<String> planned = PlanFile.read(workspace, file);
    Set<String> names = new LinkedHashSet<>(planned);
    List<Machine> machines =
        machines(fleets).stream().filter(machine -> names.contains(machine.name())).toList();
    Map<String, String> addresses = new LinkedHashMap<>();
    machines.forEach(machine -> addresses.put(machine.name(), machine.address()));
    Events events = new Events(new Report(addresses, progress)::say);
    Ansible ansible = Ansible.in(workspace);
    arguments.addAll(List.of("--limit", String.join(",", planned)));
    arguments.addAll(List.of("--extra-vars", Waves.of(fleets.values(), names)));
    Child.Exit exit = ansible.play(events, arguments);
    if (exit.code() != 0) {
      throw new EngineException(Failure.ofChange(exit, events, machines));
    }
  }
}
