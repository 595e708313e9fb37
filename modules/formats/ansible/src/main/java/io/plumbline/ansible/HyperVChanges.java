package io.plumbline.ansible;

import io.plumbline.ansible.HyperVHost.Vm;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import io.plumbline.spi.EngineException;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the roles of Hyper-V say of single virtual machines, which are resources, while Ansible
 * knows only hosts.
 *
 * @param hosts as they are wanted
 * @param gone virtual machines that the last deploy left, and that are wanted no more
 */
record HyperVChanges(List<HyperVHost> hosts, List<Vm> gone) {
  /** The variable that names what goes, by host. */
  private static final String REMOVED = "plumbline_removed_vms";

  /** Tasks with the names of machines behind them, and more of each in further brackets. */
  private static final Pattern CHANGE = Pattern.compile("(.*?) \\(([^ ()]+)(?: \\((.*)\\))?\\)");

  private static final String TURN_OFF = "Turn virtual machines off";

  private static final Map<String, Action> ACTIONS =
      Map.of("Make virtual machines", Action.CREATE, "Remove virtual machines", Action.DELETE);

  /**
   * What stood at a host that is wanted no more stays: nobody is asked there. What rests stays,
   * too.
   *
   * @throws EngineException if something would be made anew while it stands where nobody is asked
   */
  static HyperVChanges of(ResourceGraph wanted, ResourceGraph released) {
    List<HyperVHost> hosts = HyperVHost.of(wanted);
    Set<String> asked = hosts.stream().map(HyperVHost::name).collect(Collectors.toSet());
    Map<String, Vm> still = new LinkedHashMap<>();
    HyperVHost.vms(wanted).forEach(vm -> still.put(vm.name(), vm));
    List<Vm> before =
        HyperVHost.vms(released).stream()
            .filter(vm -> !wanted.resting().containsKey(vm.address()))
            .filter(vm -> !vm.isAt(still.get(vm.name())))
            .toList();
    refuseTwice(
        before.stream()
            .filter(vm -> !asked.contains(vm.host()) && still.containsKey(vm.name()))
            .toList());
    return new HyperVChanges(
        hosts, before.stream().filter(vm -> asked.contains(vm.host())).toList());
  }

  /** A host that leaves the list gives its numbers to the next one, and so do all behind it. */
  private static void refuseTwice(List<Vm> left) {
    if (!left.isEmpty()) {
      throw new EngineException(
          ("got other hosts for virtual machines of the last deploy whose own hosts nobody asks any"
                  + " more: %s; allowed is that hosts keep their places while machines stand on"
                  + " them: put the host back in its place, and new ones last; where it is broken,"
                  + " say inRepair(…), and once that is deployed, put another in its place; or take"
                  + " machines away, from the last on, by count(…), before their host")
              .formatted(
                  left.stream()
                      .map(vm -> vm.address() + " on " + vm.host())
                      .collect(Collectors.joining(", "))));
    }
  }

  /** Tells the roles what goes; nothing where nothing does. */
  List<String> arguments() {
    if (gone.isEmpty()) {
      return List.of();
    }
    Map<String, List<Value>> byHost = new LinkedHashMap<>();
    gone.forEach(vm -> byHost.computeIfAbsent(vm.host(), h -> new ArrayList<>()).add(vm.removal()));
    Map<String, Value> members = new LinkedHashMap<>();
    byHost.forEach((host, all) -> members.put(host, Value.list(all)));
    return List.of("--extra-vars", JsonWriter.compact(Value.object(REMOVED, new Obj(members))));
  }

  /** Whether the roles are told that it goes: then it is deleted, or is not there any more. */
  boolean removes(String address) {
    return gone.stream().anyMatch(vm -> vm.address().equals(address));
  }

  /**
   * Has Ansible change these hosts, of any sort, and no others. Where some are of Hyper-V, all of
   * those are asked what they have: a machine that somebody moved since the plan is not made again.
   */
  List<String> limits(List<String> planned) {
    List<String> all = hosts.stream().map(HyperVHost::name).toList();
    List<String> changed = all.stream().filter(planned::contains).toList();
    Set<String> asked = new LinkedHashSet<>(planned);
    if (changed.isEmpty()) {
      return List.of("--limit", String.join(",", asked));
    }
    asked.addAll(all);
    Value names = Value.text(String.join(",", changed));
    return List.of(
        "--limit",
        String.join(",", asked),
        "--extra-vars",
        JsonWriter.compact(Value.object(Playbook.HYPERV_HOSTS, names)));
  }

  /** The changes of each machine, from what the tasks said at the hosts. */
  List<Change> of(Events events) {
    Map<String, Change> changes = new LinkedHashMap<>();
    for (HyperVHost host : hosts) {
      Map<String, String> addresses = addresses(host);
      for (String line : events.changes(host.name())) {
        Matcher said = CHANGE.matcher(line);
        String address = said.matches() ? addresses.get(said.group(2)) : null;
        if (address != null) {
          changes.merge(address, change(address, said), HyperVChanges::both);
        }
      }
    }
    return List.copyOf(changes.values());
  }

  /**
   * What is removed is down from then on; what changes its host until it is made there, and at
   * other hosts machines are turned off meanwhile. So many removals say that numbers have moved.
   *
   * @throws EngineException if more would be down than the strictest fleet lets
   */
  void keepsMostUp(List<Change> changes) {
    List<Change> removed =
        changes.stream()
            .filter(each -> each.action() == Action.REPLACE || each.action() == Action.DELETE)
            .toList();
    long moved = removed.stream().filter(each -> each.action() == Action.REPLACE).count();
    long most = HyperVHost.atATime(hosts);
    boolean othersOff =
        changes.stream()
            .flatMap(each -> each.attributes().stream())
            .anyMatch(each -> each.startsWith(TURN_OFF));
    if (removed.size() > most || (moved > 0 && othersOff)) {
      throw new EngineException(
          ("got %d virtual machines that are removed with their disks, of which %d change their"
                  + " hosts%s: %s; allowed are %d in one deploy, and nothing besides a change of"
                  + " hosts that turns others off: keep hosts in their places, remove or move fewer"
                  + " at a time, or say mostDown(…)")
              .formatted(
                  removed.size(),
                  moved,
                  othersOff ? ", and others that are turned off" : "",
                  removed.stream().map(Change::address).collect(Collectors.joining(", ")),
                  most));
    }
  }

  private static Change change(String address, Matcher said) {
    String words = said.group(3) == null ? "" : " (" + said.group(3) + ")";
    return new Change(
        ACTIONS.getOrDefault(said.group(1), Action.UPDATE),
        address,
        HyperVHost.TYPE,
        List.of(said.group(1) + words));
  }

  /** What goes at one host and is made at another is made anew. */
  private static Change both(Change one, Change other) {
    List<String> attributes = new ArrayList<>(one.attributes());
    attributes.addAll(other.attributes());
    Action action = one.action() == other.action() ? one.action() : Action.REPLACE;
    return new Change(action, one.address(), HyperVHost.TYPE, attributes);
  }

  private Map<String, String> addresses(HyperVHost host) {
    Map<String, String> addresses = new LinkedHashMap<>();
    gone.stream()
        .filter(vm -> vm.host().equals(host.name()))
        .forEach(vm -> addresses.put(vm.name(), vm.address()));
    host.vms().forEach(vm -> addresses.put(vm.name(), vm.address()));
    return addresses;
  }

  /** Hosts with one of these changes. */
  List<String> hostsOf(List<Change> changes) {
    Set<String> changed = changes.stream().map(Change::address).collect(Collectors.toSet());
    return hosts.stream()
        .filter(host -> addresses(host).values().stream().anyMatch(changed::contains))
        .map(HyperVHost::name)
        .toList();
  }
}
