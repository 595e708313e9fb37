package io.plumbline.live.onprem;

import io.plumbline.spi.LiveSource.Answer;
import io.plumbline.spi.LiveSource.Failure;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import io.plumbline.value.Value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Virtual machines of a cluster of Proxmox VE, by their names: one list for all, and the
 * configuration of each. The list has what the token may see and says nothing of the rest; so what
 * is not in it is missing only where the token may see all. Source: Proxmox VE 8 API viewer, {@code
 * /cluster/resources}, {@code /access/permissions}, {@code /nodes/NODE/qemu/VMID/config}.
 */
final class ProxmoxVms {
  static final String OPERATION = "proxmox:VirtualMachines";

  private static final Pattern NODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,62}");

  private final ProxmoxClient client;
  private final Executor threads;

  ProxmoxVms(ProxmoxClient client, Executor threads) {
    this.client = client;
    this.threads = threads;
  }

  /** A row of the list: the members that tell where the machine is. */
  private record Vm(String name, long number, String node, String status) {}

  /** What the list has: machines, and how many of which it does not say which they are. */
  private record Listed(List<Vm> vms, int nameless) {}

  /** What came of asking for the configuration of one: a document or a reason. */
  private sealed interface Said {
    record Document(Obj document) implements Said {}

    record Nothing(String name, String why) implements Said {}
  }

  Answer read(List<String> names) throws InterruptedException {
    Map<String, Failure> failures = new LinkedHashMap<>();
    List<Obj> items = new ArrayList<>();
    try {
      Listed listed = list();
      List<String> lacking = new ArrayList<>();
      List<CompletableFuture<Said>> asked = new ArrayList<>();
      for (String name : names) {
        List<Vm> called = listed.vms().stream().filter(vm -> vm.name().equals(name)).toList();
        switch (called.size()) {
          case 0 -> lacking.add(name);
          case 1 -> asked.add(CompletableFuture.supplyAsync(() -> ask(called.getFirst()), threads));
          default -> failures.put(name, failure(ambiguous(called)));
        }
      }
      for (CompletableFuture<Said> each : asked) {
        switch (each.join()) {
          case Said.Document said -> items.add(said.document());
          case Said.Nothing none -> failures.put(none.name(), failure(none.why()));
        }
      }
      String doubt = lacking.isEmpty() ? null : doubt(listed);
      if (doubt != null) {
        lacking.forEach(name -> failures.put(name, failure(doubt)));
      }
    } catch (UnheardException e) {
      names.forEach(name -> failures.put(name, failure(e.why())));
    }
    return new Answer(items, failures, client.calls());
  }

  private static Failure failure(String why) {
    return new Failure(OPERATION, why);
  }

  private static String ambiguous(List<Vm> called) {
    return called.stream()
        .map(vm -> vm.number() + " on " + Refusal.oneLine(vm.node()))
        .collect(Collectors.joining(", ", "Ambiguous: several are called so: ", ""));
  }

  private Said ask(Vm vm) {
    try {
      if (!NODE.matcher(vm.node()).matches()) {
        throw new UnheardException("NotUnderstood: a node is called " + Refusal.oneLine(vm.node()));
      }
      // What is in force, and not what a restart would make of it.
      String path = "/nodes/" + vm.node() + "/qemu/" + vm.number() + "/config?current=1";
      if (client.get(path) instanceof Obj configuration) {
        return new Said.Document(
            new ProxmoxConfiguration(configuration)
                .document(vm.name(), vm.number(), vm.node(), vm.status().equals("running")));
      }
      return new Said.Nothing(vm.name(), "NotUnderstood: its configuration is no object");
    } catch (UnheardException e) {
      return new Said.Nothing(vm.name(), e.why());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Said.Nothing(vm.name(), "Stopped: nobody waits for the answer any more");
    }
  }

  /** Why a machine that is not in the list may be there all the same; null where it is not. */
  private @Nullable String doubt(Listed listed) throws UnheardException, InterruptedException {
    if (listed.nameless() > 0) {
      return "NoAnswer: the cluster has VMs whose names it does not know, since a node does not"
          + " answer; it may be one of these "
          + listed.nameless();
    }
    return seesAll()
        ? null
        : "AccessDenied: it is not among the VMs that the token may see; all takes VM.Audit on"
            + " /vms";
  }

  private Listed list() throws UnheardException, InterruptedException {
    if (!(client.get("/cluster/resources?type=vm") instanceof Sequence rows)) {
      throw new UnheardException("NotUnderstood: the list of VMs is none");
    }
    List<Vm> all = new ArrayList<>();
    int nameless = 0;
    for (Value each : rows.items()) {
      if (each instanceof Obj row
          && row.get("type").equals(Value.text("qemu"))
          && !row.get("template").equals(Value.whole(1))) {
        Vm vm = vm(row);
        if (vm == null) {
          nameless++;
        } else {
          all.add(vm);
        }
      }
    }
    return new Listed(all, nameless);
  }

  /** Of a VM whose node does not answer, the cluster knows no name: any may be it. */
  private static @Nullable Vm vm(Obj row) {
    if (row.get("name") instanceof Text name
        && row.get("vmid") instanceof Value.Int number
        && row.get("node") instanceof Text node
        && row.get("status") instanceof Text status) {
      return new Vm(name.value(), number.value(), node.value(), status.value());
    }
    return null;
  }

  private boolean seesAll() throws UnheardException, InterruptedException {
    return client.get("/access/permissions?path=/vms") instanceof Obj paths
        && paths.get("/vms") instanceof Obj rights
        && rights.get("VM.Audit").equals(Value.whole(1)); // 0: there, and not below
  }
}
