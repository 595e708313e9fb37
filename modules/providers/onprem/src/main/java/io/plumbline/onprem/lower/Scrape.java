package io.plumbline.onprem.lower;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.HostTool.Exporter;
import io.plumbline.model.HostTool.GpuExporter;
import io.plumbline.model.HostTool.NodeExporter;
import io.plumbline.model.InventoryHost;
import io.plumbline.model.Monitoring;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whom Prometheus asks. Machines stand in files of their own, which it reads whenever they change,
 * so that a machine that comes or goes takes no reload.
 */
record Scrape(Monitoring monitoring, Target target) {
  static final String TARGETS = "targets/";

  /** The jobs, each with its file of targets. */
  private static final List<Class<? extends Exporter>> JOBS =
      List.of(NodeExporter.class, GpuExporter.class);

  /** By their names in the folder of Prometheus. */
  Map<String, Value> files() {
    Map<String, Value> files = new LinkedHashMap<>();
    files.put("prometheus.yml", configuration());
    JOBS.forEach(job -> files.put(TARGETS + name(job) + ".yml", Value.list(targets(job))));
    return files;
  }

  private Value configuration() {
    Map<String, Value> all = new LinkedHashMap<>();
    all.put(
        "global",
        Value.object(
            "scrape_interval", Value.text("15s"),
            "evaluation_interval", Value.text("15s"),
            "external_labels",
                Value.object(
                    "environment", Value.text(target.environment()),
                    "site", Value.text(target.site().name()))));
    all.put("rule_files", Value.texts(List.of("rules/*.yml")));
    if (!monitoring.alertmanagers().isEmpty()) {
      all.put(
          "alerting",
          Value.object(
              "alertmanagers",
              Value.list(
                  Value.object(
                      "static_configs",
                      Value.list(
                          Value.object("targets", Value.texts(monitoring.alertmanagers())))))));
    }
    all.put("scrape_configs", Value.list(JOBS.stream().map(Scrape::job).toList()));
    return new Obj(all);
  }

  private static Value job(Class<? extends Exporter> job) {
    String files = TARGETS + name(job) + ".yml";
    return Value.object(
        "job_name", Value.text(name(job)),
        "file_sd_configs", Value.list(Value.object("files", Value.texts(List.of(files)))));
  }

  private static String name(Class<? extends Exporter> job) {
    return job == NodeExporter.class ? "node" : "gpu";
  }

  private List<Value> targets(Class<? extends Exporter> job) {
    List<Value> targets = new ArrayList<>();
    for (BareMetalFleet fleet : monitoring.fleets()) {
      for (Exporter exporter : Objects.requireNonNull(fleet.software()).exporters()) {
        if (job.isInstance(exporter)) {
          Objects.requireNonNull(fleet.inventory())
              .inService()
              .forEach(host -> targets.add(target(fleet, host, exporter.port())));
        }
      }
    }
    return targets;
  }

  private Value target(BareMetalFleet fleet, InventoryHost host, int port) {
    boolean bare = host.address().indexOf(':') >= 0;
    String address = bare ? "[" + host.address() + "]" : host.address();
    return Value.object(
        "targets", Value.texts(List.of(address + ":" + port)),
        "labels",
            Value.object(
                "host", Value.text(host.name()),
                "fleet", Value.text(fleet.id()),
                "rack", Value.text(host.rack()),
                "slot", Value.text(Integer.toString(host.slot())),
                "stack", Value.text(target.stack())));
  }
}
