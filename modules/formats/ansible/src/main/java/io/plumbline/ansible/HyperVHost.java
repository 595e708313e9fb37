package io.plumbline.ansible;

import io.plumbline.graph.Documents;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import io.plumbline.model.Site;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A host of Hyper-V, and the virtual machines that it is to have: of all fleets, since whoever asks
 * a host is told of all of them.
 *
 * @param name in the inventory, which is where its SSH server is, too
 */
record HyperVHost(String name, List<Vm> vms) {
  static final String TYPE = "hyperv-vm";

  /** The group of all of them. Fleets have names that begin otherwise. */
  static final String GROUP = "hyperv_hosts";

  /**
   * A virtual machine.
   *
   * @param address of its resource
   * @param said what the role is told of it
   */
  record Vm(String address, Obj said) {
    String name() {
      return Fleet.text(said, "name");
    }

    String host() {
      return Fleet.text(said, "host");
    }

    /** Whether the other is to stand where this one does. */
    boolean isAt(@Nullable Vm other) {
      return other != null && other.host().equals(host());
    }

    /** The folder with its disks. */
    private String folder() {
      String boot =
          Fleet.text((Obj) ((Value.Sequence) said.get("disks")).items().getFirst(), "path");
      return boot.substring(0, boot.lastIndexOf('\\'));
    }

    /** What tells the role which one is to go. */
    Value removal() {
      return Value.object(
          "name", said.get("name"), "tags", said.get("tags"), "folder", Value.text(folder()));
    }
  }

  /** Those of a graph, in its order. */
  static List<HyperVHost> of(ResourceGraph graph) {
    Map<String, HyperVHost> hosts = new LinkedHashMap<>();
    for (Vm vm : vms(graph)) {
      hosts.computeIfAbsent(vm.host(), name -> new HyperVHost(name, new ArrayList<>())).vms.add(vm);
    }
    return List.copyOf(hosts.values());
  }

  /** All virtual machines of a graph. */
  static List<Vm> vms(ResourceGraph graph) {
    List<Vm> vms = new ArrayList<>();
    for (Resource resource : graph.resources()) {
      if (!resource.kind().documents(Dialect.ANSIBLE).isEmpty()) {
        for (Map.Entry<Document, Obj> each : Documents.of(resource, Dialect.ANSIBLE).entrySet()) {
          if (each.getKey().type().equals(TYPE)) {
            vms.add(new Vm(resource.address(), each.getValue()));
          }
        }
      }
    }
    return vms;
  }

  /** Its own variables. */
  Obj variables() {
    return Value.object("plumbline_vms", Value.list(vms.stream().map(Vm::said).toList()));
  }

  /**
   * How all are reached: by the same SSH client as other machines, with keys and no passwords, and
   * known hosts.
   */
  static Obj reached(Site site) {
    Map<String, Value> variables = new LinkedHashMap<>();
    variables.put("ansible_connection", Value.text("ssh"));
    variables.put("ansible_shell_type", Value.text(site.setting("hyperv.shell", "powershell")));
    variables.put("ansible_become", Value.flag(false));
    put(variables, "ansible_user", site, "hyperv.user");
    put(variables, "ansible_port", site, "hyperv.port");
    put(variables, "ansible_ssh_private_key_file", site, "hyperv.key");
    return new Obj(variables);
  }

  private static void put(Map<String, Value> variables, String name, Site site, String setting) {
    String value = site.setting(setting);
    if (value != null) {
      variables.put(
          name, name.endsWith("port") ? Value.whole(Long.parseLong(value)) : Value.text(value));
    }
  }

  /**
   * How many hosts are worked on at a time: each has one machine off at a time, so that there are
   * no more of these than the strictest fleet lets.
   */
  static long atATime(Collection<HyperVHost> hosts) {
    return hosts.stream()
        .flatMap(host -> host.vms().stream())
        .mapToLong(vm -> vm.said().get("most_down") instanceof Value.Int most ? most.value() : 1)
        .min()
        .orElse(1);
  }
}
