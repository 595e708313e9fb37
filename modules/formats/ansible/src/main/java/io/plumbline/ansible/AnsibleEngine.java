package io.plumbline.ansible;

import io.plumbline.ansible.Fleet.Machine;
import io.plumbline.graph.Resource;
import io.plumbline.kind.Dialect;
import io.plumbline.process.Child;
import io.plumbline.process.Program;
import io.plumbline.spi.Engine;
import io.plumbline.spi.EngineException;
import io.plumbline.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sets machines up by Ansible, and virtual ones on hosts of Hyper-V. A plan is a run in check mode,
 * with differences, on all of them at once; what it found is done wave by wave, and only on the
 * machines that it found it on.
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
    HyperVChanges hyperV = HyperVChanges.of(workspace.graph(), workspace.released());
    List<Change> changes = new ArrayList<>(forgotten(workspace, hyperV));
    List<Machine> machines = machines(fleets);
    List<Machine> asked = with(machines, hyperV);
    if (!asked.isEmpty()) {
      progress.say(Ansible.PROGRAM + ": asking " + asked.size() + " machines what would change");
      Events events = new Events(line -> {});
      Ansible ansible = Ansible.in(workspace);
      List<String> arguments = new ArrayList<>(Inputs.write(workspace));
      arguments.addAll(hyperV.arguments());
      arguments.addAll(
          List.of("--check", "--diff", "--extra-vars", Waves.allAtOnce(fleets.values())));
      Child.Exit exit = ansible.play(events, arguments);
      if (exit.code() != 0) {
        throw new EngineException(Failure.ofPlan(exit, events, asked));
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
      List<Change> virtual = hyperV.of(events);
      hyperV.keepsMostUp(virtual);
      changes.addAll(virtual);
    }
    List<String> names = new ArrayList<>(names(machines, changes));
    names.addAll(hyperV.hostsOf(changes));
    return new Plan(changes, PlanFile.write(workspace, names));
  }

  /** Hosts of Hyper-V are told of by their names: no resource is one. */
  private static List<Machine> with(List<Machine> machines, HyperVChanges hyperV) {
    List<Machine> all = new ArrayList<>(machines);
    hyperV
        .hosts()
        .forEach(
            host ->
                all.add(new Machine(host.name(), Value.object("name", Value.text(host.name())))));
    return all;
  }

  /**
   * What was set up and is wanted no more: nobody takes anything off a machine that goes, or a file
   * off one.
   */
  private static List<Change> forgotten(Workspace workspace, HyperVChanges hyperV) {
    List<Change> changes = new ArrayList<>();
    for (Resource each : workspace.released().resources()) {
      if (each.isOurs()
          && !each.kind().documents(Dialect.ANSIBLE).isEmpty()
          && workspace.graph().find(each.address()) == null
          && !hyperV.removes(each.address())) {
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
    HyperVHost.vms(workspace.graph())
        .forEach(vm -> ids.put(vm.address(), vm.host() + "/" + vm.name()));
    return ids;
  }

  private static void change(
      Workspace workspace, Path file, Map<String, Fleet> fleets, Progress progress) {
    List<String> arguments = new ArrayList<>(Inputs.write(workspace));
    List<String> planned = PlanFile.read(workspace, file);
    Set<String> names = new LinkedHashSet<>(planned);
    HyperVChanges hyperV = HyperVChanges.of(workspace.graph(), workspace.released());
    List<Machine> machines =
        with(machines(fleets), hyperV).stream()
            .filter(machine -> names.contains(machine.name()))
            .toList();
    arguments.addAll(hyperV.arguments());
    Map<String, String> addresses = new LinkedHashMap<>();
    machines.forEach(machine -> addresses.put(machine.name(), machine.address()));
    Events events = new Events(new Report(addresses, progress)::say);
    Ansible ansible = Ansible.in(workspace);
    arguments.addAll(hyperV.limits(planned));
    arguments.addAll(List.of("--extra-vars", Waves.of(fleets.values(), names)));
    Child.Exit exit = ansible.play(events, arguments);
    if (exit.code() != 0) {
      throw new EngineException(Failure.ofChange(exit, events, machines));
    }
  }
}
