package io.plumbline.live.onprem;

import io.plumbline.live.onprem.VsphereNames.Named;
import io.plumbline.spi.LiveSource.Answer;
import io.plumbline.spi.LiveSource.Failure;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Virtual machines of vSphere, and what they stand on, by their names. Lists have what the user may
 * see and say nothing of the rest; so what is not there is missing only where the user may see all.
 */
final class Vsphere {
  private static final String MACHINES = "vsphere:VirtualMachines";

  private final VsphereClient client;
  private final Executor threads;

  Vsphere(VsphereClient client, Executor threads) {
    this.client = client;
    this.threads = threads;
  }

  /** A document, or why there is none. */
  private record Said(String name, @Nullable Obj document, String why) {}

  Answer read(String operation, List<String> names) throws InterruptedException {
    Map<String, Failure> failures = new LinkedHashMap<>();
    List<Obj> items = new ArrayList<>();
    try {
      VsphereNames list =
          new VsphereNames(client, Objects.requireNonNull(VsphereNames.LISTS.get(operation)));
      List<String> plain = names.stream().filter(name -> !name.contains("/")).toList();
      List<Named> found = list.find(plain);
      List<CompletableFuture<Said>> asked = new ArrayList<>();
      for (String name : names) {
        List<Named> called = found.stream().filter(each -> each.name().equals(name)).toList();
        String why = why(name, called);
        if (why != null) {
          failures.put(name, new Failure(operation, why));
        } else {
          called.forEach(
              each ->
                  asked.add(
                      CompletableFuture.supplyAsync(() -> ask(operation, list, each), threads)));
        }
      }
      for (CompletableFuture<Said> each : asked) {
        Said said = each.join();
        if (said.document() == null) {
          failures.put(said.name(), new Failure(operation, said.why()));
        } else {
          items.add(said.document());
        }
      }
    } catch (UnheardException e) {
      names.forEach(name -> failures.put(name, new Failure(operation, e.why())));
    }
    return new Answer(items, failures, client.calls());
  }

  /** Why nothing can be said of a name. */
  private @Nullable String why(String name, List<Named> called)
      throws UnheardException, InterruptedException {
    if (name.contains("/")) {
      return VsphereNames.PATH;
    }
    if (called.size() > 1) {
      return "Ambiguous: "
          + called.size()
          + " are called so: "
          + String.join(", ", called.stream().map(Named::id).toList());
    }
    return called.isEmpty() && !new VsphereSight(client, client.user()).isWhole()
        ? "AccessDenied: it is not among what the user may see; all takes role Read-only on the"
            + " root folder, for its children too"
        : null;
  }

  private Said ask(String operation, VsphereNames list, Named named) {
    try {
      return new Said(
          named.name(), operation.equals(MACHINES) ? machine(named) : list.document(named), "");
    } catch (UnheardException e) {
      return new Said(named.name(), null, e.why());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Said(named.name(), null, "Stopped: nobody waits for the answer any more");
    }
  }

  private Obj machine(Named named) throws UnheardException, InterruptedException {
    String path = "VirtualMachine/" + named.id() + "/";
    if (!(client.property(path + "runtime") instanceof Obj runtime)) {
      throw new UnheardException("NotUnderstood: its runtime is no object");
    }
    if (!runtime.get("connectionState").equals(Value.text("connected"))) {
      throw new UnheardException(
          "NoAnswer: vCenter has no connection to it: "
              + (runtime.get("connectionState") instanceof Value.Text state
                  ? Refusal.oneLine(state.value())
                  : "unknown"));
    }
    if (!(client.property(path + "config") instanceof Obj configuration)) {
      throw new UnheardException("NotUnderstood: its configuration is no object");
    }
    Value pool = client.property(path + "resourcePool");
    return new VsphereMachine(configuration, runtime, pool).document(named.name(), named.id());
  }
}
