package io.plumbline.onprem.lower;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.HostAccount;
import io.plumbline.model.HostFile;
import io.plumbline.model.HostGroup;
import io.plumbline.model.HostLink;
import io.plumbline.model.HostMount;
import io.plumbline.onprem.lower.Bundle.Reader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The script by which a machine says what it is, and the list of what it is asked for. Both are
 * files of the machine like others, so that a change of them is drift, too.
 */
final class Facts {
  static final String SCRIPT = "/usr/local/libexec/plumbline-facts";
  static final String WATCHED = "/etc/plumbline/watched.json";

  private Facts() {}

  static String script() {
    return Scripts.text("facts.py");
  }

  /** What the machines of a fleet are asked for, beside what every machine is, and these two. */
  static String watched(
      BareMetalFleet fleet,
      List<HostFile> files,
      Set<String> packages,
      List<String> services,
      Map<String, Reader> readers,
      FleetExtras extras) {
    Map<String, Value> watched = new LinkedHashMap<>();
    watched.put("packages", Value.texts(List.copyOf(packages)));
    Map<String, Value> units = new LinkedHashMap<>();
    for (String unit : services) {
      List<String> read = new ArrayList<>(readBy(unit, files));
      read.addAll(extras.secretsReadBy(unit));
      units.put(unit, Value.texts(read));
    }
    watched.put("services", new Obj(units));
    watched.put("reloads", reloads(readers));
    watched.put("slurm", Value.flag(services.contains("slurmctld")));
    extras.watched().forEach(watched::put);
    watched.put("sysctls", Value.texts(List.copyOf(fleet.sysctls().keySet())));
    Map<String, Value> mounts = new LinkedHashMap<>();
    for (HostMount mount : fleet.mounts()) {
      mounts.put(mount.path(), Value.texts(mount.options()));
    }
    watched.put("mounts", new Obj(mounts));
    List<String> accounts = fleet.accounts().stream().map(HostAccount::name).toList();
    List<String> groups = new ArrayList<>(fleet.groups().stream().map(HostGroup::name).toList());
    groups.addAll(accounts); // each has one of its name
    watched.put("groups", Value.texts(groups));
    watched.put("accounts", Value.texts(accounts));
    watched.put("files", Value.texts(files.stream().map(HostFile::path).toList()));
    Map<String, Value> links = new LinkedHashMap<>();
    for (HostLink link : fleet.links()) {
      links.put(link.name(), Value.flag(link.megabits() > 0));
    }
    watched.put("links", new Obj(links));
    watched.put("harmlessXids", Value.list(Xids.harmless().stream().map(Value::whole).toList()));
    return JsonWriter.pretty(new Obj(watched)) + "\n";
  }

  private static List<String> readBy(String unit, List<HostFile> files) {
    return files.stream()
        .filter(file -> file.restarts().contains(unit))
        .map(HostFile::path)
        .toList();
  }

  /** By services that go on while they take files in, those files. */
  private static Value reloads(Map<String, Reader> readers) {
    Map<String, List<Value>> reloads = new LinkedHashMap<>();
    readers.forEach(
        (path, reader) -> {
          if (!reader.isRestarted()) {
            reloads.computeIfAbsent(reader.service(), r -> new ArrayList<>()).add(Value.text(path));
          }
        });
    Map<String, Value> members = new LinkedHashMap<>();
    reloads.forEach((service, paths) -> members.put(service, Value.list(paths)));
    return new Obj(members);
  }

  /** As the script says it; where the content is known only once something else is there, later. */
  static Value digest(HostFile file) {
    return Value.join(
        Value.text("root:root " + file.mode() + " sha256:"), Value.digest(file.content()));
  }
}
