package io.plumbline.live.onprem;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a management controller says by Redfish: from the service root to the machine, its boot
 * options, and the controller that manages it. Source: DMTF DSP0266 1.20, schemas ComputerSystem
 * 1.20, BootOption 1.0 and Manager 1.19.
 */
final class RedfishReader implements BmcAnswer.Reader {
  private final RedfishClient.Conversation bmc;
  private final @Nullable String system;

  RedfishReader(RedfishClient.Conversation bmc, @Nullable String system) {
    this.bmc = bmc;
    this.system = system;
  }

  /** A part of the document that takes further requests. */
  private interface Part {
    Value read() throws UnheardException, InterruptedException;
  }

  @Override
  public int calls() {
    return bmc.calls();
  }

  @Override
  public Map<String, Value> read() throws UnheardException, InterruptedException {
    Obj root = bmc.get("/redfish/v1/");
    Obj machine = machine(root);
    Map<String, Value> document = new LinkedHashMap<>();
    document.put("serial", serial(machine));
    document.put("power", power(machine));
    document.put("biosVersion", text(machine, "BiosVersion"));
    Obj boot = machine.get("Boot") instanceof Obj object ? object : Obj.EMPTY;
    document.put("bootOverride", RedfishBoot.override(boot));
    document.put("bootOrder", part(() -> RedfishBoot.order(boot, options(boot))));
    document.put("firmwareVersion", part(() -> text(manager(root, machine), "FirmwareVersion")));
    return document;
  }

  /** What is not heard of a part leaves the rest as it is. */
  private static Value part(Part part) throws InterruptedException {
    try {
      return part.read();
    } catch (UnheardException e) {
      return new Value.Unknown(e.why());
    }
  }

  private Obj machine(Obj root) throws UnheardException, InterruptedException {
    List<String> all = members(link(root, "Systems"));
    List<String> fitting =
        all.stream().filter(path -> system == null || id(path).equals(system)).toList();
    if (fitting.size() == 1) {
      return bmc.get(fitting.getFirst());
    }
    throw new UnheardException(
        "Ambiguous: "
            + (system == null ? "it has the systems " : "no one system " + system + " among ")
            + all.stream().map(RedfishReader::id).collect(Collectors.joining(", ", "[", "]"))
            + "; say which the machine is: system(\"…\")");
  }

  /** Dell prints the service tag on the machine, and has the firmware say that as its serial. */
  private static Value serial(Obj machine) {
    boolean dell =
        machine.get("Manufacturer") instanceof Value.Text maker && maker.value().startsWith("Dell");
    return text(machine, dell && machine.get("SKU") instanceof Value.Text ? "SKU" : "SerialNumber");
  }

  private static Value power(Obj machine) {
    return text(machine, "PowerState") instanceof Value.Text state
        ? Value.text(state.value().toLowerCase(Locale.ROOT))
        : text(machine, "PowerState");
  }

  private Map<String, Obj> options(Obj boot) throws UnheardException, InterruptedException {
    Map<String, Obj> options = new LinkedHashMap<>();
    if (RedfishBoot.needsOptions(boot)) {
      for (String path : members(link(boot, "BootOptions"))) {
        Obj option = bmc.get(path);
        if (option.get("BootOptionReference") instanceof Value.Text reference) {
          options.put(reference.value(), option);
        }
      }
    }
    return options;
  }

  /** The one that the machine names; of several, and where it names none, the only BMC. */
  private Obj manager(Obj root, Obj machine) throws UnheardException, InterruptedException {
    Value named = machine.get("Links") instanceof Obj links ? links.get("ManagedBy") : Value.NULL;
    List<String> paths =
        named instanceof Sequence some && !some.items().isEmpty()
            ? paths(some, "ManagedBy")
            : members(link(root, "Managers"));
    List<Obj> managers = new ArrayList<>();
    for (String path : paths) {
      managers.add(bmc.get(path));
    }
    List<Obj> controllers =
        managers.size() == 1
            ? managers
            : managers.stream()
                .filter(each -> each.get("ManagerType").equals(Value.text("BMC")))
                .toList();
    if (controllers.size() != 1) {
      throw new UnheardException(
          "Ambiguous: it does not tell which of its "
              + paths.size()
              + " managers is the machine's");
    }
    return controllers.getFirst();
  }

  /** Paths of all members of a collection, page by page. */
  private List<String> members(String path) throws UnheardException, InterruptedException {
    List<String> all = new ArrayList<>();
    Value count = Value.NULL;
    for (String next = path; next != null; ) {
      Obj page = bmc.get(next);
      if (!(page.get("Members") instanceof Sequence members)) {
        throw new UnheardException("NotUnderstood: " + next + " has no Members");
      }
      all.addAll(paths(members, next));
      count = page.get("Members@odata.count");
      next = page.get("Members@odata.nextLink") instanceof Value.Text text ? text.value() : null;
    }
    if (count instanceof Value.Int number && number.value() != all.size()) {
      throw new UnheardException(
          "NotUnderstood: " + path + " has " + all.size() + " of " + number.value() + " members");
    }
    return all;
  }

  private static List<String> paths(Sequence members, String where) throws UnheardException {
    List<String> paths = new ArrayList<>();
    for (Value each : members.items()) {
      paths.add(path(each, where));
    }
    return paths;
  }

  private static String link(Obj from, String member) throws UnheardException {
    return path(from.get(member), member);
  }

  private static String path(Value value, String where) throws UnheardException {
    if (value instanceof Obj link && link.get("@odata.id") instanceof Value.Text text) {
      return text.value();
    }
    throw new UnheardException("NotUnderstood: " + where + " leads nowhere");
  }

  private static String id(String path) {
    String bare = path.replaceFirst("/+$", "");
    return bare.substring(bare.lastIndexOf('/') + 1);
  }

  static Value text(Obj from, String member) {
    return from.get(member) instanceof Value.Text text && !text.value().isBlank()
        ? Value.text(text.value().strip())
        : new Value.Unknown("the controller does not say " + member);
  }
}
