package io.plumbline.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Design;
import io.plumbline.model.Monitoring;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Monitoring that would watch nothing, or tell nobody. */
final class MonitoringRefused implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-MON-001",
          "monitoring not possible",
          "A fleet without an exporter is never seen to fail; an address that is none keeps"
              + " Prometheus from starting.",
          "Prometheus 2.42, Configuration: host",
          "give the fleet's release nodeExporter(…) and gpuExporter(…); correct the rest as said");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    Set<BareMetalFleet> servers = new HashSet<>();
    for (Monitoring monitoring : design.all(Monitoring.class)) {
      check(monitoring, detail -> problems.report(RULE, monitoring, detail));
      if (monitoring.server() != null && !servers.add(monitoring.server().fleet())) {
        String fleet = FleetCheck.quoted(monitoring.server().fleet().id());
        problems.report(
            RULE,
            monitoring,
            "fleet " + fleet + ": got two that run on it; allowed is one, of several fleets");
      }
    }
  }

  private static void check(Monitoring monitoring, Consumer<String> breach) {
    FleetCheck.once("fleet", monitoring.fleets().stream().map(BareMetalFleet::id).toList(), breach);
    for (BareMetalFleet fleet : monitoring.fleets()) {
      if (fleet.software() != null && fleet.software().exporters().isEmpty()) {
        breach.accept(
            "fleet "
                + FleetCheck.quoted(fleet.id())
                + ": got no exporter; allowed are fleets whose release has one");
      }
      sameSite(monitoring, fleet, breach);
    }
    Monitoring.Server server = monitoring.server();
    if (server != null) {
      FleetCheck.match(
          "version of Prometheus",
          server.version(),
          HostToolRefused.VERSION,
          "a version as the package manager writes it",
          breach);
      sameSite(monitoring, server.fleet(), breach);
    }
    FleetCheck.once("Alertmanager", monitoring.alertmanagers(), breach);
    for (String address : monitoring.alertmanagers()) {
      FleetCheck.match(
          "Alertmanager",
          address,
          "([A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\]):[1-9][0-9]{0,4}",
          "host:port, such as alerts.example.com:9093",
          breach);
    }
  }

  private static void sameSite(
      Monitoring monitoring, BareMetalFleet fleet, Consumer<String> breach) {
    if (!fleet.site().equals(monitoring.site())) {
      breach.accept(
          "fleet "
              + FleetCheck.quoted(fleet.id())
              + ": got site "
              + FleetCheck.quoted(fleet.site().name())
              + "; allowed is "
              + FleetCheck.quoted(monitoring.site().name()));
    }
  }
}
