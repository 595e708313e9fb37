package io.plumbline.onprem.lower;

import io.plumbline.graph.Resource;
import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.HostAccount;
import io.plumbline.model.HostFile;
import io.plumbline.model.HostGpus;
import io.plumbline.model.HostLink;
import io.plumbline.model.HostMount;
import io.plumbline.model.HostSoftware;
import io.plumbline.model.InventoryHost;
import io.plumbline.onprem.kinds.Host;
import io.plumbline.onprem.kinds.ManagedFile;
import io.plumbline.onprem.lower.Bundle.Reader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The machines of a fleet that are in service, and the files that all of them have. */
final class FleetParts {
  private static final String RUNNING = "enabled, running";

  private final BareMetalFleet fleet;
  private final List<HostFile> files;
  private final List<String> services;
  private final List<SlurmParts> clusters;
  private final FleetExtras extras;
  private final Map<String, String> packages = new LinkedHashMap<>();

  /** What roles of their own do, by their names: what is left is for the role of all machines. */
  private final Map<String, Bundle> roles = new LinkedHashMap<>();

  /** Which services take a file in when it changes, by its path. */
  private final Map<String, Reader> readers = new LinkedHashMap<>();

  FleetParts(BareMetalFleet fleet, List<Bundle> brought, List<SlurmParts> clusters) {
    this.fleet = fleet;
    this.clusters = clusters.stream().filter(cluster -> cluster.isWorkedBy(fleet)).toList();
    HostSoftware software = Objects.requireNonNull(fleet.software());
    this.extras = FleetExtras.of(fleet, software, clusters);
    this.files = new ArrayList<>(fleet.files());
    this.services = new ArrayList<>(software.services());
    packages.putAll(software.packages());
    brought.forEach(this::add);
    files.replaceAll(this::withReaders);
    String watched = Facts.watched(fleet, files, packages.keySet(), services, readers, extras);
    files.add(new HostFile(Facts.SCRIPT, Value.text(Facts.script()), "0755"));
    files.add(new HostFile(Facts.WATCHED, Value.text(watched), "0644"));
  }

  private void add(Bundle bundle) {
    packages.putAll(bundle.packages());
    services.addAll(bundle.services());
    files.addAll(bundle.files());
    readers.putAll(bundle.readers());
    if (!bundle.isEmpty()) {
      roles.merge(bundle.role(), bundle, Bundle::and);
    }
  }

  private HostFile withReaders(HostFile file) {
    Reader reader = readers.get(file.path());
    return reader == null || !reader.isRestarted()
        ? file
        : new HostFile(file.path(), file.content(), file.mode(), List.of(reader.service()));
  }

  List<Resource> resources() {
    List<Resource> resources = new ArrayList<>();
    for (HostFile file : files) {
      resources.add(managed(file));
    }
    Map<String, Value> alike = alike();
    List<InventoryHost> hosts = Objects.requireNonNull(fleet.inventory()).inService();
    Map<InventoryHost, Integer> waves = Waves.of(hosts, fleet.mostDown(), fleet.acrossRacks());
    for (InventoryHost host : hosts) {
      Map<String, Value> attributes = own(host);
      attributes.put("wave", Value.whole(Objects.requireNonNull(waves.get(host))));
      attributes.put("mostDown", Value.whole(Waves.most(hosts, fleet.mostDown())));
      clusters.forEach(cluster -> attributes.putAll(cluster.attributes()));
      attributes.putAll(alike);
      resources.add(
          Resource.of(
              fleet.id() + "/" + host.name(), Host.KIND, new Obj(attributes), fleet.source()));
      if (fleet.bmc() != null) {
        resources.add(new BmcParts(fleet, fleet.bmc()).of(host));
      }
    }
    return resources;
  }

  private Resource managed(HostFile file) {
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("fleet", Value.text(fleet.id()));
    attributes.put("path", Value.text(file.path()));
    attributes.put("content", file.content());
    attributes.put("mode", Value.text(file.mode()));
    Reader reader = readers.get(file.path());
    if (reader != null && !reader.isRestarted()) {
      attributes.put("reloads", Value.text(reader.service()));
    }
    if (!file.restarts().isEmpty()) {
      attributes.put("restarts", Value.texts(file.restarts()));
    }
    return Resource.of(
        fleet.id() + "/file" + file.path(), ManagedFile.KIND, new Obj(attributes), fleet.source());
  }

  private Map<String, Value> own(InventoryHost host) {
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("address", Value.text(host.address()));
    attributes.put("name", Value.text(host.name()));
    attributes.put("fleet", Value.text(fleet.id()));
    attributes.put("rack", Value.text(host.rack()));
    attributes.put("slot", Value.whole(host.slot()));
    attributes.put("serial", Value.text(host.serial()));
    return attributes;
  }

  /** What all have; the same values, so that a thousand machines take little more than one. */
  private Map<String, Value> alike() {
    HostSoftware software = Objects.requireNonNull(fleet.software());
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("release", Value.text(software.release()));
    put(attributes, "kernel", software.kernel());
    put(attributes, "driverVersion", software.driver());
    put(attributes, "cudaVersion", software.cuda());
    if (fleet.processors() != null) {
      attributes.put("cpus", Value.whole(fleet.processors().threads()));
    }
    if (fleet.gpus() != null) {
      attributes.put("gpus", gpus(fleet.gpus()));
    }
    attributes.put("roles", sequence(roles.values().stream().map(FleetParts::role).toList()));
    attributes.put("packages", texts(packages));
    Map<String, String> running = new LinkedHashMap<>();
    services.forEach(unit -> running.put(unit, RUNNING));
    attributes.put("services", texts(running));
    attributes.put("sysctls", texts(fleet.sysctls()));
    attributes.put("mounts", sequence(fleet.mounts().stream().map(FleetParts::mount).toList()));
    List<Value> groups = new ArrayList<>();
    fleet.groups().forEach(group -> groups.add(group(group.name(), group.gid())));
    fleet.accounts().forEach(account -> groups.add(group(account.name(), account.gid())));
    attributes.put("groups", sequence(groups));
    attributes.put(
        "accounts", sequence(fleet.accounts().stream().map(FleetParts::account).toList()));
    Map<String, Value> digests = new LinkedHashMap<>();
    files.forEach(file -> digests.put(file.path(), Facts.digest(file)));
    attributes.put("files", new Obj(digests));
    attributes.putAll(extras.attributes());
    attributes.put("links", sequence(fleet.links().stream().map(FleetParts::link).toList()));
    return attributes;
  }

  static void put(Map<String, Value> attributes, String name, @Nullable String value) {
    if (value != null) {
      attributes.put(name, Value.text(value));
    }
  }

  private static Value gpus(HostGpus gpus) {
    return Value.object(
        "count", Value.whole(gpus.count()),
        "model", Value.text(GpuNames.of(gpus.model())),
        "ecc", onOrOff(gpus.ecc()),
        "mig", onOrOff(gpus.mig()),
        "persistence", onOrOff(gpus.persistence()));
  }

  private static Value onOrOff(boolean on) {
    return Value.text(on ? "on" : "off");
  }

  private static Value role(Bundle bundle) {
    return Value.object(
        "name", Value.text(bundle.role()),
        "files", Value.texts(bundle.files().stream().map(HostFile::path).toList()),
        "packages", Value.texts(List.copyOf(bundle.packages().keySet())),
        "services", Value.texts(bundle.services()));
  }

  private static Value mount(HostMount mount) {
    return Value.object(
        "path", Value.text(mount.path()),
        "source", Value.text(mount.source()),
        "type", Value.text(mount.type()),
        "options", Value.texts(mount.options()));
  }

  private static Value group(String name, int gid) {
    return Value.object("name", Value.text(name), "gid", Value.whole(gid));
  }

  private static Value account(HostAccount account) {
    return Value.object(
        "name", Value.text(account.name()),
        "uid", Value.whole(account.uid()),
        "gid", Value.whole(account.gid()),
        "groups", Value.texts(account.groups()),
        "keys", Value.texts(account.keys()));
  }

  private static Value link(HostLink link) {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("name", Value.text(link.name()));
    members.put("state", Value.text("up"));
    if (link.megabits() > 0) {
      members.put("megabits", Value.whole(link.megabits()));
    }
    return new Obj(members);
  }

  static Value texts(Map<String, String> texts) {
    Map<String, Value> members = new LinkedHashMap<>();
    texts.forEach((name, text) -> members.put(name, Value.text(text)));
    return new Obj(members);
  }

  static Value sequence(List<Value> items) {
    return new Value.Sequence(items);
  }
}
